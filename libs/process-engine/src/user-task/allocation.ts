import { createHash } from 'node:crypto';
import type { Sql } from '@landfall/persistence';
import type { AllocationRule } from '@landfall/process-definition';
import type { Candidate } from './acting';

export type Handler = Pick<Candidate, 'accountId' | 'name'>;

/** A task that looks for its handler. */
export interface AllocationRequest {
  readonly rule: Exclude<AllocationRule, 'offer'>;
  readonly definition: string;
  readonly task: string;
  readonly group: string;
  /** What a random choice is drawn from: the task's own id, because deciding draws nothing else (design law 2). */
  readonly draw: string;
  /** Whether somebody may have it: he holds the group, and no separation of duties keeps him from it. */
  readonly mayHave: (accountId: string) => boolean;
}

/**
 * Chooses who gets a task that is allocated rather than offered. It answers at once and changes nothing by answering: the
 * engine also asks for decisions that come to nothing.
 */
export interface Allocator {
  /** @returns undefined where nobody may have it; the task is offered to its group then */
  choose(request: AllocationRequest): Handler | undefined;
}

/** A member of a group with what the choice is made of. */
export interface MemberWorkload extends Handler {
  /** How many tasks he has in hand now. */
  readonly open: number;
  /** When he got the last task of the group, in milliseconds; 0 for never. */
  readonly lastGiven: number;
  /** How often he has completed this task. */
  readonly completed: number;
}

/** Chooses among members by a rule; of equals the first by account, so that the same figures give the same answer. */
export const chooseHandler = (
  members: readonly MemberWorkload[],
  { rule, draw, mayHave }: Pick<AllocationRequest, 'rule' | 'draw' | 'mayHave'>,
): Handler | undefined => {
  const able = members
    .filter(({ accountId }) => mayHave(accountId))
    .sort((a, b) => (a.accountId < b.accountId ? -1 : 1));
  const leastBy = (figure: (member: MemberWorkload) => number) => [...able].sort((a, b) => figure(a) - figure(b))[0];
  switch (rule) {
    case 'shortestQueue':
      return leastBy(({ open }) => open);
    case 'roundRobin':
      return leastBy(({ lastGiven }) => lastGiven);
    case 'mostExperienced':
      return leastBy(({ completed }) => -completed);
    case 'random':
      return able[createHash('sha256').update(draw).digest().readUInt32BE() % Math.max(1, able.length)];
  }
};

interface GivenRow {
  account: string;
  group: string;
  open: number;
  last: Date | null;
}

interface DoneRow {
  account: string;
  definition: string;
  task: string;
  count: number;
}

/**
 * An allocator on the tasks as they are stored. It chooses by the figures of its last `refresh`; what was given since is
 * counted at the next one.
 */
export class Workloads implements Allocator {
  private given: readonly GivenRow[] = [];
  private done = new Map<string, number>();

  constructor(
    private readonly sql: Sql,
    private readonly membersOf: (group: string) => readonly Handler[],
  ) {}

  /** Reads the figures anew. */
  async refresh(): Promise<void> {
    this.given = await this.sql.query<GivenRow>(
      `SELECT assignee AS account, candidate_group AS "group",
              count(*) FILTER (WHERE state = 'claimed')::int AS open, max(claimed_at) AS last
       FROM user_task WHERE assignee IS NOT NULL GROUP BY assignee, candidate_group`,
    );
    const done = await this.sql.query<DoneRow>(
      `SELECT completed_by AS account, definition_key AS definition, task_key AS task, count(*)::int AS count
       FROM user_task WHERE state = 'completed' AND completed_by IS NOT NULL
       GROUP BY completed_by, definition_key, task_key`,
    );
    this.done = new Map(done.map((row) => [`${row.account} ${row.definition} ${row.task}`, row.count]));
  }

  choose(request: AllocationRequest): Handler | undefined {
    const { definition, task, group } = request;
    const members = this.membersOf(group).map(({ accountId, name }) => {
      const own = this.given.filter(({ account }) => account === accountId);
      return {
        accountId,
        name,
        open: own.reduce((sum, row) => sum + row.open, 0),
        lastGiven: own.find((row) => row.group === group)?.last?.getTime() ?? 0,
        completed: this.done.get(`${accountId} ${definition} ${task}`) ?? 0,
      };
    });
    return chooseHandler(members, request);
  }
}
