import { type Clock, Heartbeat } from '@landfall/clock';
import type { Database } from '@landfall/persistence';
import type { ProcessEngine } from '../process-engine';

export interface TimerSweeperOptions {
  readonly intervalMs: number;
  readonly batchSize?: number;
}

/**
 * Fires every timer that is due, whatever became of its alarm: jobs may be lost, doubled or late (design law 5).
 */
export class TimerSweeper {
  private readonly heart: Heartbeat;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly engine: Pick<ProcessEngine, 'fireTimer'>,
    private readonly options: TimerSweeperOptions,
    onError: (error: unknown) => void = () => {},
  ) {
    this.heart = new Heartbeat(() => this.sweep(), options.intervalMs, onError);
  }

  start(): void {
    this.heart.start();
  }

  async stop(): Promise<void> {
    await this.heart.stop();
  }

  /**
   * Fires what is due now and answers how many timers fired. The due timers are read page by page, so that one that
   * cannot fire never hides the ones behind it.
   */
  async sweep(): Promise<number> {
    const limit = this.options.batchSize ?? 256;
    const now = this.clock.now();
    let fired = 0;
    let last: { due_at: string; id: string } | undefined;
    for (;;) {
      const due: { due_at: string; id: string }[] = await this.database.query(
        `SELECT id, due_at::text AS due_at FROM timer
         WHERE state = 'armed' AND due_at <= $1 AND ($2::timestamptz IS NULL OR (due_at, id) > ($2::timestamptz, $3::uuid))
         ORDER BY due_at, id LIMIT $4`,
        [now, last?.due_at ?? null, last?.id ?? null, limit],
      );
      const results = await Promise.all(due.map(({ id }) => this.engine.fireTimer(id)));
      fired += results.filter(Boolean).length;
      last = due.at(-1);
      if (due.length < limit) return fired;
    }
  }
}
