import { Attachments, Comments } from '@landfall/attachments';
import { type DynamicModule, Global, Module } from '@nestjs/common';
import { AttachmentsController } from './attachments.controller';
import { TaskPapersController } from './task-papers.controller';

@Global()
@Module({})
class PapersApiModule {}

/** Files and comments over HTTP. */
export const createPapersApiModule = (attachments: Attachments, comments: Comments): DynamicModule => ({
  module: PapersApiModule,
  controllers: [AttachmentsController, TaskPapersController],
  providers: [
    { provide: Attachments, useValue: attachments },
    { provide: Comments, useValue: comments },
  ],
  exports: [Attachments, Comments],
});
