import type {
  Answer,
  CompleteRequest,
  FormSchema,
  FormValues,
  ImportOutcome,
  InboxView,
  Incident,
  NoticePreferences,
  NoticeSettings,
  ProcessDefinition,
  ProjectDetail,
  ProjectQuery,
  UserTaskDetail,
} from './contract';
import { get, post, put, upload } from './http';

const at = (path: string, id: string): string => `${path}/${encodeURIComponent(id)}`;

/** Every request the client makes, one function each. All of them throw `Problem` when the server refuses. */
export const landfall = {
  signIn: (username: string, password: string) => post<Answer<'Auth.login'>>('/api/auth/login', { username, password }),
  signOut: () => post<void>('/api/auth/logout'),
  me: () => get<Answer<'Me.get'>>('/api/me'),
  changePassword: (current: string, next: string) => post<void>('/api/me/password', { current, next }),

  inbox: (view: InboxView, q: string, cursor: string | null) =>
    get<Answer<'Inbox.page'>>('/api/inbox', { view, q, cursor, limit: 20 }),

  userTask: (id: string) => get<UserTaskDetail>(at('/api/user-tasks', id)),
  claim: (id: string) => post<UserTaskDetail>(`${at('/api/user-tasks', id)}/claim`),
  unclaim: (id: string) => post<UserTaskDetail>(`${at('/api/user-tasks', id)}/unclaim`),
  assign: (id: string, accountId: string) => post<UserTaskDetail>(`${at('/api/user-tasks', id)}/assign`, { accountId }),
  complete: (id: string, request: CompleteRequest) =>
    post<Answer<'UserTasks.complete'>>(`${at('/api/user-tasks', id)}/complete`, request),
  comment: (id: string, text: string) =>
    post<Answer<'TaskPapers.comment'>>(`${at('/api/user-tasks', id)}/comments`, { text }),
  attach: (id: string, file: File) =>
    upload<Answer<'TaskPapers.attach'>>(`${at('/api/user-tasks', id)}/attachments`, file),
  attachmentAddress: (id: string) => at('/api/attachments', id),

  leadForm: () => get<{ form: FormSchema }>('/api/leads/form').then((answer) => answer.form),
  registerLead: (lead: FormValues, clientKey: string) =>
    post<Answer<'Leads.register'>>('/api/leads', { ...lead, clientKey }),
  routing: (industry: string, landingUnit: string | undefined) =>
    get<Answer<'Organization.routing'>>('/api/organization/routing', { industry, landingUnit }),
  units: () => get<Answer<'Organization.units'>>('/api/organization/units'),

  importLeads: (file: File) => upload<Answer<'Leads.import'>>('/api/leads/import', file),
  imports: () => get<Answer<'Imports.list'>>('/api/imports').then(({ items }) => items),
  importPage: (id: string, outcome: ImportOutcome | undefined, cursor: string | null) =>
    get<Answer<'Imports.find'>>(at('/api/imports', id), { outcome, cursor, limit: 50 }),
  importTemplateAddress: '/api/leads/import-template.csv',

  projects: (query: ProjectQuery, cursor: string | null) =>
    get<Answer<'Projects.list'>>('/api/projects', { ...query, cursor, limit: 20 }),
  project: (id: string) => get<ProjectDetail>(at('/api/projects', id)),
  history: (id: string, cursor: string | null) =>
    get<Answer<'Projects.history'>>(`${at('/api/projects', id)}/history`, { cursor, limit: 100 }),
  sendEvent: (id: string, type: string, form: FormValues, clientKey: string) =>
    post<Answer<'Projects.event'>>(`${at('/api/projects', id)}/events`, { type, form, clientKey }),

  processDefinitions: () => get<ProcessDefinition[]>('/api/process-definitions'),

  incidents: (state: Incident['state']) => get<Answer<'Incidents.list'>>('/api/incidents', { state }),
  retryIncident: (id: string) => post<Answer<'Incidents.retry'>>(`${at('/api/incidents', id)}/retry`),
  resolveIncident: (id: string, note: string) =>
    post<Answer<'Incidents.resolve'>>(`${at('/api/incidents', id)}/resolve`, { note }),

  notices: (unreadOnly: boolean, limit: number, cursor: string | null) =>
    get<Answer<'Notices.page'>>('/api/notices', { unread: unreadOnly ? 'true' : null, limit, cursor }),
  readNotice: (id: string) => post<void>(`${at('/api/notices', id)}/read`),
  readAllNotices: (upTo: string | undefined) => post<void>('/api/notices/read-all', upTo ? { upTo } : {}),
  readTaskNotices: (taskId: string) => post<void>(`${at('/api/notices/tasks', taskId)}/read`),
  noticeSettings: () => get<NoticeSettings>('/api/notices/preferences'),
  chooseNotices: (preferences: NoticePreferences) => put<NoticeSettings>('/api/notices/preferences', preferences),
  noticeStreamAddress: '/api/notices/stream',
};
