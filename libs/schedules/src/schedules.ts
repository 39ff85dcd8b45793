import type { JobHandlers } from '@landfall/outbox';
import type { Sql, Transaction } from '@landfall/persistence';
import type { Actor, LocalizedText } from '@landfall/process-definition';
import { v7 as uuid } from 'uuid';
import { announceRun } from './announce-run';
import { nextOccurrence, type Occurrence } from './occurrences';
import { sayPattern } from './pattern';
import { refuse } from './refusal-texts';
import { type Operator, operatorOf, RUN_COLUMNS, type RunView, watchedRunView } from './run-view';
import { type AnySchedule, isWatched, type Planned, readSchedules, type Schedule } from './schedule';
import { ownSchedules, type RunPace, type ScheduleParts, USUAL_PACE } from './schedule-parts';
import { ScheduleRuns } from './schedule-runs';
import { ScheduleSweep } from './schedule-sweep';

/** A schedule as it is shown. */
export interface ScheduleView {
  readonly key: string;
  readonly title: LocalizedText;
  readonly purpose: LocalizedText;
  /** In words. */
  readonly pattern: LocalizedText;
  /** Runs by itself: it can be neither paused nor run at once. */
  readonly isWatched: boolean;
  readonly paused: { readonly at: Date; readonly by: Operator; readonly reason: string } | null;
  readonly next: Pick<Occurrence, 'dueAt' | 'day' | 'movedFrom'> | null;
  readonly last: RunView | null;
}

/** What somebody did about a schedule. */
export interface ScheduleOperation {
  readonly kind: 'pause' | 'resume' | 'runNow';
  readonly by: Operator;
  readonly reason: string | null;
  readonly at: Date;
}

export interface RunPage {
  readonly runs: readonly RunView[];
  readonly nextCursor: string | null;
}

export interface SchedulesOptions extends ScheduleParts {
  readonly schedules: readonly AnySchedule[];
  readonly pace?: RunPace;
}

interface ScheduleRow {
  readonly key: string;
  readonly paused_at: Date | null;
  readonly paused_by: Operator | null;
  readonly pause_reason: string | null;
}

const OPERATIONS_SHOWN = 20;

/** Everything that happens again and again: what is planned, what ran, and what people do about it. */
export class Schedules {
  readonly jobs: JobHandlers;
  private readonly planned: readonly Planned[];
  private readonly own: ReadonlyMap<string, Planned<Schedule>>;
  private readonly sweeper: ScheduleSweep;

  /** @throws Error where the list has a key twice or a pattern that cannot be said. */
  constructor(private readonly options: SchedulesOptions) {
    this.planned = readSchedules(options.schedules);
    this.own = ownSchedules(this.planned);
    const pace = options.pace ?? USUAL_PACE;
    this.sweeper = new ScheduleSweep(options, this.own, pace);
    this.jobs = new ScheduleRuns(options, this.own, pace).jobs;
  }

  /** Opens what has come due and announces again what waits too long; answers how many runs that were. */
  sweep(): Promise<number> {
    return this.sweeper.sweep();
  }

  /** When the queue is to ring. Rung or not, the sweep finds what is due. */
  alarms(): readonly { readonly key: string; readonly cron: string }[] {
    return [...this.own.values()].map(({ key, cron }) => ({ key, cron }));
  }

  /** The first time after an instant at which anything of the list is due. */
  nextAfter(instant: Date): Date | undefined {
    const calendar = this.options.calendar();
    return this.planned
      .flatMap((schedule) => nextOccurrence(schedule, calendar, instant)?.dueAt ?? [])
      .sort((a, b) => a.getTime() - b.getTime())[0];
  }

  /** How many runs are due or under way. */
  async open(): Promise<number> {
    const [row] = await this.options.database.query<{ open: number }>(
      `SELECT count(*)::int AS open FROM schedule_run WHERE state IN ('due', 'running')`,
    );
    return row?.open ?? 0;
  }

  async list(): Promise<readonly ScheduleView[]> {
    const { database } = this.options;
    const rows = new Map(
      (await database.query<ScheduleRow>('SELECT key, paused_at, paused_by, pause_reason FROM schedule')).map((row) => [
        row.key,
        row,
      ]),
    );
    return Promise.all(this.planned.map((schedule) => this.view(schedule, rows.get(schedule.key))));
  }

  /**
   * The runs of one schedule, the latest first.
   *
   * @throws Rejection `SCHEDULE.NOT_FOUND` (404), `SCHEDULE.CURSOR_INVALID` (422).
   */
  async runs(key: string, page: { readonly limit: number; readonly cursor?: string | undefined }): Promise<RunPage> {
    const schedule = this.find(key);
    if (isWatched(schedule)) {
      return { runs: (await schedule.watch(page.limit)).map(watchedRunView), nextCursor: null };
    }
    const after = page.cursor === undefined ? undefined : readCursor(page.cursor);
    const runs = await this.options.database.query<RunView & { readonly id: string }>(
      `SELECT ${RUN_COLUMNS} FROM schedule_run WHERE schedule_key = $1
         AND ($2::timestamptz IS NULL OR (due_at, id) < ($2, $3::uuid))
       ORDER BY due_at DESC, id DESC LIMIT $4`,
      [key, after?.dueAt ?? null, after?.id ?? null, page.limit + 1],
    );
    const shown = runs.slice(0, page.limit);
    const last = shown.at(-1);
    return { runs: shown, nextCursor: runs.length > page.limit && last ? cursorOf(last.dueAt, last.id) : null };
  }

  /** What people did about a schedule lately, the latest first. */
  async operations(key: string): Promise<readonly ScheduleOperation[]> {
    this.find(key);
    return this.options.database.query<ScheduleOperation & Record<string, unknown>>(
      `SELECT kind, actor AS by, reason, at FROM schedule_operation WHERE schedule_key = $1
       ORDER BY at DESC, id DESC LIMIT ${OPERATIONS_SHOWN}`,
      [key],
    );
  }

  /**
   * Lets a schedule stand still: what comes due meanwhile is kept as skipped and never made up for.
   *
   * @throws Rejection `SCHEDULE.NOT_FOUND` (404), `SCHEDULE.RUNS_BY_ITSELF` (409), `SCHEDULE.PAUSED_ALREADY` (409).
   */
  pause(key: string, by: Actor, reason: string): Promise<ScheduleView> {
    return this.operate(key, { kind: 'pause', by, reason }, async (tx, row, now) => {
      if (row.paused_at !== null) throw refuse('SCHEDULE.PAUSED_ALREADY', 409, { key });
      await tx.query('UPDATE schedule SET paused_at = $2, paused_by = $3, pause_reason = $4 WHERE key = $1', [
        ...[key, now, JSON.stringify(operatorOf(by)), reason],
      ]);
    });
  }

  /**
   * Lets a schedule go on, with what comes due from now on.
   *
   * @throws Rejection `SCHEDULE.NOT_FOUND` (404), `SCHEDULE.RUNS_BY_ITSELF` (409), `SCHEDULE.NOT_PAUSED` (409).
   */
  resume(key: string, by: Actor): Promise<ScheduleView> {
    return this.operate(key, { kind: 'resume', by, reason: null }, async (tx, row) => {
      if (row.paused_at === null) throw refuse('SCHEDULE.NOT_PAUSED', 409, { key });
      await tx.query('UPDATE schedule SET paused_at = NULL, paused_by = NULL, pause_reason = NULL WHERE key = $1', [
        key,
      ]);
    });
  }

  /**
   * Has a schedule run at once, paused or not, besides its planned runs.
   *
   * @throws Rejection `SCHEDULE.NOT_FOUND` (404), `SCHEDULE.RUNS_BY_ITSELF` (409), `SCHEDULE.UNDER_WAY` (409).
   */
  runNow(key: string, by: Actor): Promise<ScheduleView> {
    return this.operate(key, { kind: 'runNow', by, reason: null }, async (tx, _row, now, schedule) => {
      const open = await tx.query(
        `SELECT FROM schedule_run WHERE schedule_key = $1 AND state IN ('due', 'running') LIMIT 1`,
        [key],
      );
      if (open.length > 0) throw refuse('SCHEDULE.UNDER_WAY', 409, { key });
      const id = uuid();
      await tx.query(
        `INSERT INTO schedule_run (id, schedule_key, occasion, planned_at, due_at, day, state, opened_at, run_by)
         VALUES ($1, $2, 'runNow', $3, $3, ($3::timestamptz AT TIME ZONE 'Asia/Shanghai')::date, 'due', $3, $4)`,
        [id, key, now, JSON.stringify(operatorOf(by))],
      );
      await announceRun(tx, this.options.outbox, schedule, id);
    });
  }

  /** Does something to a schedule and keeps who did; what has come due before is opened as it then was. */
  private async operate(
    key: string,
    operation: { readonly kind: ScheduleOperation['kind']; readonly by: Actor; readonly reason: string | null },
    change: (tx: Transaction, row: ScheduleRow, now: Date, schedule: Planned<Schedule>) => Promise<void>,
  ): Promise<ScheduleView> {
    const { database, clock, onOutbox } = this.options;
    this.find(key);
    const schedule = this.own.get(key);
    if (!schedule) throw refuse('SCHEDULE.RUNS_BY_ITSELF', 409, { key });
    await this.sweeper.sweepOne(schedule);
    const row = await database.transaction(async (tx) => {
      const now = clock.now();
      const before = await rowOf(tx, key, 'FOR UPDATE');
      await change(tx, before, now, schedule);
      await tx.query(
        'INSERT INTO schedule_operation (id, schedule_key, kind, actor, reason, at) VALUES ($1, $2, $3, $4, $5, $6)',
        [uuid(), key, operation.kind, JSON.stringify(operatorOf(operation.by)), operation.reason, now],
      );
      return rowOf(tx, key);
    });
    onOutbox?.();
    return this.view(schedule, row);
  }

  private async view(schedule: Planned, row: ScheduleRow | undefined): Promise<ScheduleView> {
    const { key, title, purpose, pattern, workdays } = schedule;
    const next = nextOccurrence(schedule, this.options.calendar(), this.options.clock.now());
    const { runs } = await this.runs(key, { limit: 1 });
    return {
      ...{ key, title, purpose, pattern: sayPattern(pattern, workdays), isWatched: isWatched(schedule) },
      paused:
        row?.paused_at && row.paused_by
          ? { at: row.paused_at, by: row.paused_by, reason: row.pause_reason ?? '' }
          : null,
      next: next ? { dueAt: next.dueAt, day: next.day, movedFrom: next.movedFrom } : null,
      last: runs[0] ?? null,
    };
  }

  private find(key: string): Planned {
    const schedule = this.planned.find((one) => one.key === key);
    if (!schedule) throw refuse('SCHEDULE.NOT_FOUND', 404, { key });
    return schedule;
  }
}

const rowOf = async (sql: Sql, key: string, lock: '' | 'FOR UPDATE' = ''): Promise<ScheduleRow> => {
  const [row] = await sql.query<ScheduleRow & Record<string, unknown>>(
    `SELECT key, paused_at, paused_by, pause_reason FROM schedule WHERE key = $1 ${lock}`,
    [key],
  );
  if (!row) throw new Error(`Expected schedule '${key}' to have its row, but it has none`);
  return row;
};

const cursorOf = (dueAt: Date, id: string): string => Buffer.from(`${dueAt.toISOString()} ${id}`).toString('base64url');

const readCursor = (cursor: string): { dueAt: Date; id: string } => {
  const [time = '', id = ''] = Buffer.from(cursor, 'base64url').toString().split(' ');
  const dueAt = new Date(time);
  if (Number.isNaN(dueAt.getTime()) || !/^[0-9a-f-]{36}$/.test(id)) throw refuse('SCHEDULE.CURSOR_INVALID', 422);
  return { dueAt, id };
};
