import { infiniteQueryOptions, keepPreviousData, QueryClient, queryOptions } from '@tanstack/react-query';
import type { ImportOutcome, InboxQuery, Incident, LightQuery, MeetingQuery, ProjectQuery } from './contract';
import { Problem } from './http';
import { landfall } from './landfall';

/** Things that change only with a deployment or an organisational reform are asked once per visit. */
const FOR_THE_VISIT = { staleTime: Number.POSITIVE_INFINITY, gcTime: Number.POSITIVE_INFINITY };

const firstPage = null as string | null;

export const meQuery = queryOptions({ queryKey: ['me'], queryFn: landfall.me, ...FOR_THE_VISIT });

export const unitsQuery = queryOptions({ queryKey: ['units'], queryFn: landfall.units, ...FOR_THE_VISIT });

export const definitionsQuery = queryOptions({
  queryKey: ['process-definitions'],
  queryFn: landfall.processDefinitions,
  ...FOR_THE_VISIT,
});

export const leadFormQuery = queryOptions({ queryKey: ['lead-form'], queryFn: landfall.leadForm, ...FOR_THE_VISIT });

export const inboxQuery = (query: InboxQuery) =>
  infiniteQueryOptions({
    queryKey: ['inbox', query],
    queryFn: ({ pageParam }) => landfall.inbox(query, pageParam),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.nextCursor,
  });

export const inboxFiltersQuery = queryOptions({ queryKey: ['inbox-filters'], queryFn: landfall.inboxFilters });

export const userTaskQuery = (id: string) =>
  queryOptions({ queryKey: ['user-task', id], queryFn: () => landfall.userTask(id) });

/** Read anew whenever the form is opened: the draft may have grown at another computer. */
export const taskDraftQuery = (id: string) =>
  queryOptions({
    queryKey: ['task-draft', id],
    queryFn: () => landfall.draft(id),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

export const phrasesQuery = queryOptions({
  queryKey: ['phrases'],
  queryFn: landfall.phrases,
  staleTime: 300_000,
});

export const substitutionsQuery = queryOptions({ queryKey: ['substitutions'], queryFn: landfall.substitutions });

export const colleaguesQuery = (q: string, staff: boolean) =>
  queryOptions({
    queryKey: ['colleagues', staff, q],
    queryFn: () => landfall.colleagues(q, staff),
    staleTime: 60_000,
    placeholderData: (before) => before,
  });

export const projectsQuery = (query: ProjectQuery) =>
  infiniteQueryOptions({
    queryKey: ['projects', query],
    queryFn: ({ pageParam }) => landfall.projects(query, pageParam),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.nextCursor,
  });

/** The first projects that a few words find, for choosing one. */
export const foundProjectsQuery = (q: string) =>
  queryOptions({ queryKey: ['projects', 'found', q], queryFn: () => landfall.projects({ q }, null) });

export const projectQuery = (id: string) =>
  queryOptions({ queryKey: ['project', id], queryFn: () => landfall.project(id) });

export const historyQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['project', id, 'history'],
    queryFn: ({ pageParam }) => landfall.history(id, pageParam),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.nextCursor,
  });

export const routingQuery = (industry: string, landingUnit: string | undefined) =>
  queryOptions({
    queryKey: ['routing', industry, landingUnit ?? ''],
    queryFn: () => landfall.routing(industry, landingUnit),
    enabled: industry !== '',
    staleTime: 300_000,
  });

export const importsQuery = queryOptions({ queryKey: ['imports'], queryFn: landfall.imports });

export const importQuery = (id: string, outcome: ImportOutcome | undefined) =>
  infiniteQueryOptions({
    queryKey: ['imports', id, outcome ?? 'all'],
    queryFn: ({ pageParam }) => landfall.importPage(id, outcome, pageParam),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.nextCursor,
  });

export const incidentsQuery = (state: Incident['state']) =>
  queryOptions({ queryKey: ['incidents', state], queryFn: () => landfall.incidents(state) });

/** How many notices are unread; the stream of notices keeps it current. */
export const unreadQuery = queryOptions({
  queryKey: ['notices', 'unread'],
  queryFn: () => landfall.notices(true, 1, null).then(({ unread }) => unread),
  staleTime: 60_000,
});

export const newestNoticesQuery = queryOptions({
  queryKey: ['notices', 'newest'],
  queryFn: () => landfall.notices(false, 8, null),
});

export const noticesQuery = (unreadOnly: boolean) =>
  infiniteQueryOptions({
    queryKey: ['notices', 'list', unreadOnly],
    queryFn: ({ pageParam }) => landfall.notices(unreadOnly, 30, pageParam),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.nextCursor,
  });

export const noticeSettingsQuery = queryOptions({
  queryKey: ['notices', 'settings'],
  queryFn: landfall.noticeSettings,
});

export const calendarQuery = (year: number | undefined) =>
  queryOptions({
    queryKey: ['calendar', year ?? 'now'],
    queryFn: () => landfall.calendar(year),
    placeholderData: keepPreviousData,
  });

export const calendarAlarmsQuery = queryOptions({ queryKey: ['calendar', 'alarms'], queryFn: landfall.calendarAlarms });

export const calendarHistoryQuery = queryOptions({
  queryKey: ['calendar', 'history'],
  queryFn: landfall.calendarHistory,
});

/** How often the board looks again by itself: lights and limits move without anybody touching the page. */
const BOARD_INTERVAL = 30_000;

/** A meeting moves while many people look at it: replies, check-ins, conclusions. */
const MEETING_INTERVAL = 15_000;

export const meetingsQuery = (query: MeetingQuery = {}) =>
  queryOptions({
    queryKey: ['meetings', 'list', query],
    queryFn: () => landfall.meetings(query),
    placeholderData: keepPreviousData,
    refetchInterval: BOARD_INTERVAL,
  });

export const meetingQuery = (id: string) =>
  queryOptions({
    queryKey: ['meetings', 'one', id],
    queryFn: () => landfall.meeting(id),
    refetchInterval: MEETING_INTERVAL,
  });

export const meetingHistoryQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['meetings', 'one', id, 'history'],
    queryFn: ({ pageParam }) => landfall.meetingHistory(id, pageParam),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.nextCursor,
  });

export const meetingProposalQuery = queryOptions({
  queryKey: ['meetings', 'proposal'],
  queryFn: landfall.meetingProposal,
});

export const meetingQueueQuery = queryOptions({ queryKey: ['meetings', 'queue'], queryFn: landfall.meetingQueue });

export const lightsQuery = (query: LightQuery) =>
  infiniteQueryOptions({
    queryKey: ['supervision', 'lights', query],
    queryFn: ({ pageParam }) => landfall.lights(query, pageParam),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: BOARD_INTERVAL,
  });

export const issuesQuery = queryOptions({
  queryKey: ['supervision', 'issues'],
  queryFn: landfall.issues,
  refetchInterval: BOARD_INTERVAL,
});

export const supervisionItemsQuery = (projectId?: string) =>
  queryOptions({
    queryKey: ['supervision', 'items', projectId ?? 'open'],
    queryFn: () => landfall.supervisionItems(projectId ? { projectId } : { status: 'open' }),
    refetchInterval: BOARD_INTERVAL,
  });

/** The items that were closed last. */
export const closedItemsQuery = queryOptions({
  queryKey: ['supervision', 'items', 'closed'],
  queryFn: () => landfall.supervisionItems({ status: 'closed' }),
});

export const supervisionItemQuery = (id: string) =>
  queryOptions({
    queryKey: ['supervision', 'item', id],
    queryFn: () => landfall.supervisionItem(id),
    refetchInterval: BOARD_INTERVAL,
  });

export const issueQuery = (id: string) =>
  queryOptions({
    queryKey: ['supervision', 'issue', id],
    queryFn: () => landfall.issue(id),
    refetchInterval: BOARD_INTERVAL,
  });

export const issueHistoryQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['supervision', 'issue', id, 'history'],
    queryFn: ({ pageParam }) => landfall.issueHistory(id, pageParam),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.nextCursor,
  });

export const supervisionItemHistoryQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['supervision', 'item', id, 'history'],
    queryFn: ({ pageParam }) => landfall.supervisionItemHistory(id, pageParam),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.nextCursor,
  });

export const issuesOfQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['supervision', 'project', projectId, 'issues'],
    queryFn: () => landfall.issuesOf(projectId),
    refetchInterval: BOARD_INTERVAL,
  });

export const projectLightQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['supervision', 'project', projectId, 'light'],
    queryFn: () => landfall.projectLight(projectId),
    refetchInterval: BOARD_INTERVAL,
  });

export const lightHistoryQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['supervision', 'project', projectId, 'light', 'history'],
    queryFn: () => landfall.lightHistory(projectId),
  });

export const waitingQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['supervision', 'project', projectId, 'waiting'],
    queryFn: () => landfall.waiting(projectId),
  });

/** What waits for the office's decision; only for those who decide. */
export const undecidedDisputesQuery = queryOptions({
  queryKey: ['supervision', 'disputes'],
  queryFn: landfall.undecidedDisputes,
  refetchInterval: BOARD_INTERVAL,
});

export const issueTypesQuery = queryOptions({
  queryKey: ['issue-types'],
  queryFn: landfall.issueTypes,
  ...FOR_THE_VISIT,
});

export const itemSourcesQuery = queryOptions({
  queryKey: ['item-sources'],
  queryFn: landfall.itemSources,
  ...FOR_THE_VISIT,
});

/** Answers of the server are final; only silence is asked again. */
const isSilence = (error: unknown): boolean => error instanceof Problem && (error.status === 0 || error.status >= 502);

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 15_000, retry: (count, error) => isSilence(error) && count < 2 },
    mutations: { retry: false },
  },
});
