import { CommonPhrases, FormDrafts, InboxFilters } from '@landfall/desk';
import { type DynamicModule, Module } from '@nestjs/common';
import { DeskController } from './desk.controller';
import { TaskDraftsController } from './task-drafts.controller';

export interface DeskApiParts {
  readonly inboxFilters: InboxFilters;
  readonly commonPhrases: CommonPhrases;
  readonly formDrafts: FormDrafts;
}

@Module({})
class DeskApiModule {}

/** What people keep at hand over HTTP; drafts stand on the module of processes. */
export const createDeskApiModule = ({ inboxFilters, commonPhrases, formDrafts }: DeskApiParts): DynamicModule => ({
  module: DeskApiModule,
  controllers: [DeskController, TaskDraftsController],
  providers: [
    { provide: InboxFilters, useValue: inboxFilters },
    { provide: CommonPhrases, useValue: commonPhrases },
    { provide: FormDrafts, useValue: formDrafts },
  ],
});
