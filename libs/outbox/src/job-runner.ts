import type { Clock } from '@landfall/clock';
import type { Database } from '@landfall/persistence';
import type { Job } from 'bullmq';
import type { QueueBackend, QueueOf, WorkerOf } from './queue-backend';

/** Does the work of one job; it must be idempotent, because a job may come twice. */
export type JobHandler = (
  payload: Readonly<Record<string, unknown>>,
  message: { readonly id: string },
) => Promise<void>;

export type JobHandlers = Readonly<Record<string, JobHandler>>;

export interface JobRunnerOptions {
  /** Jobs at once in the queue for short work. */
  readonly concurrency?: number;
  /** Jobs that take long (imports): they have a queue of their own, one at a time. */
  readonly longJobs?: readonly string[];
  /** Told when a job failed at its last attempt; its message stays, marked as failed, until somebody tries it again. */
  readonly onFailed?: (message: { readonly id: string; readonly job: string }, error: unknown) => Promise<void>;
}

const SHORT_QUEUE = 'landfall';
const LONG_QUEUE = 'landfall-long';

/** Joins the job handlers of several libraries; two handlers for one job stop the boot. */
export const joinJobHandlers = (...parts: readonly JobHandlers[]): JobHandlers => {
  const joined: Record<string, JobHandler> = {};
  for (const part of parts) {
    for (const [job, handler] of Object.entries(part)) {
      if (joined[job]) throw new Error(`Job '${job}' has two handlers. Keep one of them.`);
      joined[job] = handler;
    }
  }
  return joined;
};

/** The queues that the relay fills. */
export class JobQueues {
  private readonly short: QueueOf;
  private readonly long: QueueOf;

  constructor(
    backend: QueueBackend,
    private readonly longJobs: readonly string[],
  ) {
    this.short = backend.queue(SHORT_QUEUE);
    this.long = backend.queue(LONG_QUEUE);
  }

  readonly queueFor = (job: string): QueueOf => (this.longJobs.includes(job) ? this.long : this.short);

  /** Empties the queues: nothing is lost by it, because the messages are rows. */
  async flush(): Promise<void> {
    await this.short.obliterate({ force: true });
    await this.long.obliterate({ force: true });
  }

  async close(): Promise<void> {
    await Promise.all([this.short.close(), this.long.close()]);
  }
}

/**
 * Runs jobs: reads the message that the job points to, hands it to its handler and removes it.
 *
 * A job whose message is gone was done before and does nothing. A job that throws is tried again with growing pauses.
 */
export class JobRunner {
  private readonly workers: WorkerOf[];

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    backend: QueueBackend,
    private readonly handlers: JobHandlers,
    private readonly options: JobRunnerOptions = {},
  ) {
    const process = (job: Job) => this.process(job);
    this.workers = [
      backend.worker(SHORT_QUEUE, process, { concurrency: options.concurrency ?? 16 }),
      backend.worker(LONG_QUEUE, process, { concurrency: 1 }),
    ];
  }

  start(): void {
    for (const worker of this.workers) void worker.run().catch(() => {});
  }

  async stop(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.close()));
  }

  private async process(job: Job): Promise<void> {
    const id = String((job.data as { messageId: unknown }).messageId);
    const [message] = await this.database.query<{ job: string; payload: Record<string, unknown> }>(
      'SELECT job, payload FROM outbox_message WHERE id = $1 AND failed_at IS NULL',
      [id],
    );
    if (!message) return;
    const handler = this.handlers[message.job];
    try {
      if (!handler) throw new Error(`Job '${message.job}' has no handler. Add one to the job handlers.`);
      await handler(message.payload, { id });
    } catch (error) {
      if (job.attemptsMade + 1 >= (job.opts.attempts ?? 1)) await this.fail({ id, job: message.job }, error);
      throw error;
    }
    await this.database.query('DELETE FROM outbox_message WHERE id = $1', [id]);
  }

  private async fail(message: { id: string; job: string }, error: unknown): Promise<void> {
    await this.database.query('UPDATE outbox_message SET failed_at = $2 WHERE id = $1', [message.id, this.clock.now()]);
    await this.options.onFailed?.(message, error);
  }
}
