import { AttachmentFolder, Attachments, Comments } from '@landfall/attachments';
import { type Clock, SystemClock } from '@landfall/clock';
import type { Settings } from '@landfall/config';
import { CommonPhrases, FormDrafts, InboxFilters } from '@landfall/desk';
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
import { pushMeeting } from '@workflows/push-meeting';
import { pushRequest } from '@workflows/push-request';
import { streetTownReview } from '@workflows/street-town-review';
import { supervisionItem } from '@workflows/supervision-item';
import { groupDirectory } from './group-directory';
import { HAND_OVER_GROUPS, handOverThrough } from './hand-over';
import { headsOf } from './heads-of';
import { composeMeetings, type Meetings } from './meetings';
import { composeNotifications, type Notifications } from './notifications';
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
  readonly notifications: Notifications;
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

/** Everything that a database needs before the first request: schema, organisation, calendar, sample accounts. */
export const prepareDatabase = async (
  settings: Settings,
  databaseUrl: string,
  clock: Clock = new SystemClock(),
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
  const clock = options.clock ?? new SystemClock();
  const attachmentFolder = new AttachmentFolder(settings.attachmentDir);
  const database = new Database({ url: databaseUrl, connections: settings.databaseConnections });
  const organization = new Organization(database, clock);
  const outbox = new Outbox(clock);
  const workingTime = new WorkingTime(database, clock, outbox);
  const roster = new Roster(database, organization);
  const listeners: (() => void)[] = [];
  const engine: ProcessEngine = new ProcessEngine({
    database,
    clock,
    definitions: [
      ...investmentProject,
      ...issue,
      ...supervisionItem,
      ...streetTownReview,
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
    onOutbox: () => {
      for (const listener of listeners) listener();
    },
  });
  const notifications = composeNotifications({ ...options, database, clock, organization, engine, workingTime });
  const issues = new Issues({ database, clock, engine });
  const supervisionItems = new SupervisionItems({ database, clock, engine });
  const leaderResponsibilities = new LeaderResponsibilities({ database, clock });
  const supervisionParts = { database, clock, outbox, organization, engine, issues, supervisionItems, workingTime };
  return {
    settings,
    databaseUrl,
    clock,
    database,
    organization,
    workingTime,
    accounts: new Accounts(database, clock, organization),
    sessions: new Sessions(database, clock, organization, {
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
    supervision: composeSupervision(supervisionParts),
    meetings: composeMeetings({ database, clock, engine, organization, workingTime, leaderResponsibilities }),
    attachments: new Attachments(database, clock, attachmentFolder, settings.attachmentLimit),
    comments: new Comments(database, clock),
    inboxFilters: new InboxFilters(database, clock),
    commonPhrases: new CommonPhrases(database, clock),
    formDrafts: new FormDrafts(database, clock),
    notifications,
    onOutbox: (listener) => {
      listeners.push(listener);
    },
    close: async () => {
      await engine.close();
      await notifications.close();
      await database.close();
    },
  };
};
