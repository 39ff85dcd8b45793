import { Organization } from '@landfall/organization';
import { Inbox, InstanceReader, ProcessEngine } from '@landfall/process-engine';
import { Issues, SupervisionItems } from '@landfall/supervision';
import { type DynamicModule, Module } from '@nestjs/common';
import { TaskItems } from '../processes/task-items';
import { IssuesController } from './issues.controller';
import { SupervisionItemsController } from './supervision-items.controller';
import { SupervisionPages } from './supervision-pages';

export interface SupervisionApiParts {
  readonly issues: Issues;
  readonly supervisionItems: SupervisionItems;
}

@Module({})
class SupervisionApiModule {}

/** Issues and supervision items over HTTP; it stands on the modules of processes and projects. */
export const createSupervisionApiModule = ({ issues, supervisionItems }: SupervisionApiParts): DynamicModule => ({
  module: SupervisionApiModule,
  controllers: [IssuesController, SupervisionItemsController],
  providers: [
    { provide: Issues, useValue: issues },
    { provide: SupervisionItems, useValue: supervisionItems },
    {
      provide: SupervisionPages,
      inject: [Organization, ProcessEngine, InstanceReader, Inbox, TaskItems],
      useFactory: (
        organization: Organization,
        engine: ProcessEngine,
        instances: InstanceReader,
        inbox: Inbox,
        items: TaskItems,
      ) => new SupervisionPages(organization, engine, instances, inbox, items),
    },
  ],
});
