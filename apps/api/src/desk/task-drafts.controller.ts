import { FormDrafts } from '@landfall/desk';
import type { Person } from '@landfall/identity';
import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { TaskVisibility } from '../processes/task-visibility';
import { CurrentPerson } from '../session/current-person';
import { FormDraft, sayDraft } from './draft-answers';

const TaskId = z.uuid();
const NewDraft = z.strictObject({ form: z.record(z.string().max(80), z.unknown()) }).meta({ id: 'NewDraft' });
const KeptDraft = z.object({ draft: FormDraft.nullable() }).meta({ id: 'KeptDraft' });
type KeptDraft = z.infer<typeof KeptDraft>;

/** The caller's own draft of a task's form, for whoever may work on the task. */
@ApiTags('user-tasks')
@Controller('api/user-tasks')
export class TaskDraftsController {
  constructor(
    private readonly tasks: TaskVisibility,
    private readonly drafts: FormDrafts,
  ) {}

  @Get(':id/draft')
  @ApiOperation({ summary: 'What the caller has filled in and not handed in yet' })
  @ApiOkResponse({ standardSchema: KeptDraft })
  async find(@CurrentPerson() person: Person, @Param('id', { schema: TaskId }) id: string): Promise<KeptDraft> {
    await this.tasks.workable(person, id);
    const draft = await this.drafts.find(person.accountId, id);
    return { draft: draft ? sayDraft(draft) : null };
  }

  @Put(':id/draft')
  @ApiOperation({ summary: 'Keep the form as it is now; it may be incomplete' })
  @ApiOkResponse({ standardSchema: FormDraft })
  async save(
    @CurrentPerson() person: Person,
    @Param('id', { schema: TaskId }) id: string,
    @Body({ schema: NewDraft }) { form }: z.infer<typeof NewDraft>,
  ): Promise<FormDraft> {
    await this.tasks.workable(person, id);
    return sayDraft(await this.drafts.save(person.accountId, id, form));
  }

  @Delete(':id/draft')
  @HttpCode(204)
  @ApiOperation({ summary: 'Throw the draft away; one that is not there is no error' })
  @ApiNoContentResponse()
  async drop(@CurrentPerson() person: Person, @Param('id', { schema: TaskId }) id: string): Promise<void> {
    // One's own draft may be thrown away even after somebody else has taken the task.
    await this.drafts.drop(person.accountId, id);
  }
}
