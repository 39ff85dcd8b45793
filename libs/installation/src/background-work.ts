import { Heartbeat } from '@landfall/clock';
import { NotificationWork, notificationJobs } from '@landfall/notifications';
import {
  type JobHandlers,
  JobQueues,
  JobRunner,
  joinJobHandlers,
  OutboxRelay,
  openQueueBackend,
  QueueAlarms,
  type QueueBackend,
} from '@landfall/outbox';
import { engineJobs, MIGRATE_JOB, TimerSweeper } from '@landfall/process-engine';
import { LONG_PROJECT_JOBS, projectJobs } from '@landfall/projects';
import { LONG_SCHEDULE_JOBS, TIME_ZONE } from '@landfall/schedules';
import { LapsedIssues, LONG_LIGHT_JOBS, supervisionItemJobs } from '@landfall/supervision';
import { workingTimeJobs } from '@landfall/working-time';
import type { Installation } from './installation';

/** What a worker does: it relays the outbox, runs jobs, sweeps timers and opens what schedules have due. */
export interface BackgroundWork {
  readonly backend: QueueBackend['kind'];
  stop(): Promise<void>;
}

/** The jobs of all libraries. */
export const jobHandlersOf = ({
  database,
  clock,
  engine,
  organization,
  outbox,
  workingTime,
  notifications,
  supervision,
  schedules,
  meetings,
}: Installation): JobHandlers =>
  joinJobHandlers(
    engineJobs(engine),
    projectJobs({ database, clock, engine, routing: organization, outbox }),
    workingTimeJobs(workingTime),
    supervisionItemJobs({ database, engine }),
    supervision.jobs,
    schedules.jobs,
    meetings.jobs,
    notificationJobs(notifications.fanOut, notifications.deliveries),
  );

const LONG_JOBS = [MIGRATE_JOB, ...LONG_PROJECT_JOBS, ...LONG_LIGHT_JOBS, ...LONG_SCHEDULE_JOBS];

/** Starts relaying, running and sweeping on an installation, until it is stopped. */
export const startBackgroundWork = async (
  installation: Installation,
  onFault: (error: unknown) => void,
): Promise<BackgroundWork> => {
  const { database, databaseUrl, clock, engine, settings, notifications, schedules, supervision, meetings } =
    installation;
  const backend = await openQueueBackend({ databaseUrl, redisUrl: settings.redisUrl });
  const queues = new JobQueues(backend, LONG_JOBS);
  const relay = new OutboxRelay(database, clock, queues.queueFor, { intervalMs: RELAY_INTERVAL_MS, onError: onFault });
  const runner = new JobRunner(database, clock, backend, jobHandlersOf(installation), {
    concurrency: settings.workerConcurrency,
    longJobs: LONG_JOBS,
    onFailed: async ({ id, job }, error) => {
      onFault(error);
      await engine.incidents.recordFault(error, { kind: 'job', messageId: id, job });
    },
  });
  const sweeper = new TimerSweeper(database, clock, engine, { intervalMs: settings.sweepInterval }, onFault);
  const telling = new NotificationWork({ ...notifications, sweepMs: settings.sweepInterval, onError: onFault });
  const lapses = new LapsedIssues({ database, engine }, { intervalMs: LAPSE_INTERVAL_MS, onError: onFault });
  const lapsedRequests = new Heartbeat(() => meetings.lapsedRequests.sweep(), LAPSE_INTERVAL_MS, onFault);
  const unconfirmed = new Heartbeat(() => meetings.unconfirmedItems.sweep(), LAPSE_INTERVAL_MS, onFault);
  const lights = new Heartbeat(() => supervision.lightReadings.sweep(), settings.sweepInterval, onFault);
  const schedule = new Heartbeat(() => schedules.sweep(), settings.sweepInterval, onFault);
  let stopping = false;
  const moves = new Heartbeat(
    async () =>
      installation.demoTime?.carryOn(
        () => relay.nudge(),
        () => stopping,
      ),
    MOVE_INTERVAL_MS,
    onFault,
  );
  const alarms = new QueueAlarms(backend, () => schedule.nudge());
  // Without the alarms the sweep finds what is due a few seconds later, so no start waits for them.
  const setting = alarms
    .set(schedules.alarms().map((alarm) => ({ ...alarm, timeZone: TIME_ZONE })))
    .then(() => alarms.start(), onFault);
  installation.onOutbox(() => relay.nudge());
  relay.start();
  runner.start();
  sweeper.start();
  telling.start();
  lapses.start();
  lapsedRequests.start();
  unconfirmed.start();
  lights.start();
  schedule.start();
  if (installation.demoTime) moves.start();
  return {
    backend: backend.kind,
    stop: async () => {
      stopping = true;
      await moves.stop();
      await setting;
      await alarms.stop();
      await schedule.stop();
      await lights.stop();
      await telling.stop();
      await unconfirmed.stop();
      await lapsedRequests.stop();
      await lapses.stop();
      await sweeper.stop();
      await runner.stop();
      await relay.stop();
      await queues.close();
      await backend.close();
    },
  };
};

/** Commits of this process wake the relay at once; this is for those of other processes. */
const RELAY_INTERVAL_MS = 500;

/** A move of a demonstration's time begins at once for whoever asks for it. */
const MOVE_INTERVAL_MS = 100;

/** An issue or push request whose project has ended, and an item that nobody will confirm, may stand for a minute. */
const LAPSE_INTERVAL_MS = 60_000;
