import { Clock } from '@landfall/clock';
import { Accounts, Roster } from '@landfall/identity';
import type { Meetings } from '@landfall/meetings';
import { Organization } from '@landfall/organization';
import { Database } from '@landfall/persistence';
import { CarbonCopies, Inbox, InstanceReader, ProcessEngine } from '@landfall/process-engine';
import { type DynamicModule, Global, Module } from '@nestjs/common';
import { CopiesController } from './copies.controller';
import { InboxController } from './inbox.controller';
import { IncidentsController } from './incidents.controller';
import { InitiatedProcesses } from './initiated-processes';
import { ProcessDefinitionsController } from './process-definitions.controller';
import { TaskItems } from './task-items';
import { TaskOperations } from './task-operations';
import { TaskVisibility } from './task-visibility';
import { type TaskPapers, UserTaskPages } from './user-task-pages';
import { UserTasksController } from './user-tasks.controller';

@Global()
@Module({})
class ProcessesApiModule {}

/** Inboxes, user tasks, process definitions and incidents over HTTP, on a running engine. */
export const createProcessesApiModule = (
  engine: ProcessEngine,
  papers: TaskPapers,
  roster: Roster,
  meetings: Pick<Meetings, 'readableOpinions'>,
): DynamicModule => {
  const built = [Database, Organization, Clock, Accounts];
  return {
    module: ProcessesApiModule,
    controllers: [
      InboxController,
      UserTasksController,
      CopiesController,
      ProcessDefinitionsController,
      IncidentsController,
    ],
    providers: [
      { provide: ProcessEngine, useValue: engine },
      {
        provide: Inbox,
        inject: [Database],
        useFactory: (database: Database) => new Inbox(database, engine.definitions),
      },
      {
        provide: InstanceReader,
        inject: [Database],
        useFactory: (database: Database) => new InstanceReader(database, engine.definitions),
      },
      {
        provide: TaskItems,
        inject: built,
        useFactory: (database: Database, organization: Organization, clock: Clock) =>
          new TaskItems(database, organization, engine, clock),
      },
      {
        provide: InitiatedProcesses,
        inject: [Database, Inbox, TaskItems],
        useFactory: (database: Database, inbox: Inbox, items: TaskItems) =>
          new InitiatedProcesses(database, inbox, items, engine.definitions),
      },
      {
        provide: TaskVisibility,
        inject: [Database, Inbox, Organization],
        useFactory: (database: Database, inbox: Inbox, organization: Organization) =>
          new TaskVisibility(database, inbox, organization, meetings),
      },
      {
        provide: UserTaskPages,
        inject: [Database, Inbox, TaskItems, Accounts, TaskVisibility, CarbonCopies],
        useFactory: (
          database: Database,
          inbox: Inbox,
          items: TaskItems,
          accounts: Accounts,
          visibility: TaskVisibility,
          copies: CarbonCopies,
        ) => new UserTaskPages(database, inbox, engine, items, accounts, visibility, papers, copies),
      },
      {
        provide: CarbonCopies,
        inject: [Database],
        useFactory: (database: Database) => new CarbonCopies(database, engine.definitions),
      },
      {
        provide: TaskOperations,
        inject: [TaskVisibility],
        useFactory: (visibility: TaskVisibility) => new TaskOperations(engine, roster, visibility),
      },
    ],
    exports: [ProcessEngine, Inbox, InstanceReader, TaskItems, TaskVisibility],
  };
};
