import { pipeline } from 'node:stream/promises';
import { Attachments } from '@landfall/attachments';
import type { Person } from '@landfall/identity';
import { Projects } from '@landfall/projects';
import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import { TaskVisibility } from '../processes/task-visibility';
import { CurrentPerson } from '../session/current-person';
import { viewerOf } from '../session/viewer-of';
import { dispositionOf } from './disposition-of';

@ApiTags('attachments')
@Controller('api/attachments')
export class AttachmentsController {
  constructor(
    private readonly attachments: Attachments,
    private readonly tasks: TaskVisibility,
    private readonly projects: Projects,
  ) {}

  @Get(':id')
  @ApiOperation({
    summary: 'The bytes of an attachment, always as a file to save; for whoever sees its task or project',
  })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async download(
    @CurrentPerson() person: Person,
    @Param('id', { schema: z.uuid() }) id: string,
    @Res() response: Response,
  ): Promise<void> {
    const { instanceId, taskId, mediaType, size, fileName } = await this.attachments.find(id);
    if (taskId === null) await this.projects.requireVisible(viewerOf(person), instanceId);
    else await this.tasks.visible(person, taskId);
    const content = await this.attachments.read(id);
    response.setHeader('Content-Type', mediaType);
    response.setHeader('Content-Length', size);
    response.setHeader('Content-Disposition', dispositionOf(fileName));
    // Whatever is in a file, it is never run where our session counts.
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Content-Security-Policy', "sandbox; default-src 'none'");
    await pipeline(content, response).catch((error: NodeJS.ErrnoException) => {
      // Whoever asked has gone; that is no fault of ours.
      if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
    });
  }
}
