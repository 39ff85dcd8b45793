import { type Clock, Heartbeat } from '@landfall/clock';
import type { Database } from '@landfall/persistence';
import type { QueueOf } from './queue-backend';

/** The steps of relaying one page, in order; tests stop the world at each of them. */
export type RelayStep = 'read' | 'added' | 'marked' | 'committed';

export interface OutboxRelayOptions {
  /** How often the outbox is looked at when nobody wakes the relay. */
  readonly intervalMs: number;
  /** A relayed message that is still there after this time is relayed again: its job was lost. */
  readonly staleMs?: number;
  readonly pageSize?: number;
  /** Pause before the second attempt of a job that failed; it doubles with each further one (default 500 ms). */
  readonly firstRetryMs?: number;
  readonly onStep?: (step: RelayStep) => void | Promise<void>;
  readonly onError?: (error: unknown) => void;
}

interface MessageRow {
  id: string;
  job: string;
  run_at: Date | null;
}

const ATTEMPTS = 5;

/**
 * Turns outbox rows into jobs, the only place that adds jobs (design law 5).
 *
 * A job carries nothing but its message's number; its id is made from it, so that adding it again after a crash between
 * adding and marking is the same job. Finished jobs leave the queue, so that a lost one can be added anew.
 */
export class OutboxRelay {
  private readonly heart: Heartbeat;
  private lastRecovery = 0;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly queueFor: (job: string) => QueueOf,
    private readonly options: OutboxRelayOptions,
  ) {
    this.heart = new Heartbeat(() => this.beat(), options.intervalMs, options.onError);
  }

  start(): void {
    this.heart.start();
  }

  async stop(): Promise<void> {
    await this.heart.stop();
  }

  /** Tells the relay that a commit in this process has filled the outbox. */
  nudge(): void {
    this.heart.nudge();
  }

  /** Relays everything that waits now; answers how many messages became jobs. */
  async relay(): Promise<number> {
    let relayed = 0;
    for (;;) {
      const page = await this.relayPage();
      relayed += page;
      if (page < this.pageSize) return relayed;
    }
  }

  /** Lets messages whose job seems lost be relayed again; answers how many. */
  async recoverStale(): Promise<number> {
    const before = new Date(this.clock.now().getTime() - this.staleMs);
    const rows = await this.database.query(
      `UPDATE outbox_message SET relayed_at = NULL
       WHERE relayed_at < $1 AND failed_at IS NULL AND (run_at IS NULL OR run_at < $1) RETURNING id`,
      [before],
    );
    return rows.length;
  }

  private get staleMs(): number {
    return this.options.staleMs ?? 60_000;
  }

  private get pageSize(): number {
    return this.options.pageSize ?? 200;
  }

  private async relayPage(): Promise<number> {
    return this.database
      .transaction(async (tx) => {
        const messages = await tx.query<MessageRow>(
          `SELECT id, job, run_at FROM outbox_message WHERE relayed_at IS NULL AND failed_at IS NULL
         ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED`,
          [this.pageSize],
        );
        if (messages.length === 0) return 0;
        await this.options.onStep?.('read');
        await this.addJobs(messages);
        await this.options.onStep?.('added');
        await tx.query('UPDATE outbox_message SET relayed_at = $2 WHERE id = ANY($1::bigint[])', [
          messages.map(({ id }) => id),
          this.clock.now(),
        ]);
        await this.options.onStep?.('marked');
        return messages.length;
      })
      .then(async (count) => {
        if (count > 0) await this.options.onStep?.('committed');
        return count;
      });
  }

  private async addJobs(messages: readonly MessageRow[]): Promise<void> {
    const byQueue = new Map<QueueOf, MessageRow[]>();
    for (const message of messages) {
      const queue = this.queueFor(message.job);
      byQueue.set(queue, [...(byQueue.get(queue) ?? []), message]);
    }
    const now = this.clock.now().getTime();
    for (const [queue, rows] of byQueue) {
      await queue.addBulk(
        rows.map(({ id, job, run_at }) => ({
          name: job,
          data: { messageId: id },
          opts: {
            jobId: `outbox-${id}`,
            delay: run_at ? Math.max(0, run_at.getTime() - now) : 0,
            attempts: ATTEMPTS,
            backoff: { type: 'exponential', delay: this.options.firstRetryMs ?? 500 },
            removeOnComplete: true,
            removeOnFail: true,
          },
        })),
      );
    }
  }

  private async beat(): Promise<void> {
    if (Date.now() - this.lastRecovery > this.staleMs / 2) {
      this.lastRecovery = Date.now();
      await this.recoverStale();
    }
    await this.relay();
  }
}
