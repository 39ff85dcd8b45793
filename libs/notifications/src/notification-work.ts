import { Heartbeat } from '@landfall/clock';
import type { DeadlineReminders } from './deadline-reminders';
import type { Deliveries } from './deliveries';
import type { Digests } from './digests';
import type { FanOut } from './fan-out';

export interface NotificationWorkOptions {
  readonly fanOut: Pick<FanOut, 'sweep'>;
  readonly deliveries: Pick<Deliveries, 'sweep'>;
  readonly reminders: Pick<DeadlineReminders, 'sweep'>;
  readonly digests: Pick<Digests, 'tick'>;
  /** How often lost alarms are looked for. */
  readonly sweepMs: number;
  readonly onError?: (error: unknown) => void;
}

/** Deadlines and digests are told by the minute. */
const MINUTE_MS = 60_000;

/** What runs beside the jobs: it makes good what the queue lost, watches deadlines and writes the day's digests. */
export class NotificationWork {
  private readonly hearts: readonly Heartbeat[];

  constructor({ fanOut, deliveries, reminders, digests, sweepMs, onError }: NotificationWorkOptions) {
    const beat = (work: () => Promise<unknown>, intervalMs: number) => new Heartbeat(work, intervalMs, onError);
    this.hearts = [
      beat(() => fanOut.sweep(), sweepMs),
      beat(() => deliveries.sweep(), sweepMs),
      beat(() => reminders.sweep(), MINUTE_MS),
      beat(() => digests.tick(), MINUTE_MS / 2),
    ];
  }

  start(): void {
    for (const heart of this.hearts) heart.start();
  }

  async stop(): Promise<void> {
    await Promise.all(this.hearts.map((heart) => heart.stop()));
  }
}
