import { Attachments, Comments } from '@landfall/attachments';
import type { Person } from '@landfall/identity';
import { Rejection } from '@landfall/process-definition';
import { Body, Controller, Param, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { UserTaskPages } from '../processes/user-task-pages';
import { Attachment, Comment } from '../projects/project-answers';
import { receiveFile } from '../request/receive-file';
import { CurrentPerson } from '../session/current-person';

const TaskId = z.uuid();
const NewComment = z.strictObject({ text: z.string().min(1).max(4000) }).meta({ id: 'NewComment' });

const MEGABYTE = 1024 * 1024;

/** What people put beside a task; whoever may look at the task may do so, also when it has ended. */
@ApiTags('user-tasks')
@Controller('api/user-tasks')
export class TaskPapersController {
  constructor(
    private readonly tasks: UserTaskPages,
    private readonly attachments: Attachments,
    private readonly comments: Comments,
  ) {}

  @Post(':id/comments')
  @ApiOperation({ summary: 'Comment on a task' })
  @ApiCreatedResponse({ standardSchema: Comment })
  async comment(
    @CurrentPerson() person: Person,
    @Param('id', { schema: TaskId }) id: string,
    @Body({ schema: NewComment }) { text }: z.infer<typeof NewComment>,
  ): Promise<Comment> {
    const { task } = await this.tasks.visible(person, id);
    return this.comments.add(person.actor, { instanceId: task.instanceId, taskId: id }, text);
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
    const { task } = await this.tasks.visible(person, id);
    const { folder, limitBytes } = this.attachments.reception;
    const file = await receiveFile(request, response, { folder, limitBytes, tooLarge: tooLarge(limitBytes), missing });
    return this.attachments.add(person.actor, { instanceId: task.instanceId, taskId: id }, file);
  }
}

const tooLarge = (limitBytes: number) => () =>
  new Rejection({
    code: 'ATTACHMENT.TOO_LARGE',
    status: 413,
    message: `Expected a file of at most ${Math.floor(limitBytes / MEGABYTE)} MB, but it is larger`,
    params: { limit: Math.floor(limitBytes / MEGABYTE) },
  });

const missing = () =>
  new Rejection({
    code: 'ATTACHMENT.FILE_MISSING',
    status: 400,
    message: "Expected a file in the field 'file', but there is none",
  });
