import type { QueueBackend, QueueOf, WorkerOf } from './queue-backend';

/** A time at which to ring, again and again. */
export interface Alarm {
  readonly key: string;
  /** A cron pattern in the time zone. */
  readonly cron: string;
  readonly timeZone: string;
}

const ALARM_QUEUE = 'landfall-alarms';

/**
 * Rings at the times of patterns, by job schedulers of the queue.
 *
 * A ring carries nothing that has to be done: it only makes somebody look at the rows at once who would look a little later
 * anyhow. So these are the only jobs that no row of the outbox stands behind, and losing them all loses nothing.
 */
export class QueueAlarms {
  private readonly queue: QueueOf;
  private readonly worker: WorkerOf;

  constructor(backend: QueueBackend, onRing: (key: string) => void) {
    this.queue = backend.queue(ALARM_QUEUE);
    this.worker = backend.worker(ALARM_QUEUE, async (job) => onRing(String((job.data as { alarm?: unknown }).alarm)), {
      concurrency: 1,
    });
  }

  /** Sets these alarms and removes all others, such as those of an earlier version. */
  async set(alarms: readonly Alarm[]): Promise<void> {
    const wanted = new Set(alarms.map(({ key }) => key));
    for (const { key } of await this.queue.getJobSchedulers()) {
      if (!wanted.has(key)) await this.queue.removeJobScheduler(key);
    }
    for (const { key, cron, timeZone } of alarms) {
      await this.queue.upsertJobScheduler(
        key,
        { pattern: cron, tz: timeZone },
        { name: 'ring', data: { alarm: key }, opts: { attempts: 1, removeOnComplete: true, removeOnFail: true } },
      );
    }
  }

  /** The keys of the alarms that are set. */
  async keys(): Promise<string[]> {
    return (await this.queue.getJobSchedulers()).map(({ key }) => key).sort();
  }

  start(): void {
    void this.worker.run().catch(() => {});
  }

  /** Removes every alarm and ring; nothing is lost by it. */
  async flush(): Promise<void> {
    await this.queue.obliterate({ force: true });
  }

  async stop(): Promise<void> {
    await this.worker.close();
    await this.queue.close();
  }
}
