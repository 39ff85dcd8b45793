import { AttachmentFolder, Attachments, Comments } from '@landfall/attachments';
import { type Clock, DemoClock, ManualClock, SystemClock } from '@landfall/clock';
import type { Settings } from '@landfall/config';
import { CommonPhrases, FormDrafts, InboxFilters } from '@landfall/desk';
import { DocumentTemplates } from '@landfall/documents';
import {
  Accounts,
  LeavingPost,
  loadSampleAccounts,
  Roster,
  type SampleAccount,
  Sessions,
  Substitutions,
} from '@landfall/identity';
import {
  meetingCommandHandlers,
  pushRequestCommandHandlers,
  queueCommandHandlers,
  repeatableMeetingCommands,
} from '@landfall/meetings';
import { notifyCommandHandlers } from '@landfall/notifications';
import { loadOrganization, Organization } from '@landfall/organization';
import { Outbox } from '@landfall/outbox';
import { Database, migrate } from '@landfall/persistence';
import { ProcessEngine } from '@landfall/process-engine';
import { constraintRejections, formFormats, Leads, projectCommandHandlers } from '@landfall/projects';
import { Schedules } from '@landfall/schedules';
import {
  Issues,
  issueCommandHandlers,
  issueConstraintRejections,
  LeaderResponsibilities,
  repeatableSupervisionCommands,
  SupervisionItems,
  supervisionItemCommandHandlers,
} from '@landfall/supervision';
import { loadCalendar, WorkingTime } from '@landfall/working-time';
import { investmentProject } from '@workflows/investment-project';
import { issue } from '@workflows/issue';
import { leadingGroupConference } from '@workflows/leading-group-conference';
import { pushMeeting } from '@workflows/push-meeting';
import { pushRequest } from '@workflows/push-request';
import { specialMeeting } from '@workflows/special-meeting';
import { streetTownReview } from '@workflows/street-town-review';
import { supervisionItem } from '@workflows/supervision-item';
import { CalendarAlarm } from './calendar-alarm';
import { DemoSettling } from './demo-settling';
import { DemoTime } from './demo-time';
import { groupDirectory } from './group-directory';
import { HAND_OVER_GROUPS, handOverThrough } from './hand-over';
import { headsOf } from './heads-of';
import { composeMeetings, type Meetings } from './meetings';
import { composeNotifications, type Notifications } from './notifications';
import { refuseMovedClock } from './refuse-moved-clock';
import { schedulesOf } from './schedules';
import { composeSupervision, readLightAfter, type Supervision } from './supervision';
import { workNotices } from './work-notices';

/** A Landfall without transport: what api, worker and standalone have in common. */
export interface Installation {
  readonly settings: Settings;
  readonly databaseUrl: string;
  readonly clock: Clock;
  readonly database: Database;
  readonly organization: Organization;
  readonly workingTime: WorkingTime;
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly substitutions: Substitutions;
  /** Who holds what today, at once. */
  readonly roster: Roster;
  readonly leavingPost: LeavingPost;
  readonly engine: ProcessEngine;
  readonly outbox: Outbox;
  readonly leads: Leads;
  readonly issues: Issues;
  readonly supervisionItems: SupervisionItems;
  readonly leaderResponsibilities: LeaderResponsibilities;
  readonly supervision: Supervision;
  readonly meetings: Meetings;
  /** Receives nothing before its `open`: only the API needs the folder, a worker alone does not. */
  readonly attachments: Attachments;
  readonly comments: Comments;
  readonly inboxFilters: InboxFilters;
  readonly commonPhrases: CommonPhrases;
  readonly formDrafts: FormDrafts;
  readonly documentTemplates: DocumentTemplates;
  readonly notifications: Notifications;
  readonly schedules: Schedules;
  /** The time of a demonstration; only with LANDFALL_DEMO. */
  readonly demoTime: DemoTime | undefined;
  /** Calls back after a commit of this process that filled the outbox. */
  onOutbox(listener: () => void): void;
  close(): Promise<void>;
}

export interface InstallationOptions {
  readonly settings: Settings;
  readonly databaseUrl: string;
  readonly clock?: Clock;
  readonly onFault?: (error: unknown) => void;
}

/** Nine in the morning of the day on which a demonstration begins. */
const beginningOf = ({ demo, demoFrom }: Settings): Date | undefined =>
  demo && demoFrom !== undefined ? new Date(`${demoFrom}T09:00:00+08:00`) : undefined;

/** Who holds which post holds it from the first day of a demonstration on. */
const clockOfPreparation = (settings: Settings): Clock => {
  const beginning = beginningOf(settings);
  return beginning ? new ManualClock(beginning) : new SystemClock();
};

/** Everything that a database needs before the first request: schema, organisation, calendar, sample accounts. */
export const prepareDatabase = async (
  settings: Settings,
  databaseUrl: string,
  clock: Clock = clockOfPreparation(settings),
): Promise<{ sampleAccounts: readonly SampleAccount[] }> => {
  await migrate(databaseUrl);
  const database = new Database({ url: databaseUrl, connections: 2, applicationName: 'landfall-preparation' });
  try {
    await database.transaction((tx) => loadOrganization(tx));
    await database.transaction((tx) => loadCalendar(tx, clock));
    const password = settings.samplePassword;
    if (!settings.sampleData || password === undefined) return { sampleAccounts: [] };
    const { posts } = await new Organization(database, clock).view();
    const production = settings.environment === 'production';
    return { sampleAccounts: await loadSampleAccounts(database, { password, posts, production, clock }) };
  } finally {
    await database.close();
  }
};

/** Opens an installation on a prepared database: reads who holds what and the calendar and deploys the process definitions. */
export const openInstallation = async (options: InstallationOptions): Promise<Installation> => {
  const installation = composeInstallation(options);
  if (installation.demoTime) await installation.demoTime.clock.open(beginningOf(options.settings));
  else await refuseMovedClock(installation.database);
  await installation.organization.view();
  await installation.roster.view();
  await installation.workingTime.view();
  await installation.engine.open();
  return installation;
};

/**
 * 横向协调、统筹抓总、督促推动 (notice 三（一）): the leaders, the office and its supervision officers oversee everybody's
 * work, so that each of them may urge it.
 */
const OVERSEERS = ['LG.leader', 'LG.exec', 'LG.deputy', 'LGO.director', 'LGO.supervisor', 'LGO.staff'];

/** What these record is recorded anew when a decision that was taken back is made again. */
const REPEATABLE_COMMANDS = [
  ...['recordFacts', 'assignTaskForces', 'recordLevel'],
  ...repeatableSupervisionCommands,
  ...repeatableMeetingCommands,
];

/** Joins the libraries; nothing is read or written until it is opened. */
export const composeInstallation = (options: InstallationOptions): Installation => {
  const { settings, databaseUrl } = options;
  // Sessions and passwords go by the real time: nobody is signed out because a demonstration skips a month.
  const realClock = options.clock ?? new SystemClock();
  const demoClock = settings.demo ? new DemoClock(databaseUrl, realClock) : undefined;
  const clock = demoClock ?? realClock;
  const attachmentFolder = new AttachmentFolder(settings.attachmentDir);
  const database = new Database({ url: databaseUrl, connections: settings.databaseConnections });
  const organization = new Organization(database, clock);
  const outbox = new Outbox(clock);
  const workingTime = new WorkingTime(database, clock, outbox);
  const roster = new Roster(database, organization);
  const listeners: (() => void)[] = [];
  const onOutbox = (): void => {
    for (const listener of listeners) listener();
  };
  const engine: ProcessEngine = new ProcessEngine({
    database,
    clock,
    definitions: [
      ...investmentProject,
      ...issue,
      ...supervisionItem,
      ...streetTownReview,
      ...specialMeeting,
      ...leadingGroupConference,
      ...pushMeeting,
      ...pushRequest,
    ],
    commandHandlers: [
      projectCommandHandlers,
      issueCommandHandlers,
      supervisionItemCommandHandlers,
      meetingCommandHandlers,
      queueCommandHandlers,
      pushRequestCommandHandlers,
      notifyCommandHandlers,
    ],
    formFormats: formFormats(organization),
    supervisorsOf: headsOf(organization),
    calendar: () => workingTime.latest(),
    overseersOf: () => OVERSEERS,
    administrators: HAND_OVER_GROUPS,
    fallbackGroup: 'LGO.staff',
    unitOf: (group) => group.split('.')[0],
    repeatableCommands: REPEATABLE_COMMANDS,
    onWork: workNotices(() => engine.definitions),
    afterEvent: readLightAfter,
    groups: groupDirectory(roster),
    constraintRejections: { ...constraintRejections, ...issueConstraintRejections },
    commitConnections: settings.commitConnections,
    commitBatchSize: settings.commitBatchSize,
    onOutbox,
  });
  const notifications = composeNotifications({ ...options, database, clock, organization, engine, workingTime });
  const issues = new Issues({ database, clock, engine });
  const supervisionItems = new SupervisionItems({ database, clock, engine });
  const leaderResponsibilities = new LeaderResponsibilities({ database, clock });
  const supervisionParts = { database, clock, outbox, organization, engine, issues, supervisionItems, workingTime };
  const supervision = composeSupervision(supervisionParts);
  const documentTemplates = new DocumentTemplates(database, clock);
  const meetings = composeMeetings({
    ...{ database, clock, engine, organization, workingTime, leaderResponsibilities, documentTemplates },
  });
  const schedules = new Schedules({
    database,
    clock,
    outbox,
    onOutbox,
    calendar: () => workingTime.latest(),
    schedules: schedulesOf({
      readDailyLights: supervision.readDailyLights,
      digests: notifications.digests,
      calendarAlarm: new CalendarAlarm(database, clock, workingTime),
      meetings,
    }),
  });
  const settling = new DemoSettling({
    database,
    clock,
    engine,
    roster,
    schedules,
    notifications,
    supervision,
    meetings,
  });
  const isWorkday = (day: string): boolean => workingTime.latest().isWorkday(day);
  return {
    settings,
    databaseUrl,
    clock,
    database,
    organization,
    workingTime,
    accounts: new Accounts(database, realClock, organization),
    sessions: new Sessions(database, realClock, organization, {
      idleMs: settings.sessionIdle,
      absoluteMs: settings.sessionLifetime,
      sampleAccounts: settings.environment !== 'production',
    }),
    substitutions: new Substitutions(database, clock, organization),
    roster,
    leavingPost: new LeavingPost(database, organization, roster, handOverThrough(engine)),
    engine,
    outbox,
    leads: new Leads({ database, clock, engine, routing: organization }),
    leaderResponsibilities,
    issues,
    supervisionItems,
    supervision,
    meetings,
    attachments: new Attachments(database, clock, attachmentFolder, settings.attachmentLimit),
    comments: new Comments(database, clock),
    inboxFilters: new InboxFilters(database, clock),
    commonPhrases: new CommonPhrases(database, clock),
    formDrafts: new FormDrafts(database, clock),
    documentTemplates,
    notifications,
    schedules,
    demoTime: demoClock && new DemoTime({ clock: demoClock, database, settling, isWorkday }),
    onOutbox: (listener) => {
      listeners.push(listener);
    },
    close: async () => {
      await engine.close();
      await notifications.close();
      await demoClock?.close();
      await database.close();
    },
  };
};
