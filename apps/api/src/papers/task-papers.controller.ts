import { Attachments, Comments, fileMissing, tooLarge } from '@landfall/attachments';
import type { Person } from '@landfall/identity';
import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { TaskVisibility } from '../processes/task-visibility';
import { receiveFile } from '../request/receive-file';
import { CurrentPerson } from '../session/current-person';
import { Attachment, Comment } from './paper-answers';

const TaskId = z.uuid();
const NewComment = z.strictObject({ text: z.string().min(1).max(4000) }).meta({ id: 'NewComment' });

/** What people put beside a task: whoever sees it while it is open, whoever sees its project afterwards too. */
@ApiTags('user-tasks')
@Controller('api/user-tasks')
export class TaskPapersController {
  constructor(
    private readonly tasks: TaskVisibility,
    private readonly attachments: Attachments,
    private readonly comments: Comments,
  ) {}

  @Get(':id/comments')
  @ApiOperation({ summary: 'The comments on a task, oldest first' })
  @ApiOkResponse({ standardSchema: z.array(Comment) })
  async commentsOf(@CurrentPerson() person: Person, @Param('id', { schema: TaskId }) id: string): Promise<Comment[]> {
    await this.tasks.visible(person, id);
    return this.comments.ofTask(id);
  }

  @Post(':id/comments')
  @ApiOperation({ summary: 'Comment on a task' })
  @ApiCreatedResponse({ standardSchema: Comment })
  async comment(
    @CurrentPerson() person: Person,
    @Param('id', { schema: TaskId }) id: string,
    @Body({ schema: NewComment }) { text }: z.infer<typeof NewComment>,
  ): Promise<Comment> {
    const { instanceId } = await this.tasks.writable(person, id);
    return this.comments.add(person.actor, { instanceId, taskId: id }, text);
  }

  @Post(':id/attachments')
  @ApiOperation({ summary: 'Attach a file to a task (pdf, png, jpg, docx, xlsx, pptx, txt, csv, zip)' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } }, required: ['file'] },
  })
  @ApiCreatedResponse({ standardSchema: Attachment })
  async attach(
    @CurrentPerson() person: Person,
    @Param('id', { schema: TaskId }) id: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Attachment> {
    const { instanceId } = await this.tasks.writable(person, id);
    const { folder, limitBytes } = this.attachments.reception;
    const file = await receiveFile(request, response, {
      folder,
      limitBytes,
      tooLarge: () => tooLarge(limitBytes),
      missing: fileMissing,
    });
    return this.attachments.add(person.actor, { instanceId, taskId: id }, file);
  }
}
