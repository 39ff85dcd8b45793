import type { Database } from '@landfall/persistence';
import { type Actor, Rejection } from '@landfall/process-definition';
import { groupsOf } from './groups-of';
import type { Person } from './person';
import {
  existingPost,
  lockAccount,
  noSuchAccount,
  postNotHeld,
  postsHeld,
  startHolding,
  stopHolding,
} from './post-assignment';
import type { HeldPost, PostDirectory } from './post-directory';
import { refuse } from './refusal-texts';
import type { Roster } from './roster';
import { type AccountName, unitsHeadedBy } from './substitutions';

/** A task that waits for somebody who has left, or is leaving, the post that gave it to him. */
export interface TaskLeftBehind {
  readonly taskId: string;
  readonly instanceId: string;
  readonly taskKey: string;
  readonly candidateGroup: string;
  readonly escalatedTo: string | null;
  /** `claimed` by him or whom he asked, or at rest: `waiting` for others to sign, `suspended` with its process. */
  readonly state: 'claimed' | 'waiting' | 'suspended';
}

/** Gives one task of one person to another, or back to its groups when `to` is left out; the process engine does it. */
export interface HandOver {
  handOver(request: {
    readonly taskId: string;
    /** Whose task it was when it was listed: somebody else's is not taken away. */
    readonly from: string;
    readonly to?: AccountName & { readonly groups: readonly string[] };
    readonly actor: Actor;
    readonly reason: string;
  }): Promise<unknown>;
}

export interface PostHandover {
  /** Who leaves the post. */
  readonly accountId: string;
  readonly post: string;
  /** Who takes post and tasks over; without one the tasks go back to their groups. */
  readonly successor?: string | undefined;
  readonly reason: string;
}

export interface HandedTask extends TaskLeftBehind {
  /** Who has it now; null when its groups have it again. */
  readonly to: AccountName | null;
  /** Why it was not handed over; null when it was. */
  readonly refusal: { readonly code: string; readonly message: string } | null;
}

export interface HandoverReport {
  readonly from: AccountName;
  readonly post: string;
  readonly successor: AccountName | null;
  /** False when the post had ended before: this run finished what an earlier one had left. */
  readonly postEnded: boolean;
  readonly tasks: readonly HandedTask[];
}

const LONGEST_REASON = 200;

/** Hands over everything that hangs on a post when its holder leaves it (交接). */
export class LeavingPost {
  constructor(
    private readonly db: Database,
    private readonly directory: PostDirectory,
    private readonly roster: Pick<Roster, 'refresh'>,
    private readonly engine: HandOver,
  ) {}

  /**
   * The unfinished tasks that an account has, or has others work on, only through a post: those of its groups that no other
   * post of the account gives, oldest deadline first.
   */
  async tasksOf(accountId: string, post: string): Promise<TaskLeftBehind[]> {
    const directory = await this.directory.view();
    const held = await postsHeld(this.db, directory, accountId);
    const kept = groupsOf(
      held.filter((other) => other.code !== post),
      directory,
    );
    const lost = groupsOf([existingPost(directory, post, directory.day)], directory);
    const given = (groups: string) =>
      `(candidate_group = ANY(${groups}) OR coalesce(escalated_to = ANY(${groups}), false))`;
    return this.db.query<TaskLeftBehind>(
      `SELECT id AS "taskId", instance_id AS "instanceId", task_key AS "taskKey", candidate_group AS "candidateGroup",
              escalated_to AS "escalatedTo", state
       FROM user_task
       WHERE ((assignee = $1 AND state = 'claimed') OR (assignee = $1 AND state IN ('waiting', 'suspended'))
              OR (owner = $1 AND state IN ('waiting', 'claimed', 'suspended')))
         AND ${given('$2')} AND NOT ${given('$3')}
       ORDER BY due_at, id`,
      [accountId, lost, kept],
    );
  }

  /**
   * Ends holding a post today, gives it to the successor if one is named, and hands over each task by itself.
   *
   * A task that cannot be handed over is reported with its refusal and the others go on. Called again it finishes what
   * was left: the post is not ended twice, and a task that has moved on is left alone.
   *
   * @throws Rejection `HANDOVER.NOT_ALLOWED` (403), `HANDOVER.REASON_INVALID`, `HANDOVER.SUCCESSOR_SAME`,
   * `HANDOVER.SUCCESSOR_NOT_ACTIVE` (422), `POST.NOT_FOUND`, `POST_ASSIGNMENT.NOT_HELD`, `ACCOUNT.NOT_FOUND` (404),
   * `POST_ASSIGNMENT.ADMINISTRATORS_EXCLUDE` (409)
   */
  async handOverPost(request: PostHandover, by: Person): Promise<HandoverReport> {
    const { accountId, successor } = request;
    const reason = request.reason.trim();
    const { length } = [...reason];
    if (length === 0 || length > LONGEST_REASON) {
      throw refuse('HANDOVER.REASON_INVALID', 422, { limit: LONGEST_REASON, length });
    }
    if (successor === accountId) throw refuse('HANDOVER.SUCCESSOR_SAME', 422);
    const directory = await this.directory.view();
    const post = existingPost(directory, request.post, directory.day);
    if (!mayHandOver(by, accountId, post)) throw refuse('HANDOVER.NOT_ALLOWED', 403);
    const people = await this.changeHolder(accountId, post, successor);
    // The engine of this process knows the new holder before the first task reaches him.
    await this.roster.refresh();
    const left = await this.tasksOf(accountId, post.code);
    const to = people.successor && {
      ...people.successor,
      groups: groupsOf(await postsHeld(this.db, directory, people.successor.accountId), directory),
    };
    const tasks: HandedTask[] = [];
    for (const task of left) tasks.push(await this.handOver(task, accountId, to, by.actor, reason));
    return {
      from: people.leaving,
      post: post.code,
      successor: people.successor ?? null,
      postEnded: people.ended,
      tasks,
    };
  }

  private async handOver(
    task: TaskLeftBehind,
    from: string,
    successor: Candidate | undefined,
    actor: Actor,
    reason: string,
  ): Promise<HandedTask> {
    const fits = [task.candidateGroup, task.escalatedTo].some(
      (group) => group !== null && successor?.groups.includes(group),
    );
    const to = successor && fits ? successor : undefined;
    try {
      await this.engine.handOver({ taskId: task.taskId, from, actor, reason, ...(to ? { to } : {}) });
      return { ...task, to: to ? { accountId: to.accountId, name: to.name } : null, refusal: null };
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
      return { ...task, to: null, refusal: { code: error.code, message: error.message } };
    }
  }

  /** Ends the post and starts it for the successor, both or neither. */
  private changeHolder(accountId: string, post: HeldPost, successor: string | undefined) {
    return this.db.transaction(async (tx) => {
      const directory = await this.directory.view();
      const { day } = directory;
      const ids = successor === undefined ? [accountId] : [accountId, successor];
      // In id order, so that two hand-overs that cross do not wait for each other.
      for (const id of [...ids].sort()) await lockAccount(tx, id);
      const accounts = await tx.query<AccountName & { open: boolean }>(
        'SELECT id AS "accountId", name, disabled_at IS NULL AS open FROM account WHERE id = ANY($1)',
        [ids],
      );
      const named = (id: string): AccountName & { open: boolean } => {
        const account = accounts.find((one) => one.accountId === id);
        if (account === undefined) throw noSuchAccount(id);
        return account;
      };
      const nameOf = (id: string): AccountName => ({ accountId: id, name: named(id).name });
      if (successor !== undefined && !named(successor).open) {
        throw refuse('HANDOVER.SUCCESSOR_NOT_ACTIVE', 422, { name: named(successor).name });
      }
      const [before] = await tx.query(
        'SELECT 1 FROM post_assignment WHERE account_id = $1 AND post_code = $2 AND valid_from <= $3 LIMIT 1',
        [accountId, post.code, day],
      );
      const ended = await stopHolding(tx, accountId, post.code, day);
      // Held from today on it leaves no trace when it ends today: then the tasks tell that an earlier run was cut short.
      if (!ended && before === undefined && (await this.tasksOf(accountId, post.code)).length === 0) {
        throw postNotHeld(post.code, day);
      }
      if (successor !== undefined) {
        const holds = await postsHeld(tx, directory, successor);
        if (!holds.some((held) => held.code === post.code)) await startHolding(tx, directory, successor, post, day);
      }
      return {
        ended,
        leaving: nameOf(accountId),
        successor: successor === undefined ? undefined : nameOf(successor),
      };
    });
  }
}

type Candidate = AccountName & { readonly groups: readonly string[] };

/** A head does not take the post of another head away; whoever manages accounts may, and everybody may leave. */
const mayHandOver = (by: Person, accountId: string, post: HeldPost): boolean =>
  by.permissions.includes('account.manage') ||
  (unitsHeadedBy(by).includes(post.unit) && (!post.headsUnit || by.accountId === accountId));
