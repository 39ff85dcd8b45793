import type { Person } from '@landfall/identity';
import { ProcessEngine } from '@landfall/process-engine';
import { Body, Controller, Get, Headers, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { sayProblem } from '../problem/say-problem';
import { spokenLanguage } from '../problem/spoken-language';
import { CurrentPerson } from '../session/current-person';
import { performOnMany } from './bulk-tasks';
import { BulkAnswer, Completed, UserTaskDetail } from './inbox-answers';
import { TaskOperationBody } from './task-operation-body';
import { TaskOperations } from './task-operations';
import { UserTaskPages } from './user-task-pages';

const TaskId = z.uuid();
const Nothing = z.strictObject({}).optional();
const Assignment = z.strictObject({ accountId: z.uuid() });
const Completion = z.strictObject({
  outcome: z.string().min(1).max(60),
  form: z.record(z.string().max(80), z.unknown()).default({}),
  clientKey: z.string().min(1).max(120).optional().describe('The same key twice has one effect and the same answer'),
});

const BulkBody = z
  .strictObject({
    userTaskIds: z.array(TaskId).min(1).max(100),
    operation: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('claim') }),
      z.strictObject({ kind: z.literal('complete'), outcome: z.string().min(1).max(60) }),
    ]),
  })
  .meta({ id: 'BulkOperation' });

@ApiTags('user-tasks')
@Controller('api/user-tasks')
export class UserTasksController {
  constructor(
    private readonly engine: ProcessEngine,
    private readonly operations: TaskOperations,
    private readonly pages: UserTaskPages,
  ) {}

  @Get(':id')
  @ApiOperation({ summary: 'A user task with its form, its outcomes and what the caller may do with it' })
  @ApiOkResponse({ standardSchema: UserTaskDetail })
  detail(@CurrentPerson() person: Person, @Param('id', { schema: TaskId }) id: string): Promise<UserTaskDetail> {
    return this.pages.detail(person, id);
  }

  @Post('bulk')
  @HttpCode(200)
  @ApiOperation({ summary: 'Claim many tasks, or give many tasks one outcome that asks for nothing' })
  @ApiOkResponse({ standardSchema: BulkAnswer })
  async bulk(
    @CurrentPerson() person: Person,
    @Body({ schema: BulkBody }) { userTaskIds, operation }: z.infer<typeof BulkBody>,
    @Headers('accept-language') language?: string,
  ): Promise<BulkAnswer> {
    const results = await performOnMany(this.engine, person, userTaskIds, operation);
    return {
      results: results.map(({ userTaskId, refusal }) => ({
        userTaskId,
        done: refusal === null,
        code: refusal?.code ?? null,
        detail: refusal === null ? null : (sayProblem(refusal, spokenLanguage(language)).detail ?? null),
      })),
    };
  }

  @Post(':id/operations')
  @HttpCode(200)
  @ApiOperation({ summary: 'Hand a task on, have it signed, return it, take it back, urge or copy it' })
  @ApiOkResponse({ standardSchema: UserTaskDetail })
  async operate(
    @CurrentPerson() person: Person,
    @Param('id', { schema: TaskId }) id: string,
    @Body({ schema: TaskOperationBody }) operation: TaskOperationBody,
    @Headers('idempotency-key') clientKey?: string,
  ): Promise<UserTaskDetail> {
    await this.operations.perform(person, id, operation, clientKey?.slice(0, 120));
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
    await this.operations.perform(person, id, { kind: 'claim' });
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
    await this.operations.perform(person, id, { kind: 'unclaim' });
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
    await this.operations.perform(person, id, { kind: 'assign', to: accountId });
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
