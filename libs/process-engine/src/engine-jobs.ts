import { Rejection, type SignalProcess, type StartProcess, SYSTEM_ACTOR } from '@landfall/process-definition';
import { SIGNAL_JOB, START_JOB } from './engine-command-handlers';
import { MIGRATE_JOB } from './migration/instance-migrations';
import type { ProcessEngine } from './process-engine';
import { FIRE_TIMER_JOB } from './timer/timer-handlers';

/** A job handler as the outbox calls it: idempotent, because a job may come twice. */
type JobHandler = (payload: Readonly<Record<string, unknown>>, message: { readonly id: string }) => Promise<void>;

/**
 * The engine's own jobs: alarms of timers, signals and starts that cross from one process to another, and bringing
 * instances over to later versions.
 */
export const engineJobs = (engine: ProcessEngine): Readonly<Record<string, JobHandler>> => ({
  [FIRE_TIMER_JOB]: async (payload) => {
    await engine.fireTimer(String(payload.timerId));
  },
  [SIGNAL_JOB]: async (payload, message) => {
    const signal = payload as unknown as SignalProcess;
    const { event } = signal;
    const instanceId = await addressee(engine, signal);
    try {
      await engine.send({ instanceId, event, actor: SYSTEM_ACTOR, clientKey: `outbox:${message.id}` });
    } catch (error) {
      // The other process has moved on and does not take the signal any more: that is its answer, not a fault.
      if (error instanceof Rejection) return;
      throw error;
    }
  },
  [MIGRATE_JOB]: async () => {
    await engine.migrateAll();
  },
  [START_JOB]: async (payload, message) => {
    const { definition, correlationKey, belongsTo, input } = payload as unknown as StartProcess;
    try {
      await engine.start({
        definition,
        correlationKey,
        ...(belongsTo ? { belongsTo } : {}),
        input,
        actor: SYSTEM_ACTOR,
        clientKey: `outbox:${message.id}`,
      });
    } catch (error) {
      if (error instanceof Rejection && error.code === 'PROCESS.ALREADY_STARTED') return;
      throw error;
    }
  },
});

/** @throws Error when nobody is there: whoever signals knows whom, so it is a fault and no answer */
const addressee = async (engine: ProcessEngine, signal: SignalProcess): Promise<string> => {
  if (signal.instanceId !== undefined) {
    if (await engine.exists(signal.instanceId)) return signal.instanceId;
    throw new Error(`No instance has id '${signal.instanceId}'`);
  }
  const { definition, correlationKey } = signal;
  const found = await engine.correlate(definition, correlationKey);
  if (found !== undefined) return found;
  throw new Error(`No instance of '${definition}' has correlation key '${correlationKey}'`);
};
