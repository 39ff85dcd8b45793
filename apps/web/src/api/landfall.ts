import type {
  AddedItem,
  Answer,
  ArrangedItem,
  BulkOperation,
  CompleteRequest,
  DemoDestination,
  DocumentTemplate,
  DocumentTemplateSummary,
  DocumentTemplateVersion,
  FormSchema,
  FormValues,
  GivenReply,
  ImportOutcome,
  InboxFilter,
  InboxQuery,
  Incident,
  IssueDetail,
  LightColour,
  LightQuery,
  MeetingDetail,
  MeetingProposal,
  MeetingQuery,
  MeetingRuleBook,
  MeetingRules,
  MinutesSection,
  NewDispute,
  NewInboxFilter,
  NewIssue,
  NewPushRequest,
  NewSubstitution,
  NewSupervisionItem,
  NoticeChange,
  NoticePreferences,
  NoticeSettings,
  ProcessDefinition,
  ProjectDetail,
  ProjectMeetings,
  ProjectQuery,
  ProjectWaiting,
  ResolutionDraft,
  ResolutionFilter,
  SupervisionItemDetail,
  TaskOperation,
  TemplateChange,
  UserTaskDetail,
  WaitingDispute,
  Wording,
} from './contract';
import { get, post, postForText, put, remove, upload, withQuery } from './http';

const at = (path: string, id: string): string => `${path}/${encodeURIComponent(id)}`;

/** Every request the client makes, one function each. All of them throw `Problem` when the server refuses. */
export const landfall = {
  signIn: (username: string, password: string) => post<Answer<'Auth.login'>>('/api/auth/login', { username, password }),
  signOut: () => post<void>('/api/auth/logout'),
  me: () => get<Answer<'Me.get'>>('/api/me'),
  changePassword: (current: string, next: string) => post<void>('/api/me/password', { current, next }),

  inbox: (query: InboxQuery, cursor: string | null, limit = 20) =>
    get<Answer<'Inbox.page'>>('/api/inbox', { ...query, cursor, limit }),
  inboxFilters: () => get<InboxFilter[]>('/api/desk/filters'),
  saveInboxFilter: (filter: NewInboxFilter) => post<InboxFilter>('/api/desk/filters', filter),
  dropInboxFilter: (id: string) => remove<void>(at('/api/desk/filters', id)),

  userTask: (id: string) => get<UserTaskDetail>(at('/api/user-tasks', id)),
  claim: (id: string) => post<UserTaskDetail>(`${at('/api/user-tasks', id)}/claim`),
  operate: (id: string, operation: TaskOperation, clientKey: string) =>
    post<UserTaskDetail>(`${at('/api/user-tasks', id)}/operations`, operation, clientKey),
  operateOnMany: (userTaskIds: readonly string[], operation: BulkOperation) =>
    post<Answer<'UserTasks.bulk'>>('/api/user-tasks/bulk', { userTaskIds, operation }).then(({ results }) => results),
  readCopy: (id: string) => post<void>(`${at('/api/copies', id)}/read`),
  complete: (id: string, request: CompleteRequest) =>
    post<Answer<'UserTasks.complete'>>(`${at('/api/user-tasks', id)}/complete`, request),
  comment: (id: string, text: string) =>
    post<Answer<'TaskPapers.comment'>>(`${at('/api/user-tasks', id)}/comments`, { text }),
  attach: (id: string, file: File) =>
    upload<Answer<'TaskPapers.attach'>>(`${at('/api/user-tasks', id)}/attachments`, file),
  draft: (id: string) =>
    get<Answer<'TaskDrafts.find'>>(`${at('/api/user-tasks', id)}/draft`).then(({ draft }) => draft),
  saveDraft: (id: string, form: FormValues) =>
    put<Answer<'TaskDrafts.save'>>(`${at('/api/user-tasks', id)}/draft`, { form }),
  dropDraft: (id: string) => remove(`${at('/api/user-tasks', id)}/draft`),
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

  phrases: () => get<Answer<'Desk.phrasesOf'>>('/api/desk/phrases'),
  addPhrase: (text: string) => post<Answer<'Desk.addPhrase'>>('/api/desk/phrases', { text }),
  removePhrase: (id: string) => remove(at('/api/desk/phrases', id)),

  substitutions: () => get<Answer<'Substitutions.list'>>('/api/substitutions'),
  colleagues: (q: string, staff: boolean) =>
    get<Answer<'Substitutions.colleagues'>>('/api/substitutions/colleagues', { q, staff: String(staff) }),
  setSubstitution: (request: NewSubstitution) => post<Answer<'Substitutions.set'>>('/api/substitutions', request),
  endSubstitution: (id: string) => remove<Answer<'Substitutions.end'>>(at('/api/substitutions', id)),

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
  calendarFeed: () => get<Answer<'CalendarFeeds.standing'>>('/api/meeting-feeds'),
  renewCalendarFeed: () => post<Answer<'CalendarFeeds.renew'>>('/api/meeting-feeds'),
  revokeCalendarFeed: () => remove<Answer<'CalendarFeeds.revoke'>>('/api/meeting-feeds'),
  supervisionSlipAddress: (id: string) => `${at('/api/supervision-items', id)}/slip.docx`,
  noticeStreamAddress: '/api/notices/stream',

  urge: (taskId: string, note: string) =>
    post<UserTaskDetail>(`${at('/api/user-tasks', taskId)}/operations`, { kind: 'urge', note }),
  lights: (query: LightQuery, cursor: string | null) =>
    get<Answer<'Lights.board'>>('/api/lights', { ...query, cursor, limit: 50 }),
  projectLight: (id: string) => get<Answer<'Lights.light'>>(`${at('/api/projects', id)}/light`),
  lightHistory: (id: string) => get<Answer<'Lights.history'>>(`${at('/api/projects', id)}/light/history`),
  overrideLight: (id: string, body: { light: LightColour; reason: string; untilOn: string }) =>
    post<Answer<'Lights.override'>>(`${at('/api/projects', id)}/light/override`, body),
  endLightOverride: (id: string) => post<Answer<'Lights.endOverride'>>(`${at('/api/projects', id)}/light/override/end`),
  issues: () => get<Answer<'Issues.blocked'>>('/api/issues', { limit: 200 }).then(({ items }) => items),
  issueTypes: () => get<Answer<'Issues.types'>>('/api/issues/types').then(({ items }) => items),
  issuesOf: (projectId: string) =>
    get<Answer<'Issues.ofProject'>>(`${at('/api/projects', projectId)}/issues`).then(({ items }) => items),
  raiseIssue: (projectId: string, issue: NewIssue, clientKey: string) =>
    post<Answer<'Issues.raise'>>(`${at('/api/projects', projectId)}/issues`, { ...issue, clientKey }),
  sendIssueEvent: (id: string, type: string, form: FormValues, clientKey: string) =>
    post<Answer<'Issues.event'>>(`${at('/api/issues', id)}/events`, { type, form, clientKey }),
  supervisionItems: (of: { projectId: string } | { status: 'open' | 'closed' }) =>
    get<Answer<'SupervisionItems.list'>>('/api/supervision-items', { status: 'all', ...of, limit: 200 }),
  issue: (id: string) => get<IssueDetail>(at('/api/issues', id)),
  issueHistory: (id: string, cursor: string | null) =>
    get<Answer<'Issues.history'>>(`${at('/api/issues', id)}/history`, { cursor, limit: 100 }),
  supervisionItem: (id: string) => get<SupervisionItemDetail>(at('/api/supervision-items', id)),
  supervisionItemHistory: (id: string, cursor: string | null) =>
    get<Answer<'SupervisionItems.history'>>(`${at('/api/supervision-items', id)}/history`, { cursor, limit: 100 }),
  itemSources: () =>
    get<Answer<'SupervisionItems.sources'>>('/api/supervision-items/sources').then(({ items }) => items),
  draftItem: (item: NewSupervisionItem, clientKey: string) =>
    post<Answer<'SupervisionItems.draft'>>('/api/supervision-items', { ...item, clientKey }),
  sendItemEvent: (id: string, type: string, form: FormValues, clientKey: string) =>
    post<Answer<'SupervisionItems.event'>>(`${at('/api/supervision-items', id)}/events`, { type, form, clientKey }),
  waiting: (projectId: string) => get<ProjectWaiting>(`${at('/api/projects', projectId)}/waiting`),
  disputeWaiting: (projectId: string, dispute: NewDispute) =>
    post<WaitingDispute>(`${at('/api/projects', projectId)}/waiting/disputes`, dispute),
  undecidedDisputes: () => get<WaitingDispute[]>('/api/waiting-disputes'),
  decideDispute: (id: string, decision: { outcome: 'accepted' | 'refused'; reason: string }) =>
    post<WaitingDispute>(`${at('/api/waiting-disputes', id)}/decision`, decision),

  meetings: (query: MeetingQuery) =>
    get<Answer<'Meetings.list'>>('/api/meetings', { ...query, limit: 300 }).then(({ items }) => items),
  meeting: (id: string) => get<MeetingDetail>(at('/api/meetings', id)),
  meetingHistory: (id: string, cursor: string | null) =>
    get<Answer<'Meetings.history'>>(`${at('/api/meetings', id)}/history`, { cursor, limit: 100 }),
  meetingQueue: () => get<Answer<'MeetingWork.queue'>>('/api/meeting-queue'),
  sendMeetingEvent: (id: string, type: string, form: FormValues, clientKey: string) =>
    post<MeetingDetail>(`${at('/api/meetings', id)}/events/${encodeURIComponent(type)}`, { form, clientKey }),
  arrangeAgenda: (id: string, seen: number, items: readonly ArrangedItem[]) =>
    put<MeetingDetail>(`${at('/api/meetings', id)}/agenda`, { seen, items }),
  addAgendaItem: (id: string, seen: number, item: AddedItem) =>
    post<MeetingDetail>(`${at('/api/meetings', id)}/agenda/items`, { seen, item }),
  removeAgendaItem: (id: string, seen: number, key: string, reason: string) =>
    remove<MeetingDetail>(at(`${at('/api/meetings', id)}/agenda/items`, key), { seen, reason }),
  checkIn: (id: string, unit: string, present: boolean, person?: string) =>
    post<MeetingDetail>(`${at('/api/meetings', id)}/check-ins`, { unit, present, ...(person ? { person } : {}) }),
  changeReply: (id: string, unit: string, reply: GivenReply) =>
    put<MeetingDetail>(at(`${at('/api/meetings', id)}/replies`, unit), reply),

  calendar: (year: number | undefined) => get<Answer<'Calendar.year'>>('/api/calendar', { year }),
  calendarAlarms: () => get<Answer<'Calendar.alarms'>>('/api/calendar/alarms'),
  calendarHistory: () => get<Answer<'Calendar.history'>>('/api/calendar/history'),
  readHolidayNotice: (text: string) => post<Answer<'Calendar.read'>>('/api/calendar/read-notice', { text }),
  previewCalendar: (change: NoticeChange) => post<Answer<'Calendar.preview'>>('/api/calendar/preview', { change }),
  schedules: () => get<Answer<'Schedules.list'>>('/api/schedules').then(({ items }) => items),
  scheduleRuns: (key: string, cursor: string | null) =>
    get<Answer<'Schedules.runs'>>(`${at('/api/schedules', key)}/runs`, { cursor, limit: 20 }),
  pauseSchedule: (key: string, reason: string) =>
    post<Answer<'Schedules.pause'>>(`${at('/api/schedules', key)}/pause`, { reason }),
  resumeSchedule: (key: string) => post<Answer<'Schedules.resume'>>(`${at('/api/schedules', key)}/resume`),
  runScheduleNow: (key: string) => post<Answer<'Schedules.runNow'>>(`${at('/api/schedules', key)}/run-now`),

  minutes: (meetingId: string) =>
    get<Answer<'MeetingMinutes.all'>>(`${at('/api/meetings', meetingId)}/minutes`).then(({ items }) => items),
  minutesSection: (meetingId: string, section: string) =>
    get<MinutesSection>(at(`${at('/api/meetings', meetingId)}/minutes`, section)),
  saveMinutes: (meetingId: string, section: string, rev: number, text: string) =>
    put<MinutesSection>(at(`${at('/api/meetings', meetingId)}/minutes`, section), { rev, text }),
  minutesVersions: (meetingId: string, section: string) =>
    get<Answer<'MeetingMinutes.versions'>>(`${at(`${at('/api/meetings', meetingId)}/minutes`, section)}/versions`).then(
      ({ items }) => items,
    ),
  addResolution: (meetingId: string, seen: number, resolution: ResolutionDraft) =>
    post<MeetingDetail>(`${at('/api/meetings', meetingId)}/resolutions`, { seen, ...resolution }),
  putResolution: (meetingId: string, key: string, seen: number, resolution: ResolutionDraft) =>
    put<MeetingDetail>(at(`${at('/api/meetings', meetingId)}/resolutions`, key), { seen, ...resolution }),
  removeResolution: (meetingId: string, key: string, seen: number) =>
    remove<MeetingDetail>(at(`${at('/api/meetings', meetingId)}/resolutions`, key), { seen }),
  settleResolution: (meetingId: string, key: string, note: string) =>
    post<MeetingDetail>(`${at(`${at('/api/meetings', meetingId)}/resolutions`, key)}/settlement`, { note }),
  meetingDocuments: (meetingId: string) =>
    get<Answer<'MeetingMinutes.list'>>(`${at('/api/meetings', meetingId)}/documents`).then(({ items }) => items),
  meetingDocumentAddress: (meetingId: string, id: string) => at(`${at('/api/meetings', meetingId)}/documents`, id),
  meetingFileAddress: (meetingId: string, file: 'calendar.ics' | 'agenda.xlsx' | 'attendance.xlsx') =>
    `${at('/api/meetings', meetingId)}/${file}`,
  resolutionLedgerAddress: (filter: ResolutionFilter) => withQuery('/api/resolutions.xlsx', { ...filter }),
  resolutions: () =>
    get<Answer<'MeetingWork.resolutions'>>('/api/resolutions', { limit: 500 }).then(({ items }) => items),
  meetingProposal: () => get<Answer<'MeetingProposals.offer'>>('/api/meeting-proposals'),
  proposeMeeting: (proposal: MeetingProposal) =>
    post<Answer<'MeetingProposals.propose'>>('/api/meeting-proposals', proposal),
  meetingRules: () => get<MeetingRuleBook>('/api/meeting-rules'),
  setMeetingRules: (from: string, rules: MeetingRules, note: string) =>
    put<MeetingRuleBook>('/api/meeting-rules', { from, rules, note }),
  projectMeetings: (projectId: string) => get<ProjectMeetings>(`${at('/api/projects', projectId)}/meetings`),
  requestPush: (request: NewPushRequest, clientKey: string) =>
    post<Answer<'MeetingWork.request'>>('/api/push-requests', { ...request, clientKey }),
  documentTemplates: () => get<DocumentTemplateSummary[]>('/api/document-templates'),
  documentTemplate: (type: string) => get<DocumentTemplate>(at('/api/document-templates', type)),
  documentTemplateVersion: (type: string, version: number) =>
    get<DocumentTemplateVersion>(`${at('/api/document-templates', type)}/versions/${version}`),
  changeDocumentTemplate: (type: string, change: TemplateChange, wording: Wording) =>
    put<DocumentTemplate>(at('/api/document-templates', type), { ...change, wording }),
  restoreDocumentTemplate: (type: string, change: TemplateChange, version: number) =>
    post<DocumentTemplate>(`${at('/api/document-templates', type)}/restore`, { ...change, version }),
  /** The page of a document in words that are not kept yet. */
  previewDocument: (type: string, wording: Wording, showGrid: boolean) =>
    postForText(`${at('/api/document-templates', type)}/preview`, { wording, format: 'html', showGrid }),
  documentPreviewAddress: (type: string, version: number) =>
    `${at('/api/document-templates', type)}/preview?format=docx&version=${version}`,

  demoClock: () => get<Answer<'DemoClock.get'>>('/api/demo-clock'),
  moveDemoClock: (destination: DemoDestination) => post<Answer<'DemoClock.move'>>('/api/demo-clock', destination),
  stopDemoClock: () => post<Answer<'DemoClock.cancel'>>('/api/demo-clock/cancel'),

  applyCalendar: (change: NoticeChange, basedOn: number, reason: string) =>
    post<Answer<'Calendar.apply'>>('/api/calendar/apply', { change, basedOn, reason }),
};
