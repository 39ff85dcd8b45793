import type { Person } from '@landfall/identity';
import { isMeetingVisible, type Meetings, opiningUnitOf } from '@landfall/meetings';
import type { Organization } from '@landfall/organization';
import type { Database } from '@landfall/persistence';
import { type Principal, Rejection } from '@landfall/process-definition';
import type { Inbox } from '@landfall/process-engine';
import { isProjectVisible } from '@landfall/projects';
import { meetingViewerOf } from '../meetings/meeting-viewer-of';
import { viewerOf } from '../session/viewer-of';

type UserTask = Awaited<ReturnType<Inbox['task']>>;

/** A task with what the person who looks at it is to it. */
export interface VisibleTask {
  readonly task: UserTask;
  readonly isCandidate: boolean;
  readonly isAssignee: boolean;
  /** For whom the person may do the task as a substitute, when not in his own right. */
  readonly principal: Principal | undefined;
  /** The person heads the unit whose task it is. */
  readonly supervises: boolean;
}

/** Knows who may look at a user task, and who may put papers to it. */
export class TaskVisibility {
  constructor(
    private readonly database: Database,
    private readonly inbox: Inbox,
    private readonly organization: Organization,
    private readonly meetings: Pick<Meetings, 'readableOpinions'>,
  ) {}

  /**
   * A task for whoever may work on it, heads the unit that does, or sees its project or meeting.
   *
   * @throws Rejection `USER_TASK.NOT_FOUND` (404), `USER_TASK.NOT_VISIBLE` (403)
   */
  async visible(person: Person, id: string): Promise<VisibleTask> {
    const found = await this.found(person, id);
    const { task, isCandidate, isAssignee, principal, supervises } = found;
    const works = isCandidate || isAssignee || principal !== undefined || supervises;
    if (!works && !(await this.takesPart(person, task)) && !(await this.seesSubject(person, task))) {
      throw new Rejection({
        code: 'USER_TASK.NOT_VISIBLE',
        status: 403,
        message: `Expected a user task of your own units, but it belongs to '${task.candidateGroup}'`,
        params: { group: task.candidateGroup },
      });
    }
    return found;
  }

  /**
   * A task for whoever may comment on it and attach to it: while it is open, everybody who may look at it; afterwards
   * those who see its project or meeting, for the papers of a decision often arrive after it.
   *
   * @throws Rejection as `visible`, and `USER_TASK.NOT_OPEN` (409)
   */
  async writable(person: Person, id: string): Promise<UserTask> {
    const { task } = await this.visible(person, id);
    const isOpen = task.state === 'created' || task.state === 'claimed';
    if (!isOpen && !(await this.seesSubject(person, task))) {
      throw new Rejection({
        code: 'USER_TASK.NOT_OPEN',
        status: 409,
        message: `Expected user task '${task.taskKey}' to be open, but it is ${task.state}`,
        params: { task: task.taskKey, state: task.state },
      });
    }
    return task;
  }

  /**
   * A task for whoever may fill in its form: who has it, while nobody has it the members of its groups, and the
   * substitutes of both.
   *
   * @throws Rejection as `visible`, `USER_TASK.ALREADY_CLAIMED` (409), `USER_TASK.NOT_CANDIDATE` (403)
   */
  async workable(person: Person, id: string): Promise<UserTask> {
    const { task, isCandidate, isAssignee, principal } = await this.visible(person, id);
    if (isAssignee || principal || (task.assignee === null && isCandidate)) return task;
    if (task.assignee !== null) {
      throw new Rejection({
        code: 'USER_TASK.ALREADY_CLAIMED',
        status: 409,
        message: `Expected to fill in user task '${task.taskKey}', but it is claimed by '${task.assignee.name}'`,
        params: { verb: 'fill in', task: task.taskKey, assignee: task.assignee.name },
      });
    }
    throw new Rejection({
      code: 'USER_TASK.NOT_CANDIDATE',
      status: 403,
      message: `Expected to fill in user task '${task.taskKey}', but '${person.name}' is not in '${task.candidateGroup}'`,
      params: { verb: 'fill in', task: task.taskKey, actor: person.name, group: task.candidateGroup },
    });
  }

  private async found(person: Person, id: string): Promise<VisibleTask> {
    const task = await this.inbox.task(id);
    const view = await this.organization.view();
    const isTaskOf = (groups: readonly string[]) =>
      [task.candidateGroup, task.escalatedTo].some((group) => group !== null && groups.includes(group));
    const isAssignee = task.assignee?.accountId === person.accountId;
    const isCandidate = isTaskOf(person.groups);
    const principal =
      isAssignee || (isCandidate && task.assignee === null)
        ? undefined
        : person.actor.principals?.find(({ accountId, groups }) =>
            task.assignee === null ? isTaskOf(groups) : task.assignee.accountId === accountId,
          );
    return {
      task,
      isCandidate,
      isAssignee,
      principal,
      supervises: view
        .postsOfUnit(task.candidateGroup.split('.')[0] ?? '')
        .some((post) => post.headsUnit && person.groups.includes(post.code)),
    };
  }

  /** Whoever did it, has delegated it, signs for the same decision or was sent a copy may look at it. */
  private async takesPart(person: Person, task: UserTask): Promise<boolean> {
    const accounts = [person.accountId, ...(person.actor.principals ?? []).map(({ accountId }) => accountId)];
    const own = [task.owner, task.completedBy, task.completedFor];
    if (own.some((one) => one !== null && accounts.includes(one.accountId))) return true;
    const rows = await this.database.query(
      `SELECT 1 FROM user_task WHERE (id = $1 OR (item_id = $1 AND item_id <> id)) AND assignee = ANY($2)
       UNION ALL SELECT 1 FROM carbon_copy WHERE instance_id = $3 AND task_id = $4 AND account = ANY($2) LIMIT 1`,
      [task.itemId, accounts, task.instanceId, task.id],
    );
    return rows.length > 0;
  }

  /** Whoever sees the project, or the meeting, that a task belongs to; opinions of others only once they may be read. */
  private async seesSubject(person: Person, task: UserTask): Promise<boolean> {
    const viewer = meetingViewerOf(person);
    if (await isMeetingVisible(this.database, viewer, task.instanceId)) {
      const unit = opiningUnitOf(task.taskKey, task.slot);
      return unit === null || (await this.meetings.readableOpinions(viewer, task.instanceId))(unit);
    }
    const [process] = await this.database.query<{ project: string }>(
      'SELECT coalesce(belongs_to, id) AS project FROM process_instance WHERE id = $1',
      [task.instanceId],
    );
    return isProjectVisible(this.database, viewerOf(person), process?.project ?? task.instanceId);
  }
}
