import type { Person, Roster } from '@landfall/identity';
import { Rejection } from '@landfall/process-definition';
import type { Candidate, ProcessEngine, TaskOperation } from '@landfall/process-engine';
import type { TaskOperationBody } from './task-operation-body';
import type { TaskVisibility } from './task-visibility';

/** Carries out what is asked of a task: finds the people who are named, and leaves the rest to the engine. */
export class TaskOperations {
  constructor(
    private readonly engine: ProcessEngine,
    private readonly roster: Roster,
    private readonly visibility: TaskVisibility,
  ) {}

  /** @throws Rejection `USER_TASK.NOT_VISIBLE` (403), `PERSON.NOT_FOUND` (422) and what the operation refuses */
  async perform(person: Person, taskId: string, body: TaskOperationBody, clientKey?: string): Promise<void> {
    const { task } = await this.visibility.visible(person, taskId);
    const operation = await this.operationOf(body, task.candidateGroup, task.escalatedTo);
    const key = clientKey === undefined ? {} : { clientKey: `task:${person.accountId}:${clientKey}` };
    await this.engine.performOnTask({ taskId, operation, actor: person.actor, ...key });
  }

  private async operationOf(
    body: TaskOperationBody,
    group: string,
    escalatedTo: string | null,
  ): Promise<TaskOperation> {
    const roster = await this.roster.view();
    const candidate = (accountId: string): Candidate => {
      const found = roster.people.find((other) => other.accountId === accountId);
      if (!found) throw noSuchPerson();
      const groups = [group, ...(escalatedTo === null ? [] : [escalatedTo])];
      return { accountId, name: found.name, groups: groups.filter((one) => roster.holds(accountId, one)) };
    };
    switch (body.kind) {
      case 'assign':
      case 'transfer':
      case 'delegate':
        return { ...body, to: candidate(body.to) };
      case 'addSigners':
        return { ...body, signers: body.signers.map(candidate) };
      case 'copy':
        return { ...body, to: body.to.map(candidate) };
      case 'return': {
        const { to } = body;
        const target =
          to.kind === 'step'
            ? { kind: to.kind, task: to.task, ...(to.slot === undefined ? {} : { slot: to.slot }) }
            : to;
        return { ...body, to: target };
      }
      default:
        return body;
    }
  }
}

const noSuchPerson = (): Rejection =>
  new Rejection({
    code: 'PERSON.NOT_FOUND',
    status: 422,
    message: 'Expected somebody who holds a post today, but there is nobody with this account',
  });
