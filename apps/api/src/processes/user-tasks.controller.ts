import type { Person } from '@landfall/identity';
import { Accounts } from '@landfall/identity';
import { Rejection } from '@landfall/process-definition';
import { ProcessEngine } from '@landfall/process-engine';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { CurrentPerson } from '../session/current-person';
import { Completed, UserTaskDetail } from './inbox-answers';
import { UserTaskPages } from './user-task-pages';

const TaskId = z.uuid();
const Nothing = z.strictObject({}).optional();
const Assignment = z.strictObject({ accountId: z.string().min(1).max(64) });
const Completion = z.strictObject({
  outcome: z.string().min(1).max(60),
  form: z.record(z.string().max(80), z.unknown()).default({}),
  clientKey: z.string().min(1).max(120).optional().describe('The same key twice has one effect and the same answer'),
});

@ApiTags('user-tasks')
@Controller('api/user-tasks')
export class UserTasksController {
  constructor(
    private readonly engine: ProcessEngine,
    private readonly accounts: Accounts,
    private readonly pages: UserTaskPages,
  ) {}

  @Get(':id')
  @ApiOperation({ summary: 'A user task with its form, its outcomes and what the caller may do with it' })
  @ApiOkResponse({ standardSchema: UserTaskDetail })
  detail(@CurrentPerson() person: Person, @Param('id', { schema: TaskId }) id: string): Promise<UserTaskDetail> {
    return this.pages.detail(person, id);
  }

  @Post(':id/claim')
  @HttpCode(200)
  @ApiOperation({ summary: 'Take a task of your groups for yourself' })
  @ApiOkResponse({ standardSchema: UserTaskDetail })
  async claim(
    @CurrentPerson() person: Person,
    @Param('id', { schema: TaskId }) id: string,
    @Body({ schema: Nothing }) _body: unknown,
  ): Promise<UserTaskDetail> {
    await this.engine.claimTask({ taskId: id, actor: person.actor });
    return this.pages.detail(person, id);
  }

  @Post(':id/unclaim')
  @HttpCode(200)
  @ApiOperation({ summary: 'Give a task back to its group' })
  @ApiOkResponse({ standardSchema: UserTaskDetail })
  async unclaim(
    @CurrentPerson() person: Person,
    @Param('id', { schema: TaskId }) id: string,
    @Body({ schema: Nothing }) _body: unknown,
  ): Promise<UserTaskDetail> {
    await this.engine.unclaimTask({ taskId: id, actor: person.actor });
    return this.pages.detail(person, id);
  }

  @Post(':id/assign')
  @HttpCode(200)
  @ApiOperation({ summary: 'Give a task to somebody of its group; for the head of the unit' })
  @ApiOkResponse({ standardSchema: UserTaskDetail })
  async assign(
    @CurrentPerson() person: Person,
    @Param('id', { schema: TaskId }) id: string,
    @Body({ schema: Assignment }) { accountId }: z.infer<typeof Assignment>,
  ): Promise<UserTaskDetail> {
    const task = await this.pages.task(id);
    const candidates = await this.accounts.membersOf(task.candidateGroup);
    const member = candidates.find((candidate) => candidate.accountId === accountId);
    if (!member) {
      throw new Rejection({
        code: 'USER_TASK.ASSIGNEE_NOT_CANDIDATE',
        status: 422,
        message: `Expected to assign user task '${task.taskKey}', but '${accountId}' is not in '${task.candidateGroup}'`,
        params: { task: task.taskKey, assignee: accountId, group: task.candidateGroup },
      });
    }
    const assignee = { accountId, name: member.name, groups: [task.candidateGroup] };
    await this.engine.assignTask({ taskId: id, assignee, actor: person.actor });
    return this.pages.detail(person, id);
  }

  @Post(':id/complete')
  @HttpCode(200)
  @ApiOperation({ summary: 'Complete a task with one of its outcomes and the form of that outcome' })
  @ApiOkResponse({ standardSchema: Completed })
  async complete(
    @CurrentPerson() person: Person,
    @Param('id', { schema: TaskId }) id: string,
    @Body({ schema: Completion }) { outcome, form, clientKey }: z.infer<typeof Completion>,
  ): Promise<Completed> {
    const receipt = await this.engine.completeTask({
      taskId: id,
      outcome,
      form,
      actor: person.actor,
      ...(clientKey === undefined ? {} : { clientKey: `task:${person.accountId}:${clientKey}` }),
    });
    return {
      instanceId: receipt.instanceId,
      projectId: receipt.instanceId,
      state: [...receipt.states],
      status: receipt.status,
      historyId: receipt.historyId,
      repeated: receipt.repeated,
      nextTasks: await this.pages.nextFor(person, receipt.instanceId),
    };
  }
}
