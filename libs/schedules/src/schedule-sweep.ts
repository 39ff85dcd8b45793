import { dayOf, instantAt } from '@landfall/calendar';
import type { Transaction } from '@landfall/persistence';
import { v7 as uuid } from 'uuid';
import { announceRun, LONG_RUN_JOB, RUN_JOB } from './announce-run';
import { type Occurrence, occurrencesBetween } from './occurrences';
import { openRuns } from './open-runs';
import type { Planned, Schedule } from './schedule';
import { type RunPace, type ScheduleParts, USUAL_PACE } from './schedule-parts';

/** What this process remembers of a schedule; the rows are the truth, this saves asking for them. */
interface Remembered {
  readonly knownSince: Date;
  sweptUntil: Date;
  /** The planned times that are known to have a row. */
  readonly opened: Set<number>;
}

interface ScheduleRow {
  readonly known_since: Date;
  readonly swept_until: Date;
  readonly paused_at: Date | null;
}

/** A holiday notice may move what lies so far back; what it moves is looked at again. */
const LOOK_BACK_MS = 31 * 86_400_000;

/**
 * Opens a run for everything that has come due since it was last looked, as a row first and a job second, in one
 * transaction; and announces anew what was announced and is still waiting.
 *
 * Called as often as one likes, by as many processes as one likes: what the pattern plans has one row. A schedule that is
 * met for the first time begins then.
 */
export class ScheduleSweep {
  private readonly remembered = new Map<string, Remembered>();

  constructor(
    private readonly parts: ScheduleParts,
    private readonly schedules: ReadonlyMap<string, Planned<Schedule>>,
    private readonly pace: RunPace = USUAL_PACE,
  ) {}

  /** Answers how many runs it opened or announced again. */
  async sweep(): Promise<number> {
    let count = 0;
    for (const schedule of this.schedules.values()) count += await this.sweepOne(schedule);
    count += await this.announceAgain();
    if (count > 0) this.parts.onOutbox?.();
    return count;
  }

  /** Opens what has come due of one schedule; answers how many runs that were. */
  async sweepOne(schedule: Planned<Schedule>): Promise<number> {
    const known = this.remembered.get(schedule.key) ?? (await this.meet(schedule));
    const now = this.parts.clock.now();
    const from = new Date(Math.max(known.knownSince.getTime(), known.sweptUntil.getTime() - LOOK_BACK_MS));
    const due = occurrencesBetween(schedule, this.parts.calendar(), from, now).filter(
      ({ plannedAt }) => !known.opened.has(plannedAt.getTime()),
    );
    if (due.length === 0) return 0;
    const opened = await this.parts.database.transaction((tx) => this.open(tx, schedule, due, now));
    for (const { plannedAt } of due) known.opened.add(plannedAt.getTime());
    if (now > known.sweptUntil) known.sweptUntil = now;
    return opened;
  }

  private async meet({ key, includesFirstDay }: Planned<Schedule>): Promise<Remembered> {
    const { database, clock } = this.parts;
    const now = clock.now();
    const begin = includesFirstDay ? instantAt(dayOf(now), '00:00') : now;
    await database.query(
      'INSERT INTO schedule (key, known_since, swept_until) VALUES ($1, $2, $2) ON CONFLICT (key) DO NOTHING',
      [key, begin],
    );
    const [row] = await database.query<ScheduleRow>('SELECT known_since, swept_until FROM schedule WHERE key = $1', [
      key,
    ]);
    if (!row) throw new Error(`Expected schedule '${key}' to have its row, but it has none`);
    const known = { knownSince: row.known_since, sweptUntil: row.swept_until, opened: new Set<number>() };
    this.remembered.set(key, known);
    return known;
  }

  private async open(
    tx: Transaction,
    schedule: Planned<Schedule>,
    due: readonly Occurrence[],
    now: Date,
  ): Promise<number> {
    const { key, catchUp } = schedule;
    const [row] = await tx.query<ScheduleRow>('SELECT paused_at FROM schedule WHERE key = $1 FOR UPDATE', [key]);
    const rows = await tx.query<{ planned_at: Date; due_at: Date }>(
      `SELECT planned_at, due_at FROM schedule_run WHERE schedule_key = $1 AND occasion = 'planned'
         AND (planned_at = ANY($2::timestamptz[]) OR due_at = (
           SELECT max(due_at) FROM schedule_run WHERE schedule_key = $1 AND occasion = 'planned'))`,
      [key, due.map(({ plannedAt }) => plannedAt)],
    );
    const known = new Set(rows.map(({ planned_at }) => planned_at.getTime()));
    const runs = openRuns(
      due.filter(({ plannedAt }) => !known.has(plannedAt.getTime())),
      {
        catchUp,
        isPaused: row?.paused_at !== null,
        now,
        lastKnown: rows.reduce<Date | null>((last, { due_at }) => (last && last > due_at ? last : due_at), null),
      },
    );
    let opened = 0;
    for (const { plannedAt, dueAt, day, movedFrom, state, note } of runs) {
      const [added] = await tx.query<{ id: string }>(
        `INSERT INTO schedule_run (id, schedule_key, occasion, planned_at, due_at, day, moved_from, state, note, opened_at,
           ended_at)
         VALUES ($1, $2, 'planned', $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING RETURNING id`,
        [
          ...[uuid(), key, plannedAt, dueAt, day, movedFrom, state],
          ...[note && JSON.stringify(note), now, state === 'due' ? null : now],
        ],
      );
      if (!added) continue;
      opened += 1;
      if (state === 'due') await announceRun(tx, this.parts.outbox, schedule, added.id);
    }
    await tx.query('UPDATE schedule SET swept_until = greatest(swept_until, $2) WHERE key = $1', [key, now]);
    return opened;
  }

  /**
   * A run whose job came to nothing is announced again: it waits too long, or its worker has gone silent. One that still has
   * its row in the outbox is not: that is relayed again by itself.
   */
  private async announceAgain(): Promise<number> {
    const { database, outbox } = this.parts;
    const waiting = `schedule_key = ANY($1) AND queued_at < clock_timestamp() - $2::double precision * interval '1 ms'
      AND (state = 'due' OR (state = 'running' AND lease_until < clock_timestamp()))
      AND NOT EXISTS (SELECT FROM outbox_message AS message WHERE message.job = ANY($3) AND message.failed_at IS NULL
        AND message.payload ->> 'runId' = schedule_run.id::text)`;
    const values = [[...this.schedules.keys()], this.pace.announceAgainMs, [RUN_JOB, LONG_RUN_JOB]];
    const found = await database.query(`SELECT 1 FROM schedule_run WHERE ${waiting} LIMIT 1`, values);
    if (found.length === 0) return 0;
    return database.transaction(async (tx) => {
      const runs = await tx.query<{ id: string; schedule_key: string }>(
        `SELECT id, schedule_key FROM schedule_run WHERE ${waiting} ORDER BY due_at, id FOR UPDATE SKIP LOCKED`,
        values,
      );
      for (const { id, schedule_key } of runs) {
        await announceRun(tx, outbox, this.schedules.get(schedule_key) ?? {}, id);
      }
      return runs.length;
    });
  }
}
