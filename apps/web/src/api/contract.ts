/**
 * The request and response shapes of the HTTP contract.
 *
 * Money is a decimal string in 万元, an instant is ISO 8601 with zone, a day is `YYYY-MM-DD`, a code is a string.
 */
export interface LocalizedText {
  zh: string;
  en: string;
}

export interface CodedName {
  code: string;
  name: LocalizedText;
}

export interface Person {
  accountId: string;
  name: string;
}

export interface Post {
  code: string;
  unit: string;
  role: string;
  title: LocalizedText;
}

export interface Me {
  accountId: string;
  username: string;
  name: string;
  unit: CodedName;
  posts: Post[];
  groups: string[];
  roles: string[];
  permissions: string[];
}

export interface FieldProblem {
  path: string;
  code: string;
  detail: string;
}

/** An RFC 9457 problem document with the rejection's code. */
export interface ProblemDocument {
  type?: string;
  title?: string;
  status: number;
  code: string;
  detail: string;
  errors?: FieldProblem[];
}

export type FieldWidget =
  | 'text'
  | 'textarea'
  | 'number'
  | 'money'
  | 'date'
  | 'select'
  | 'multiselect'
  | 'boolean'
  | 'uscc'
  | 'org-unit';

export interface FieldOption extends LocalizedText {
  value: string;
}

export interface FieldSchema {
  type?: 'string' | 'integer' | 'number' | 'boolean' | 'array';
  title: string;
  'x-title-en'?: string;
  'x-widget'?: FieldWidget;
  description?: string;
  'x-description-en'?: string;
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  enum?: string[];
  'x-enum-labels'?: FieldOption[];
  items?: { type: 'string'; enum?: string[] };
  minItems?: number;
  maxItems?: number;
}

export interface FormSchema {
  type: 'object';
  properties: Record<string, FieldSchema>;
  required?: string[];
}

export type FormValues = Record<string, unknown>;

export type InboxView = 'todo' | 'group' | 'done' | 'initiated';

export type UserTaskState = 'created' | 'claimed' | 'completed' | 'cancelled';

export interface InboxItem {
  /** Null among the initiated projects, where a process has ended or waits for the system. */
  userTaskId: string | null;
  taskKey: string;
  title: LocalizedText;
  projectId: string;
  projectNo: string | null;
  projectName: string;
  stage: string | null;
  state: UserTaskState;
  candidateGroup: string;
  groupName: LocalizedText;
  assignee: Person | null;
  createdAt: string;
  dueAt: string | null;
  overdue: boolean;
  outcome?: string | null;
  outcomeLabel?: LocalizedText | null;
  completedAt?: string | null;
}

export interface InboxPage {
  items: InboxItem[];
  nextCursor: string | null;
  counts: { todo: number; group: number };
}

export type Tone = 'positive' | 'negative' | 'neutral';

export interface Outcome {
  key: string;
  label: LocalizedText;
  tone: Tone;
  fields: string[];
  required: string[];
}

export interface Comment {
  id: string;
  text: string;
  author: Person;
  at: string;
}

export interface Attachment {
  id: string;
  fileName: string;
  size: number;
  mediaType: string;
  author: Person;
  at: string;
}

export interface Assignee extends Person {
  title: LocalizedText | null;
}

export interface UserTaskDetail extends InboxItem {
  userTaskId: string;
  definition: { key: string; version: number };
  guidance: LocalizedText | null;
  source: string | null;
  form: FormSchema;
  prefill: FormValues;
  /** What the task was completed with. */
  submitted?: FormValues | null;
  outcomes: Outcome[];
  deadline: { dueAt: string | null; basis: Record<string, unknown> | null };
  can: { claim: boolean; unclaim: boolean; assign: boolean; complete: boolean };
  assignees?: Assignee[];
  comments: Comment[];
  attachments: Attachment[];
}

export interface CompleteRequest {
  outcome: string;
  form: FormValues;
  clientKey: string;
}

export interface CompleteAnswer {
  instanceId: string;
  projectId: string;
  state: string | string[];
  historyId: string;
  nextTasks: InboxItem[];
}

export interface Routing {
  leadTaskForce: CodedName | null;
  assistTaskForces: CodedName[];
  landingUnit: CodedName | null;
  reason: LocalizedText;
  ambiguous: boolean;
}

export interface SimilarLead {
  projectId?: string | null;
  maskedOwner: LocalizedText | string;
  firstReportAt: string;
  score: number;
  reasons: (string | LocalizedText)[];
}

export interface LeadAnswer {
  projectId: string;
  leadNo: string;
  routing: Routing;
  similar: SimilarLead[];
}

export type ImportOutcome = 'created' | 'duplicate' | 'refused';

export interface ImportSummary {
  importId: string;
  fileName: string;
  state: 'queued' | 'running' | 'done' | 'failed';
  done: number;
  total: number;
  counts: Record<ImportOutcome, number>;
  code?: string | null;
  detail?: string | null;
  createdAt?: string;
}

export interface ImportRow {
  row: number;
  outcome: ImportOutcome;
  projectId: string | null;
  projectName: string | null;
  leadTaskForce: string | CodedName | null;
  code: string | null;
  detail: string | null;
}

export interface ImportPage extends ImportSummary {
  rows: ImportRow[];
  nextCursor: string | null;
}

export type ProjectStatus = 'active' | 'suspended' | 'closed';

export type ClosedAs = 'achieved' | 'rejected' | 'duplicate' | 'terminated' | 'discarded' | 'transferredOut';

export interface Milestones {
  signedOn: string | null;
  registeredOn: string | null;
  startedOn: string | null;
  operatedOn: string | null;
}

export interface ProjectSummary {
  projectId: string;
  leadNo: string;
  projectNo: string | null;
  projectName: string;
  investorName: string | null;
  industryFocus: string | null;
  leadTaskForce: CodedName | null;
  landingUnit: CodedName | null;
  totalInvestment: string | null;
  stage: string | null;
  state: string;
  status: ProjectStatus;
  closedAs?: ClosedAs | null;
  milestones: Milestones;
  updatedAt: string;
  createdAt: string;
}

export interface InstanceEvent {
  type: string;
  label: LocalizedText;
  form: FormSchema;
}

export interface RunningTimer {
  key: string;
  dueAt: string;
  label: LocalizedText;
}

export interface ProjectDetail extends ProjectSummary {
  facts: Record<string, unknown>;
  assistTaskForces: CodedName[];
  routing: { reason: LocalizedText } | null;
  level: string | null;
  process: {
    instanceId: string;
    definition: { key: string; version: number };
    activeStates: string[];
    status: string;
  };
  openTasks: InboxItem[];
  attachments: Attachment[];
  events: InstanceEvent[];
  comments?: Comment[];
  duplicateOf?: string | null;
  filer?: { unit: CodedName; name: string } | null;
  similar: SimilarLead[];
  timers: RunningTimer[];
}

export interface ProjectPage {
  items: ProjectSummary[];
  nextCursor: string | null;
  total: number;
}

export interface ProjectQuery {
  q?: string;
  stage?: string;
  leadTaskForce?: string;
  landingUnit?: string;
  status?: string;
  sort?: string;
}

export interface HistoryActor {
  accountId?: string;
  name?: string;
  unit?: string | CodedName | null;
  system?: boolean;
}

export interface HistoryItem {
  id: string;
  seq: number;
  at: string;
  kind: string;
  event: string | null;
  title: LocalizedText;
  actor: HistoryActor;
  onBehalfOf: string | Person | null;
  from: string[];
  to: string[];
  form: FormValues | null;
  commands: { type: string; summary?: string | LocalizedText | null }[];
}

export interface HistoryPage {
  items: HistoryItem[];
  nextCursor: string | null;
}

export type GraphNodeKind = 'atomic' | 'compound' | 'parallel' | 'final' | 'history';

export interface GraphNode {
  id: string;
  parent: string | null;
  kind: GraphNodeKind;
  title: LocalizedText;
  stage: string | null;
  task: string | null;
}

export interface GraphEdge {
  id: string;
  source: string;
  target: string;
  event: string | null;
  label: LocalizedText;
  kind: 'event' | 'after' | 'always' | 'done';
}

export interface ProcessGraph {
  nodes: GraphNode[];
  edges: GraphEdge[];
}

export interface ProcessDefinition {
  key: string;
  version: number;
  title: LocalizedText;
  hash: string;
  deployedAt: string;
  stages: { key: string; title: LocalizedText }[];
  graph: ProcessGraph;
  /** The forms of its tasks and events by their keys: the titles and options of everything that was filled in. */
  forms?: Record<string, FormSchema>;
}

export interface OrganizationUnit {
  code: string;
  kind: string;
  name: LocalizedText;
  shortName: string | null;
  /** The name of its task force, if it forms one. */
  taskForce?: LocalizedText | null;
}

export interface Industry {
  keyword: LocalizedText;
  leadTaskForce: string;
}

export interface Incident {
  id: string;
  instanceId: string | null;
  projectId?: string | null;
  projectName?: string | null;
  kind: string;
  code: string | null;
  message: string;
  createdAt: string;
  attempts?: number;
  state: string;
  resolvedAt?: string | null;
  resolvedBy?: Person | null;
  note?: string | null;
}
