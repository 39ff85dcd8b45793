import { addDays, type CalendarDay, dayOf, instantAt } from '@landfall/calendar';
import type { DemoClock } from '@landfall/clock';
import type { Database } from '@landfall/persistence';
import type { Actor } from '@landfall/process-definition';
import { v7 as uuid } from 'uuid';
import { refuseMove } from './demo-refusal-texts';
import type { DemoSettling } from './demo-settling';

/** How far the time is to go: by a length, to the next working day at nine, or to an instant. */
export type DemoDestination =
  | { readonly days?: number | undefined; readonly hours?: number | undefined }
  | { readonly to: 'nextWorkday' }
  | { readonly until: Date };

/** One move of the time and how far it is. */
export interface DemoMove {
  readonly id: string;
  readonly state: 'moving' | 'done' | 'cancelled';
  readonly fromAt: Date;
  readonly toAt: Date;
  readonly reachedAt: Date;
  /** How many moments were gone through. */
  readonly steps: number;
  /** At how many of them something was still open when patience ran out. */
  readonly unsettled: number;
}

export interface DemoTimeState {
  readonly now: Date;
  readonly offsetMs: number;
  /** The move that is under way, or else the last one. */
  readonly move: DemoMove | null;
}

export interface DemoTimeParts {
  readonly clock: DemoClock;
  readonly database: Database;
  readonly settling: DemoSettling;
  readonly isWorkday: (day: CalendarDay) => boolean;
}

const HOUR_MS = 3_600_000;
const LONGEST_MS = 400 * 24 * HOUR_MS;
const UNIQUE_VIOLATION = '23505';
/** Any constant number; the migrations have another one. */
const MOVING_LOCK = 7_265_101;
const OPENING = '09:00';

const COLUMNS = `id, state, from_at AS "fromAt", to_at AS "toAt", reached_at AS "reachedAt", steps, unsettled`;

/**
 * The time of a demonstration and its moves. A move is a row; a worker carries it on from one moment at which something is
 * due to the next and waits at each until what is due is done, so that everything happens in the order of the days.
 */
export class DemoTime {
  readonly clock: DemoClock;
  private readonly database: Database;

  constructor(private readonly parts: DemoTimeParts) {
    this.clock = parts.clock;
    this.database = parts.database;
  }

  async state(): Promise<DemoTimeState> {
    const [move] = await this.database.query<DemoMove & Record<string, unknown>>(
      `SELECT ${COLUMNS} FROM demo_move ORDER BY state = 'moving' DESC, id DESC LIMIT 1`,
    );
    return { now: this.clock.now(), offsetMs: this.clock.offset, move: move ?? null };
  }

  /**
   * Asks for a move; a worker begins it within a second.
   *
   * @throws Rejection `DEMO_CLOCK.MOVING` (409), `DEMO_CLOCK.TARGET` (422).
   */
  async move(destination: DemoDestination, { accountId, name, unit }: Actor): Promise<DemoTimeState> {
    const now = this.clock.now();
    const target = this.targetOf(destination, now);
    const way = target.getTime() - now.getTime();
    if (!(way > 0 && way <= LONGEST_MS)) throw refuseMove('DEMO_CLOCK.TARGET', 422);
    try {
      await this.database.query(
        `INSERT INTO demo_move (id, state, from_at, to_at, reached_at, asked_by) VALUES ($1, 'moving', $2, $3, $2, $4)`,
        [uuid(), now, target, JSON.stringify({ accountId, name, unit })],
      );
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === UNIQUE_VIOLATION) {
        throw refuseMove('DEMO_CLOCK.MOVING', 409);
      }
      throw error;
    }
    return this.state();
  }

  /**
   * Stops the move under way at the moment it has reached.
   *
   * @throws Rejection `DEMO_CLOCK.NOT_MOVING` (409).
   */
  async cancel(): Promise<DemoTimeState> {
    const rows = await this.database.query(
      `UPDATE demo_move SET cancel_asked = true WHERE state = 'moving' RETURNING id`,
    );
    if (rows.length === 0) throw refuseMove('DEMO_CLOCK.NOT_MOVING', 409);
    return this.state();
  }

  /** Carries a move that was asked for to its end, unless another worker does; one that was broken off goes on here. */
  async carryOn(nudge: () => void, isStopping: () => boolean = () => false): Promise<void> {
    if ((await this.moving()) === undefined) return;
    await this.database.transaction(async (tx) => {
      const [lock] = await tx.query<{ mine: boolean }>('SELECT pg_try_advisory_xact_lock($1) AS mine', [MOVING_LOCK]);
      if (!lock?.mine) return;
      while (!isStopping() && (await this.step(nudge))) {
        // Each step is committed by itself; this transaction only keeps other workers away.
      }
    });
  }

  private async moving(): Promise<(DemoMove & { readonly cancelAsked: boolean }) | undefined> {
    const [move] = await this.database.query<DemoMove & { cancelAsked: boolean } & Record<string, unknown>>(
      `SELECT ${COLUMNS}, cancel_asked AS "cancelAsked" FROM demo_move WHERE state = 'moving'`,
    );
    return move;
  }

  /** Settles what is due and goes on to the next moment; answers false when the move is over. */
  private async step(nudge: () => void): Promise<boolean> {
    const move = await this.moving();
    if (!move) return false;
    const settled = await this.parts.settling.settle(nudge);
    const now = this.clock.now();
    const isOver = move.cancelAsked || now >= move.toAt;
    await this.database.query(
      `UPDATE demo_move SET reached_at = $2, steps = steps + 1, unsettled = unsettled + $3, state = $4 WHERE id = $1`,
      [move.id, now, settled ? 0 : 1, isOver ? (move.cancelAsked ? 'cancelled' : 'done') : 'moving'],
    );
    if (isOver) return false;
    await this.clock.moveTo(await this.nextStop(now, move.toAt));
    return true;
  }

  /** Where something is due, at the latest the next midnight: reminders and lights go by the day. */
  private async nextStop(now: Date, target: Date): Promise<Date> {
    const due = await this.parts.settling.nextMoment(now);
    const midnight = instantAt(addDays(dayOf(now), 1), '00:00');
    return new Date(Math.min(target.getTime(), midnight.getTime(), due?.getTime() ?? Number.POSITIVE_INFINITY));
  }

  private targetOf(destination: DemoDestination, now: Date): Date {
    if ('until' in destination) return destination.until;
    if ('to' in destination) {
      let day = addDays(dayOf(now), 1);
      while (!this.parts.isWorkday(day)) day = addDays(day, 1);
      return instantAt(day, OPENING);
    }
    return new Date(now.getTime() + ((destination.days ?? 0) * 24 + (destination.hours ?? 0)) * HOUR_MS);
  }
}
