import type { Clock } from '@landfall/clock';
import type { Database, Sql } from '@landfall/persistence';
import { addDays, instantOn } from '../business-day';
import type { WorkingDays } from '../working-days';
import { applyDisputes, type CountedPiece } from './apply-disputes';
import { attributeWaiting, type WaitingPiece } from './attribute-waiting';
import { countDays, type OwnerDays, type WorkdayCount, workdayCount } from './count-days';
import { type ProjectLife, readLives } from './read-waiting';
import { refuse } from './refusal-texts';
import { acceptedOf, readDisputes, type WaitingDispute } from './waiting-dispute';
import type { WaitingRules } from './waiting-rules';

export interface WaitingParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly calendar: WorkingDays;
  /** The rules of a definition's version; whoever puts the processes together knows them. */
  readonly rulesFor: (definition: string, version: number) => WaitingRules;
}

/** Whom a project waited for, as it counts and as it was recorded before any dispute. */
export interface ProjectWaiting {
  readonly projectId: string;
  readonly from: Date;
  /** The end of the project, or now. */
  readonly to: Date;
  readonly pieces: readonly CountedPiece[];
  readonly owners: readonly OwnerDays[];
  readonly recordedOwners: readonly OwnerDays[];
  readonly disputes: readonly WaitingDispute[];
}

export interface OwnerSum extends OwnerDays {
  readonly projects: number;
}

/** A stretch of time; without ends it is all time until now. */
export interface Period {
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
}

const CHUNK = 500;

/** Answers whom projects waited for: each moment of a life has exactly one owner, and days add up to its age. */
export class Waiting {
  constructor(private readonly parts: WaitingParts) {}

  /** @throws Rejection `WAITING.PROJECT_NOT_FOUND` (404) */
  async of(projectId: string, sql: Sql = this.parts.database): Promise<ProjectWaiting> {
    const [life] = await readLives(sql, [projectId]);
    if (life === undefined) throw refuse('WAITING.PROJECT_NOT_FOUND', 404);
    const disputes = await readDisputes(sql, [projectId]);
    const recorded = this.attribute(life);
    const pieces = applyDisputes(recorded, acceptedOf(disputes));
    const workdays = workdayCount(this.parts.calendar);
    return {
      projectId,
      from: life.from,
      to: this.endOf(life),
      pieces,
      owners: countDays(pieces, workdays),
      recordedOwners: countDays(recorded, workdays),
      disputes,
    };
  }

  /**
   * Sums up all projects by owner, longest first, for a period. Lives are read in chunks by key, so the number of projects
   * costs time but no memory.
   */
  async sums(period: Period = {}): Promise<OwnerSum[]> {
    const sums = new Map<string, OwnerSum>();
    const workdays = workdayCount(this.parts.calendar);
    for (let last = NO_PROJECT; ; ) {
      const rows = await this.parts.database.query<{ id: string }>(
        `SELECT id FROM project WHERE id > $1 ORDER BY id LIMIT ${CHUNK}`,
        [last],
      );
      await this.addChunk(
        rows.map(({ id }) => id),
        { period, workdays },
        sums,
      );
      if (rows.length < CHUNK) break;
      last = rows.at(-1)?.id ?? last;
    }
    return [...sums.values()].sort((a, b) => b.milliseconds - a.milliseconds || (a.owner < b.owner ? -1 : 1));
  }

  /** The same for whole days (YYYY-MM-DD), the last one included. */
  sumsOfDays(first?: string, last?: string): Promise<OwnerSum[]> {
    return this.sums({
      from: first === undefined ? undefined : instantOn(first),
      to: last === undefined ? undefined : instantOn(addDays(last, 1)),
    });
  }

  private async addChunk(
    ids: readonly string[],
    { period, workdays }: { readonly period: Period; readonly workdays: WorkdayCount },
    sums: Map<string, OwnerSum>,
  ): Promise<void> {
    const { database } = this.parts;
    const lives = await readLives(database, ids);
    const disputes = await readDisputes(database, ids);
    for (const life of lives) {
      const accepted = acceptedOf(disputes.filter(({ projectId }) => projectId === life.projectId));
      const pieces = clip(applyDisputes(this.attribute(life), accepted), period);
      for (const owner of countDays(pieces, workdays)) {
        const key = `${owner.kind} ${owner.owner}`;
        const sum = sums.get(key);
        sums.set(key, {
          kind: owner.kind,
          owner: owner.owner,
          projects: (sum?.projects ?? 0) + 1,
          milliseconds: (sum?.milliseconds ?? 0) + owner.milliseconds,
          days: (sum?.days ?? 0) + owner.days,
          workingDays: (sum?.workingDays ?? 0) + owner.workingDays,
        });
      }
    }
  }

  private attribute(life: ProjectLife): WaitingPiece[] {
    const rules = this.parts.rulesFor(life.definition, life.version);
    return attributeWaiting(life.intervals, life.from, this.endOf(life), rules);
  }

  private endOf({ endedAt }: ProjectLife): Date {
    return endedAt ?? this.parts.clock.now();
  }
}

/** Before every id. */
const NO_PROJECT = '00000000-0000-0000-0000-000000000000';

const clip = (pieces: readonly CountedPiece[], { from, to }: Period): CountedPiece[] =>
  pieces.flatMap((piece) => {
    const start = from !== undefined && from > piece.from ? from : piece.from;
    const end = to !== undefined && to < piece.to ? to : piece.to;
    return start < end ? [{ ...piece, from: start, to: end }] : [];
  });
