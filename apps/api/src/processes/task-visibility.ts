import type { Person } from '@landfall/identity';
import type { Organization } from '@landfall/organization';
import type { Database } from '@landfall/persistence';
import { Rejection } from '@landfall/process-definition';
import type { Inbox } from '@landfall/process-engine';
import { isProjectVisible } from '@landfall/projects';
import { viewerOf } from '../session/viewer-of';

type UserTask = Awaited<ReturnType<Inbox['task']>>;

/** A task with what the person who looks at it is to it. */
export interface VisibleTask {
  readonly task: UserTask;
  readonly isCandidate: boolean;
  readonly isAssignee: boolean;
  /** The person heads the unit whose task it is. */
  readonly supervises: boolean;
}

/** Knows who may look at a user task, and who may put papers to it. */
export class TaskVisibility {
  constructor(
    private readonly database: Database,
    private readonly inbox: Inbox,
    private readonly organization: Organization,
  ) {}

  /**
   * A task for whoever may work on it, heads the unit that does, or sees its project.
   *
   * @throws Rejection `USER_TASK.NOT_FOUND` (404), `USER_TASK.NOT_VISIBLE` (403)
   */
  async visible(person: Person, id: string): Promise<VisibleTask> {
    const found = await this.found(person, id);
    const { task, isCandidate, isAssignee, supervises } = found;
    if (!isCandidate && !isAssignee && !supervises && !(await this.seesProject(person, task))) {
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
   * those who see its project, for the papers of a decision often arrive after it.
   *
   * @throws Rejection as `visible`, and `USER_TASK.NOT_OPEN` (409)
   */
  async writable(person: Person, id: string): Promise<UserTask> {
    const { task } = await this.visible(person, id);
    const isOpen = task.state === 'created' || task.state === 'claimed';
    if (!isOpen && !(await this.seesProject(person, task))) {
      throw new Rejection({
        code: 'USER_TASK.NOT_OPEN',
        status: 409,
        message: `Expected user task '${task.taskKey}' to be open, but it is ${task.state}`,
        params: { task: task.taskKey, state: task.state },
      });
    }
    return task;
  }

  private async found(person: Person, id: string): Promise<VisibleTask> {
    const task = await this.inbox.task(id);
    const view = await this.organization.view();
    return {
      task,
      isCandidate: [task.candidateGroup, task.escalatedTo].some(
        (group) => group !== null && person.groups.includes(group),
      ),
      isAssignee: task.assignee?.accountId === person.accountId,
      supervises: view
        .postsOfUnit(task.candidateGroup.split('.')[0] ?? '')
        .some((post) => post.headsUnit && person.groups.includes(post.code)),
    };
  }

  private seesProject(person: Person, task: UserTask): Promise<boolean> {
    return isProjectVisible(this.database, viewerOf(person), task.instanceId);
  }
}
