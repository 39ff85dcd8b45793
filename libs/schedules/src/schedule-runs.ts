import { type CalendarDay, dayOf } from '@landfall/calendar';
import type { JobHandlers } from '@landfall/outbox';
import type { Transaction } from '@landfall/persistence';
import type { LocalizedText } from '@landfall/process-definition';
import { announceRun, LONG_RUN_JOB, RUN_JOB } from './announce-run';
import { MISSED } from './open-runs';
import type { Planned, RunContext, Schedule } from './schedule';
import { type RunPace, type ScheduleParts, USUAL_PACE } from './schedule-parts';

/** The daily reading of something large has a queue of its own. */
export const LONG_SCHEDULE_JOBS = [LONG_RUN_JOB] as const;

export const OVERLAPPED: LocalizedText = {
  zh: '上一次尚未结束，本次跳过',
  en: 'The run before was still going on, so this one was skipped',
};

/** After so many attempts a run has failed; its job becomes an incident that can be tried again. */
const ATTEMPTS = 5;
const LONGEST_ERROR = 500;

interface RunRow {
  readonly id: string;
  readonly occasion: 'planned' | 'runNow';
  readonly planned_at: Date;
  readonly day: CalendarDay;
  readonly state: string;
  readonly attempt: number;
  readonly is_live: boolean;
}

interface Claim {
  readonly schedule: Planned<Schedule>;
  readonly context: RunContext;
}

/**
 * Does the runs that are due. A run belongs to one worker at a time, by a lease that it renews; runs of one schedule come
 * one after the other, the earlier one first.
 */
export class ScheduleRuns {
  /** The jobs that announce runs. */
  readonly jobs: JobHandlers;

  constructor(
    private readonly parts: ScheduleParts,
    private readonly schedules: ReadonlyMap<string, Planned<Schedule>>,
    private readonly pace: RunPace = USUAL_PACE,
  ) {
    const run = (payload: Readonly<Record<string, unknown>>) => this.run(String(payload.runId));
    this.jobs = { [RUN_JOB]: run, [LONG_RUN_JOB]: run };
  }

  /** Does a run unless somebody else is at it, it is done, or it is not its turn: then its turn announces it again. */
  async run(runId: string): Promise<void> {
    const claim = await this.parts.database.transaction((tx) => this.claim(tx, runId));
    if (!claim) return;
    const { schedule, context } = claim;
    const renewing = setInterval(() => void this.renew(runId, context.attempt), this.pace.leaseMs / 3);
    let summary: LocalizedText | undefined;
    try {
      summary = (await schedule.run(context)) || undefined;
    } catch (error) {
      await this.fail(runId, claim, error);
      throw error;
    } finally {
      clearInterval(renewing);
    }
    await this.end(runId, claim, summary);
  }

  private async claim(tx: Transaction, runId: string): Promise<Claim | undefined> {
    const [named] = await tx.query<{ schedule_key: string }>('SELECT schedule_key FROM schedule_run WHERE id = $1', [
      runId,
    ]);
    if (!named) return undefined;
    const schedule = this.schedules.get(named.schedule_key);
    if (!schedule) {
      throw new Error(
        `Expected schedule '${named.schedule_key}' to be in the list of schedules, but this worker knows none; start a worker that does.`,
      );
    }
    // Whoever claims a run of the schedule waits here for whoever else does.
    await tx.query('SELECT FROM schedule WHERE key = $1 FOR UPDATE', [schedule.key]);
    const open = await tx.query<RunRow>(
      `SELECT id, occasion, planned_at, day, state, attempt,
         state = 'running' AND lease_until >= clock_timestamp() AS is_live
       FROM schedule_run WHERE schedule_key = $1 AND (id = $2 OR state IN ('due', 'running'))
       ORDER BY due_at, id FOR UPDATE`,
      [schedule.key, runId],
    );
    const run = open.find(({ id }) => id === runId);
    if (!run || !['due', 'running', 'failed'].includes(run.state) || run.is_live) return undefined;
    if (open.some(({ is_live }) => is_live)) {
      if (schedule.overlap === 'skip') await this.skip(tx, runId);
      return undefined;
    }
    const { missed, left } = sortOut(schedule, open, dayOf(this.parts.clock.now()));
    await this.miss(tx, missed);
    const [first] = left;
    if (first === run || (run.state === 'failed' && left.includes(run))) {
      return { schedule, context: await this.begin(tx, schedule, run) };
    }
    if (first && missed.length > 0) await announceRun(tx, this.parts.outbox, schedule, first.id);
    return undefined;
  }

  private async miss(tx: Transaction, runs: readonly RunRow[]): Promise<void> {
    if (runs.length === 0) return;
    await tx.query(
      `UPDATE schedule_run SET state = 'missed', note = $2, ended_at = $3, lease_until = NULL WHERE id = ANY($1::uuid[])`,
      [runs.map(({ id }) => id), JSON.stringify(MISSED), this.parts.clock.now()],
    );
  }

  private async begin(tx: Transaction, { key }: Planned<Schedule>, run: RunRow): Promise<RunContext> {
    const now = this.parts.clock.now();
    const attempt = run.attempt + 1;
    await tx.query(
      `UPDATE schedule_run SET state = 'running', attempt = $2, started_at = coalesce(started_at, $3), ended_at = NULL,
         lease_until = clock_timestamp() + $4::double precision * interval '1 ms' WHERE id = $1`,
      [run.id, attempt, now, this.pace.leaseMs],
    );
    return {
      key: run.occasion === 'planned' ? `${key}:${minuteOf(run.planned_at)}` : `${key}:${run.id}`,
      now,
      day: run.day,
      plannedDay: dayOf(run.planned_at),
      attempt,
    };
  }

  private async renew(runId: string, attempt: number): Promise<void> {
    await this.parts.database
      .query(
        `UPDATE schedule_run SET lease_until = clock_timestamp() + $3::double precision * interval '1 ms'
         WHERE id = $1 AND attempt = $2 AND state = 'running'`,
        [runId, attempt, this.pace.leaseMs],
      )
      // A database that is away for a moment is asked again by the next renewal.
      .catch(() => undefined);
  }

  private async skip(tx: Transaction, runId: string): Promise<void> {
    await tx.query(`UPDATE schedule_run SET state = 'skipped', note = $2, ended_at = $3 WHERE id = $1`, [
      runId,
      JSON.stringify(OVERLAPPED),
      this.parts.clock.now(),
    ]);
  }

  private async end(runId: string, claim: Claim, summary: LocalizedText | undefined): Promise<void> {
    await this.close(claim, (tx) =>
      tx.query(
        `UPDATE schedule_run SET state = 'done', ended_at = $3, note = $4, error = NULL, lease_until = NULL
         WHERE id = $1 AND attempt = $2 AND state = 'running' RETURNING id`,
        [runId, claim.context.attempt, this.parts.clock.now(), summary ? JSON.stringify(summary) : null],
      ),
    );
  }

  private async fail(runId: string, claim: Claim, error: unknown): Promise<void> {
    const { attempt } = claim.context;
    const isLast = attempt >= ATTEMPTS;
    const message = (error instanceof Error ? error.message : String(error)).slice(0, LONGEST_ERROR);
    await this.close(claim, (tx) =>
      tx.query(
        `UPDATE schedule_run SET state = $3, ended_at = $4, error = $5, lease_until = NULL, queued_at = clock_timestamp()
         WHERE id = $1 AND attempt = $2 AND state = 'running' RETURNING id`,
        [runId, attempt, isLast ? 'failed' : 'due', isLast ? this.parts.clock.now() : null, message],
      ),
    );
  }

  /** Ends this attempt unless another worker took the run over, and announces the next one in the row. */
  private async close({ schedule }: Claim, write: (tx: Transaction) => Promise<unknown[]>): Promise<void> {
    const { database, outbox, onOutbox } = this.parts;
    const announced = await database.transaction(async (tx) => {
      await tx.query('SELECT FROM schedule WHERE key = $1 FOR UPDATE', [schedule.key]);
      if ((await write(tx)).length === 0) return false;
      const [next] = await tx.query<{ id: string; attempt: number }>(
        `SELECT id, attempt FROM schedule_run WHERE schedule_key = $1 AND state = 'due' ORDER BY due_at, id LIMIT 1`,
        [schedule.key],
      );
      // One that was tried before has its job: the queue tries it again.
      if (!next || next.attempt > 0) return false;
      await announceRun(tx, outbox, schedule, next.id);
      return true;
    });
    if (announced) onOutbox?.();
  }
}

/**
 * Which of the open runs are too late by the schedule's rule: their worker was gone so long that a newer one has come, or
 * their day is over.
 */
const sortOut = (schedule: Schedule, open: readonly RunRow[], today: CalendarDay) => {
  const latest = open.filter(({ occasion }) => occasion === 'planned').at(-1);
  const isLate = (run: RunRow): boolean => {
    if (run.occasion !== 'planned' || schedule.catchUp === 'all') return false;
    return schedule.catchUp === 'latest' ? run !== latest : run.day < today;
  };
  return { missed: open.filter(isLate), left: open.filter((run) => !isLate(run)) };
};

const minuteOf = (instant: Date): string => `${dayOf(instant)}T${shanghaiTime(instant)}`;

/** China keeps UTC+8 all year. */
const shanghaiTime = (instant: Date): string => new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(11, 16);
