import type { Clock } from '@landfall/clock';
import type { Settings } from '@landfall/config';
import {
  DeadlineReminders,
  Deliveries,
  Digests,
  FanOut,
  NoticePreferences,
  NoticeStream,
  Notices,
  OUTSIDE_CHANNELS,
  type OutsideChannel,
  openChannels,
  type Recipients,
  type Subjects,
} from '@landfall/notifications';
import type { Organization } from '@landfall/organization';
import type { Database } from '@landfall/persistence';
import type { ProcessEngine } from '@landfall/process-engine';
import type { WorkingTime } from '@landfall/working-time';
import { accountsInUse, holdersOf } from './holders-of';
import { nameUnits } from './name-units';
import { pageOf } from './page-of';
import { subjectsOf } from './subjects-of';

/** What says that an issue, an item or a meeting stands somewhere and wants something; once it is over nobody need read it. */
const PASSING = [
  ...['informed', 'escalated', 'awaitsLeadingGroup', 'meetingAnswered', 'meetingUnsettled'].map(
    (kind) => `issue.${kind}`,
  ),
  ...['dispatched', 'unsigned', 'blue', 'yellow', 'red'].map((kind) => `supervisionItem.${kind}`),
  ...['called', 'convened', 'papers', 'silent', 'stillOpen', 'unfulfilled', 'notTaken'].map(
    (kind) => `meeting.${kind}`,
  ),
];

/** Everything about telling people, put together. */
export interface Notifications {
  readonly notices: Notices;
  readonly preferences: NoticePreferences;
  readonly stream: NoticeStream;
  readonly fanOut: FanOut;
  readonly deliveries: Deliveries;
  readonly reminders: DeadlineReminders;
  readonly digests: Digests;
  /** The ways out of the house that the settings name. */
  readonly available: readonly OutsideChannel[];
  close(): Promise<void>;
}

export interface NotificationParts {
  readonly settings: Settings;
  readonly database: Database;
  readonly clock: Clock;
  readonly organization: Organization;
  readonly engine: ProcessEngine;
  readonly workingTime: WorkingTime;
  readonly onFault?: ((error: unknown) => void) | undefined;
}

export const composeNotifications = (parts: NotificationParts): Notifications => {
  const { settings, database, clock, organization, engine, workingTime, onFault } = parts;
  const isWorkday = (day: string): boolean => workingTime.latest().isWorkday(day);
  const channels = openChannels(settings, clock);
  const available = OUTSIDE_CHANNELS.filter((channel) => channels[channel]);
  const recipients: Recipients = {
    accountsOf: (group) => holdersOf(database, organization, group),
    inUse: (accounts) => accountsInUse(database, accounts),
  };
  const subjects: Subjects = {
    taskTitle: ({ definition, version, taskKey }) =>
      engine.definitions.get(definition, version).userTasks[taskKey]?.title ?? { zh: taskKey, en: taskKey },
    names: (ids) => subjectsOf(database, engine.definitions, ids),
  };
  const stream = new NoticeStream(database);
  return {
    notices: new Notices(database, clock),
    preferences: new NoticePreferences(database, clock),
    stream,
    fanOut: new FanOut({
      database,
      clock,
      recipients,
      isWorkday,
      available,
      pageOf,
      inWords: async (text) => nameUnits(text, await organization.view()),
    }),
    deliveries: new Deliveries({
      database,
      clock,
      channels,
      recipients,
      publicUrl: settings.publicUrl,
      onFailed: onFault,
    }),
    reminders: new DeadlineReminders({ database, clock, isWorkday, subjects }),
    digests: new Digests({
      database,
      clock,
      isWorkday,
      recipients,
      subjects,
      toChats: available.some((channel) => channel !== 'email'),
      passingKinds: PASSING,
    }),
    available,
    close: async () => {
      await stream.close();
      for (const channel of Object.values(channels)) channel.close?.();
    },
  };
};
