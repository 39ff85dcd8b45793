import type { components, operations } from './openapi';

/**
 * The shapes that travel between the client and the server, by the names that the client uses.
 *
 * They are the generated ones. Where the description of the API says only “a JSON object”, the client says here which.
 * Money is a decimal string in 万元, an instant is ISO 8601 with zone, a day is `YYYY-MM-DD`, a code is a string.
 */
type Schemas = components['schemas'];

type Answered<Responses> = Responses extends { 200: infer Given }
  ? Given
  : Responses extends { 201: infer Given }
    ? Given
    : Responses extends { 202: infer Given }
      ? Given
      : never;

/** What an operation answers when all is well, as the description of the API has it. */
export type Answer<Name extends keyof operations> =
  Answered<operations[Name]['responses']> extends { content: { 'application/json': infer Body } } ? Body : never;

type Refined<Shape, Precise> = Omit<Shape, keyof Precise> & Precise;

export type LocalizedText = Schemas['LocalizedText'];
export type CodedName = Schemas['CodedName'];
export type Me = Schemas['Me'];
export type OrganizationUnit = Schemas['OrganizationUnit'];
export type Comment = Schemas['Comment'];
export type Attachment = Schemas['Attachment'];

/** An RFC 9457 problem document with the rejection's code. */
export type ProblemDocument = Pick<Schemas['Problem'], 'status' | 'code' | 'detail' | 'errors'>;
export type FieldProblem = NonNullable<Schemas['Problem']['errors']>[number];

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

/** A property of a form: JSON Schema with the product's own annotations. */
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

export type InboxFilter = Schemas['InboxFilter'];
export type NewInboxFilter = Schemas['NewInboxFilter'];
export type InboxView = InboxFilter['view'];

/** What an inbox is asked for; what is left out is not asked. */
export interface InboxQuery extends Omit<InboxFilter['query'], 'taskKeys' | 'overdue'> {
  view: InboxView;
  overdue?: true;
}

export type InboxItem = Schemas['InboxItem'];
export type InboxPage = Schemas['InboxPage'];

export type UserTaskDetail = Refined<
  Schemas['UserTaskDetail'],
  { userTaskId: string; form: FormSchema; comments: Comment[]; attachments: Attachment[] }
>;
export type Outcome = UserTaskDetail['outcomes'][number];
export type Tone = Outcome['tone'];

export type TaskOperation = Schemas['TaskOperation'];
export type TaskOperationKind = TaskOperation['kind'];
export type TaskShare = UserTaskDetail['shares'][number];
export type ReturnOption = UserTaskDetail['returns'][number];
export type BulkOperation = Schemas['BulkOperation']['operation'];
export type BulkResult = Schemas['BulkAnswer']['results'][number];

/** The arithmetic of a deadline as the calendar stores it with a task; days are `YYYY-MM-DD`, instants ISO 8601. */
export interface DeadlineBasis {
  from: string;
  amount: number;
  unit: 'workingDay' | 'workingHour' | 'day' | 'hour';
  source: string;
  provisional: boolean;
  yearsWithoutNotice: number[];
  skipped: { from: string; to: string; kind: 'weekend' | 'holiday' | 'dayOff'; name?: LocalizedText }[];
  makeUp: { on: string; kind: 'makeUpWorkday' | 'unitWorkday'; name: LocalizedText }[];
  pauses: { from: string; to: string | null; reason?: LocalizedText }[];
  dueAt: string;
}

export interface CompleteRequest {
  outcome: string;
  form: FormValues;
  clientKey: string;
}

export type CompleteAnswer = Schemas['Completed'];

export type Routing = Schemas['RegisteredLead']['routing'];
export type SimilarLead = Schemas['SimilarProject'];
export type LeadAnswer = Schemas['RegisteredLead'];

export type ImportSummary = Schemas['ImportSummary'];
export type ImportPage = Schemas['ImportPage'];
export type ImportRow = ImportPage['rows'][number];
export type ImportOutcome = ImportRow['outcome'];

export type ProjectSummary = Schemas['ProjectSummary'];
export type ProjectPage = Schemas['ProjectPage'];
export type Milestones = ProjectSummary['milestones'];

export interface ProjectQuery {
  q?: string;
  stage?: string;
  leadTaskForce?: string;
  landingUnit?: string;
  status?: string;
  sort?: string;
}

export type InstanceEvent = Refined<Schemas['ProjectDetail']['events'][number], { form: FormSchema }>;
export type ProjectDetail = Refined<Schemas['ProjectDetail'], { events: InstanceEvent[] }>;

export type HistoryPage = Schemas['ProjectHistoryPage'];
export type HistoryItem = HistoryPage['items'][number];

export type ProcessDefinition = Refined<Schemas['ProcessDefinition'], { forms: Record<string, FormSchema> }>;
export type ProcessGraph = ProcessDefinition['graph'];
export type GraphNode = ProcessGraph['nodes'][number];
export type GraphEdge = ProcessGraph['edges'][number];

export type Incident = Schemas['Incident'];

export type Substitution = Schemas['Substitution'];
export type Colleague = Schemas['Colleague'];
export type NewSubstitution = Schemas['NewSubstitution'];
export type CommonPhrase = Schemas['CommonPhrase'];
export type CalendarYear = Schemas['CalendarYear'];
export type CalendarDay = CalendarYear['days'][number];
export type MissingYear = Schemas['MissingYear'];
export type NoticeDraft = Schemas['NoticeDraft'];
export type CalendarPreview = Schemas['CalendarPreview'];
export interface NoticeChange {
  kind: 'notice';
  notice: NoticeDraft;
}

export type LightColour = Schemas['ProjectLight']['light'];
export type LightReason = Schemas['LightReason'];
export type LitProject = Schemas['LightBoard']['items'][number];
export type ProjectLight = Schemas['ProjectLight'];
export type IssueItem = Schemas['IssueItem'];
export type IssueDetail = Schemas['IssueDetail'];
export type BlockedProject = Schemas['BlockedProject'];
export type SupervisionItem = Schemas['SupervisionItem'];
export type SupervisionItemDetail = Schemas['SupervisionItemDetail'];
export type ProjectWaiting = Schemas['ProjectWaiting'];
export type WaitingPiece = ProjectWaiting['pieces'][number];
export type WaitingOwner = Schemas['WaitingOwner'];
export type WaitingDispute = Schemas['WaitingDispute'];

export interface LightQuery {
  light?: 'yellow' | 'red';
  stage?: string;
  leadTaskForce?: string;
  landingUnit?: string;
}

export interface NewIssue {
  type: string;
  title: string;
  tried: string;
  urgent: boolean;
}

export interface NewSupervisionItem {
  source: 'resolution' | 'instruction' | 'redLight' | 'assessment' | 'superior';
  title: string;
  requirement: string;
  projectId?: string;
  leadUnit: string;
  assistUnits: string[];
  dueOn: string;
  onBehalfOf?: { name: string; post: string };
}

export interface NewDispute {
  from: string;
  to: string;
  against: { kind: WaitingOwner['kind']; owner: string };
  claimed: { kind: 'unit' | 'enterprise' | 'meetingQueue'; owner: string };
  reason: string;
  evidence: string;
}

export type ScheduleItem = Schemas['ScheduleItem'];
export type ScheduleRun = Schemas['ScheduleRun'];
export type ScheduleOperation = Schemas['ScheduleRunPage']['operations'][number];
export type DemoClock = Schemas['DemoClock'];
export type DemoDestination = { days: number } | { to: 'nextWorkday' };

export type MeetingItem = Schemas['MeetingItem'];
export type MeetingKind = MeetingItem['kind'];
export type MeetingState = MeetingItem['state'];
export type MeetingAgendaItem = Schemas['MeetingAgendaItem'];
export type UnitOpinion = MeetingAgendaItem['opinions'][number];
export type MeetingEvent = Refined<Schemas['MeetingDetail']['events'][number], { form: FormSchema }>;
export type MeetingDetail = Refined<
  Schemas['MeetingDetail'],
  { events: MeetingEvent[]; more: { conference?: ConferenceFacts } }
>;
export type MeetingSeat = MeetingDetail['seats'][number];
export type MeetingReply = MeetingSeat['reply'];
export type MeetingEdit = MeetingDetail['edits'][number]['edit'];
export type MeetingQueueItem = Schemas['MeetingQueueItem'];
export type NextMeetingCall = Schemas['NextMeetingCall'];

/** What only the half-year conference has, as its process keeps it. */
export interface ConferenceFacts {
  half: { windowFrom: string; windowTo: string };
  reportsDueOn: string | null;
  reports: {
    unit: string;
    standing: 'given' | 'notGiven';
    done: string | null;
    problems: string | null;
    nextSteps: string | null;
    figures: { newProjects: number | null; signedProjects: number | null; startedProjects: number | null };
    topic: { title: string; text: string } | null;
    at: string | null;
  }[];
  approvals: { step: 'director' | 'executive' | 'leader'; by: string; at: string }[];
  proposal: { plannedOn: string | null; plannedTime: string | null; place: string | null };
  delay: { since: string; reason: string | null; newDate: string | null } | null;
}

export interface MeetingQuery {
  status?: 'open' | 'ended' | 'all';
  from?: string;
  to?: string;
}

export interface MeetingProposal {
  kind: 'special' | 'plenary';
  reason: string;
  issues: string[];
  topics: { kind: MeetingAgendaItem['kind']['key']; title: string; presenter?: string; units: string[] }[];
  clientKey: string;
}

export interface ResolutionFilter {
  state?: 'open' | 'overdue' | 'fulfilled' | 'unfulfilled' | undefined;
  unit?: string | undefined;
  own?: boolean;
  meetingId?: string | undefined;
}

export interface ArrangedItem {
  key: string;
  minutes: number;
  units: string[];
}

export type AddedItem =
  | { place: string }
  | {
      kind: 'judgement' | 'decision' | 'problem' | 'report' | 'exchange' | 'deployment' | 'readBack' | 'other';
      title: string;
      question?: string;
      presenter?: string;
      units?: string[];
      minutes?: number;
    };

export interface GivenReply {
  reply: 'attend' | 'substitute' | 'written' | 'decline';
  person?: string;
  post?: string;
  reason?: string;
}

export type NoticeItem = Schemas['NoticeItem'];
export type NoticePage = Schemas['NoticePage'];
export type NoticePreferences = Schemas['NoticePreferences'];
export type NoticeSettings = Schemas['NoticeSettings'];
export type NoticeTopic = keyof NoticePreferences['channels'];
export type OutsideChannel = NoticeSettings['available'][number];

export type MeetingResolution = Schemas['MeetingResolution'];
export type ResolutionKind = ResolutionDraft['kind'];
export type ResolutionDraft = Omit<
  NonNullable<operations['MeetingEditing.addResolution']['requestBody']>['content']['application/json'],
  'seen'
>;
export type MinutesSection = Schemas['MinutesSection'];
export type MinutesVersion = Schemas['MinutesVersion'];
export type MeetingDocument = Schemas['MeetingDocument'];
export type FollowedResolution = Schemas['FollowedResolution'];
export type ResolutionState = FollowedResolution['state'];
export type MeetingRules = Schemas['MeetingRules'];
export type MeetingRuleBook = Schemas['MeetingRuleBook'];
export type ProjectMeetings = Schemas['ProjectMeetings'];
export type ProjectMeeting = ProjectMeetings['meetings'][number];
export type PushRequest = ProjectMeetings['pushRequests'][number];
export type ProblemType =
  | 'site'
  | 'planning'
  | 'environment'
  | 'policy'
  | 'energy'
  | 'safety'
  | 'registration'
  | 'other';

export interface NewPushRequest {
  projectId: string;
  problemTypes: ProblemType[];
  question: string;
  urgent: boolean;
  issueId?: string;
}

export type DocumentTemplateSummary = Schemas['DocumentTemplateSummary'];
export type DocumentTemplate = Schemas['DocumentTemplate'];
export type DocumentTemplateVersion = Schemas['DocumentTemplateVersion'];
export type DocumentType = DocumentTemplate['type'];
export type Wording = DocumentTemplate['wording'];

export interface TemplateChange {
  basedOn: number;
  reason: string;
  effectiveFrom?: string;
}
