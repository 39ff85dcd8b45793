import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import type { ProjectQuery } from './api/contract';
import { onSessionEnded, Problem } from './api/http';
import { meQuery, queryClient } from './api/queries';
import { demoClockQuery } from './demo-clock/demo-clock-query';
import { inboxSearch } from './inbox/inbox-search';
import { AppLayout } from './layout/app-layout';
import { MissingPage, PageFailure } from './layout/page-failure';
import { resolutionSearchOf } from './resolutions/resolution-search';
import { boardSearchOf } from './supervision/board-search';

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined;

const yearOf = (search: Record<string, unknown>): { year?: number } => {
  const year = Number(search.year);
  return Number.isInteger(year) && year >= 2000 && year <= 2100 ? { year } : {};
};

const rootRoute = createRootRoute({ component: Outlet, notFoundComponent: MissingPage });

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { next?: string; ended?: true } => {
    const next = text(search.next);
    return {
      // Only a place inside this client may follow: never another site.
      ...(next?.startsWith('/') && !/^\/[/\\]/.test(next) ? { next } : {}),
      ...(search.ended === true ? { ended: true } : {}),
    };
  },
  component: lazyRouteComponent(() => import('./sign-in/sign-in-page'), 'SignInPage'),
});

const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'home',
  component: AppLayout,
  errorComponent: PageFailure,
  beforeLoad: async ({ location }) => {
    try {
      const me = await queryClient.ensureQueryData(meQuery);
      // Before anything says how much time is left.
      if (me.demoClock) await queryClient.ensureQueryData(demoClockQuery);
    } catch (error) {
      if (error instanceof Problem && error.status === 401) {
        throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { next: location.href } });
      }
      throw error;
    }
  },
});

const indexRoute = createRoute({
  getParentRoute: () => homeRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/inbox' });
  },
});

const inboxRoute = createRoute({
  getParentRoute: () => homeRoute,
  path: '/inbox',
  validateSearch: inboxSearch,
  component: lazyRouteComponent(() => import('./inbox/inbox-page'), 'InboxPage'),
});

const userTaskRoute = createRoute({
  getParentRoute: () => homeRoute,
  path: '/tasks/$taskId',
  component: lazyRouteComponent(() => import('./user-task/user-task-page'), 'UserTaskPage'),
});

const projectsRoute = createRoute({
  getParentRoute: () => homeRoute,
  path: '/projects',
  validateSearch: (search: Record<string, unknown>): ProjectQuery => {
    const query: ProjectQuery = {};
    for (const name of ['q', 'stage', 'leadTaskForce', 'landingUnit', 'status', 'sort'] as const) {
      const value = text(search[name]);
      if (value) query[name] = value;
    }
    return query;
  },
  component: lazyRouteComponent(() => import('./projects/project-list-page'), 'ProjectListPage'),
});

const projectRoute = createRoute({
  getParentRoute: () => homeRoute,
  path: '/projects/$projectId',
  component: lazyRouteComponent(() => import('./projects/project-page'), 'ProjectPage'),
});

const leadRoute = createRoute({
  getParentRoute: () => homeRoute,
  path: '/leads/new',
  component: lazyRouteComponent(() => import('./leads/lead-page'), 'LeadPage'),
});

const importsRoute = createRoute({
  getParentRoute: () => homeRoute,
  path: '/imports',
  validateSearch: (search: Record<string, unknown>): { id?: string } => {
    const id = text(search.id);
    return id ? { id } : {};
  },
  component: lazyRouteComponent(() => import('./imports/import-page'), 'ImportPage'),
});

const supervisionRoute = createRoute({
  getParentRoute: () => homeRoute,
  path: '/supervision',
  validateSearch: boardSearchOf,
  component: lazyRouteComponent(() => import('./supervision/board-page'), 'BoardPage'),
});

const supervisionItemRoute = createRoute({
  getParentRoute: () => homeRoute,
  path: '/supervision/items/$itemId',
  component: lazyRouteComponent(() => import('./supervision/item-page'), 'ItemPage'),
});

const issueRoute = createRoute({
  getParentRoute: () => homeRoute,
  path: '/supervision/issues/$issueId',
  component: lazyRouteComponent(() => import('./supervision/issue-page'), 'IssuePage'),
});

const meetingsRoute = createRoute({
  getParentRoute: () => homeRoute,
  path: '/meetings',
  validateSearch: (search: Record<string, unknown>): { month?: string } => {
    const month = text(search.month);
    return month !== undefined && /^20\d\d-(0[1-9]|1[0-2])$/.test(month) ? { month } : {};
  },
  component: lazyRouteComponent(() => import('./meetings/meetings-page'), 'MeetingsPage'),
});

const meetingRoute = createRoute({
  getParentRoute: () => homeRoute,
  path: '/meetings/$meetingId',
  validateSearch: (search: Record<string, unknown>): { tab?: string } => {
    const tab = text(search.tab);
    return tab ? { tab } : {};
  },
  component: lazyRouteComponent(() => import('./meetings/meeting-page'), 'MeetingPage'),
});

const checkInRoute = createRoute({
  getParentRoute: () => homeRoute,
  path: '/meetings/$meetingId/check-in',
  component: lazyRouteComponent(() => import('./meetings/check-in-page'), 'CheckInPage'),
});

const minutesRoute = createRoute({
  getParentRoute: () => homeRoute,
  path: '/meetings/$meetingId/minutes',
  component: lazyRouteComponent(() => import('./meetings-minutes/minutes-page'), 'MinutesPage'),
});

const resolutionsRoute = createRoute({
  getParentRoute: () => homeRoute,
  path: '/resolutions',
  validateSearch: resolutionSearchOf,
  component: lazyRouteComponent(() => import('./resolutions/resolutions-page'), 'ResolutionsPage'),
});

const meetingRulesRoute = createRoute({
  getParentRoute: () => homeRoute,
  path: '/meeting-rules',
  component: lazyRouteComponent(() => import('./meeting-rules/rules-page'), 'RulesPage'),
});

const documentTemplatesRoute = createRoute({
  getParentRoute: () => homeRoute,
  path: '/document-templates',
  validateSearch: (search: Record<string, unknown>): { type?: string } => {
    const type = text(search.type);
    return type ? { type } : {};
  },
  component: lazyRouteComponent(() => import('./document-templates/templates-page'), 'TemplatesPage'),
});

const noticesRoute = createRoute({
  getParentRoute: () => homeRoute,
  path: '/notices',
  validateSearch: (search: Record<string, unknown>): { view?: 'unread' } =>
    search.view === 'unread' ? { view: 'unread' } : {},
  component: lazyRouteComponent(() => import('./notices/notices-page'), 'NoticesPage'),
});

const calendarRoute = createRoute({
  getParentRoute: () => homeRoute,
  path: '/calendar',
  validateSearch: yearOf,
  component: lazyRouteComponent(() => import('./calendar/calendar-page'), 'CalendarPage'),
});

const noticeRoute = createRoute({
  getParentRoute: () => homeRoute,
  path: '/calendar/notice',
  validateSearch: yearOf,
  component: lazyRouteComponent(() => import('./calendar/notice-page'), 'NoticePage'),
});

const incidentsRoute = createRoute({
  getParentRoute: () => homeRoute,
  path: '/incidents',
  component: lazyRouteComponent(() => import('./incidents/incidents-page'), 'IncidentsPage'),
});

const schedulesRoute = createRoute({
  getParentRoute: () => homeRoute,
  path: '/schedules',
  component: lazyRouteComponent(() => import('./schedules/schedules-page'), 'SchedulesPage'),
});

const substitutionsRoute = createRoute({
  getParentRoute: () => homeRoute,
  path: '/substitutions',
  component: lazyRouteComponent(() => import('./substitution/substitutions-page'), 'SubstitutionsPage'),
});

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    signInRoute,
    homeRoute.addChildren([
      indexRoute,
      inboxRoute,
      userTaskRoute,
      projectsRoute,
      projectRoute,
      leadRoute,
      importsRoute,
      supervisionRoute,
      supervisionItemRoute,
      issueRoute,
      meetingsRoute,
      meetingRoute,
      checkInRoute,
      noticesRoute,
      calendarRoute,
      noticeRoute,
      incidentsRoute,
      substitutionsRoute,
      schedulesRoute,
      minutesRoute,
      resolutionsRoute,
      meetingRulesRoute,
      documentTemplatesRoute,
    ]),
  ]),
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

// A session that ends keeps the place: after signing in again the reader is back where the work was.
onSessionEnded(() => {
  if (queryClient.getQueryData(meQuery.queryKey) === undefined) return;
  queryClient.removeQueries({ queryKey: meQuery.queryKey });
  const { pathname, href } = router.state.location;
  if (pathname !== '/sign-in') void router.navigate({ to: '/sign-in', search: { next: href, ended: true } });
});
