import type {
  Attachment,
  Comment,
  CompleteAnswer,
  CompleteRequest,
  FormSchema,
  FormValues,
  HistoryPage,
  ImportOutcome,
  ImportPage,
  ImportSummary,
  InboxPage,
  InboxView,
  Incident,
  LeadAnswer,
  Me,
  OrganizationUnit,
  ProcessDefinition,
  ProjectDetail,
  ProjectPage,
  ProjectQuery,
  Routing,
  UserTaskDetail,
} from './contract';
import { get, post, upload } from './http';

const at = (path: string, id: string): string => `${path}/${encodeURIComponent(id)}`;

/** Every request the client makes, one function each. All of them throw `Problem` when the server refuses. */
export const landfall = {
  signIn: (username: string, password: string) => post<Me>('/api/auth/login', { username, password }),
  signOut: () => post<void>('/api/auth/logout'),
  me: () => get<Me>('/api/me'),
  changePassword: (current: string, next: string) => post<void>('/api/me/password', { current, next }),

  inbox: (view: InboxView, q: string, cursor: string | null) =>
    get<InboxPage>('/api/inbox', { view, q, cursor, limit: 20 }),

  userTask: (id: string) => get<UserTaskDetail>(at('/api/user-tasks', id)),
  claim: (id: string) => post<UserTaskDetail>(`${at('/api/user-tasks', id)}/claim`),
  unclaim: (id: string) => post<UserTaskDetail>(`${at('/api/user-tasks', id)}/unclaim`),
  assign: (id: string, accountId: string) => post<UserTaskDetail>(`${at('/api/user-tasks', id)}/assign`, { accountId }),
  complete: (id: string, request: CompleteRequest) =>
    post<CompleteAnswer>(`${at('/api/user-tasks', id)}/complete`, request),
  comment: (id: string, text: string) => post<Comment>(`${at('/api/user-tasks', id)}/comments`, { text }),
  attach: (id: string, file: File) => upload<Attachment>(`${at('/api/user-tasks', id)}/attachments`, file),
  attachmentAddress: (id: string) => at('/api/attachments', id),

  leadForm: () => get<{ form: FormSchema }>('/api/leads/form').then((answer) => answer.form),
  registerLead: (lead: FormValues, clientKey: string) => post<LeadAnswer>('/api/leads', { ...lead, clientKey }),
  routing: (industry: string, landingUnit: string | undefined) =>
    get<Routing>('/api/organization/routing', { industry, landingUnit }),
  units: () => get<OrganizationUnit[]>('/api/organization/units'),

  importLeads: (file: File) => upload<{ importId: string }>('/api/leads/import', file),
  imports: () => get<ImportSummary[]>('/api/imports'),
  importPage: (id: string, outcome: ImportOutcome | undefined, cursor: string | null) =>
    get<ImportPage>(at('/api/imports', id), { outcome, cursor, limit: 50 }),
  importTemplateAddress: '/api/leads/import-template.csv',

  projects: (query: ProjectQuery, cursor: string | null) =>
    get<ProjectPage>('/api/projects', { ...query, cursor, limit: 20 }),
  project: (id: string) => get<ProjectDetail>(at('/api/projects', id)),
  history: (id: string, cursor: string | null) =>
    get<HistoryPage>(`${at('/api/projects', id)}/history`, { cursor, limit: 50 }),
  sendEvent: (id: string, type: string, form: FormValues, clientKey: string) =>
    post<unknown>(`${at('/api/projects', id)}/events`, { type, form, clientKey }),

  processDefinitions: () => get<ProcessDefinition[]>('/api/process-definitions'),

  incidents: (state: Incident['state']) => get<Incident[]>('/api/incidents', { state }),
  retryIncident: (id: string) => post<unknown>(`${at('/api/incidents', id)}/retry`),
  resolveIncident: (id: string, note: string) => post<unknown>(`${at('/api/incidents', id)}/resolve`, { note }),
};
