import { Clock } from '@landfall/clock';
import { DocumentTemplates } from '@landfall/documents';
import { Organization } from '@landfall/organization';
import { Inbox, InstanceReader, ProcessEngine } from '@landfall/process-engine';
import { Issues, LeaderResponsibilities, SupervisionItems } from '@landfall/supervision';
import type { WorkingTime } from '@landfall/working-time';
import { type DynamicModule, Module } from '@nestjs/common';
import { TaskItems } from '../processes/task-items';
import { IssuesController } from './issues.controller';
import { LeadersController } from './leaders.controller';
import { SupervisionItemsController } from './supervision-items.controller';
import { SupervisionPages } from './supervision-pages';
import { SupervisionSlipController } from './supervision-slip.controller';

export interface SupervisionApiParts {
  readonly issues: Issues;
  readonly supervisionItems: SupervisionItems;
  readonly leaderResponsibilities: LeaderResponsibilities;
  readonly workingTime: WorkingTime;
  readonly documentTemplates: DocumentTemplates;
}

@Module({})
class SupervisionApiModule {}

/** Issues and supervision items over HTTP; it stands on the modules of processes and projects. */
export const createSupervisionApiModule = ({
  issues,
  supervisionItems,
  leaderResponsibilities,
  workingTime,
  documentTemplates,
}: SupervisionApiParts): DynamicModule => ({
  module: SupervisionApiModule,
  controllers: [IssuesController, SupervisionItemsController, SupervisionSlipController, LeadersController],
  providers: [
    { provide: Issues, useValue: issues },
    { provide: SupervisionItems, useValue: supervisionItems },
    { provide: DocumentTemplates, useValue: documentTemplates },
    { provide: LeaderResponsibilities, useValue: leaderResponsibilities },
    {
      provide: SupervisionPages,
      inject: [Organization, ProcessEngine, InstanceReader, Inbox, TaskItems, Clock],
      useFactory: (
        organization: Organization,
        engine: ProcessEngine,
        instances: InstanceReader,
        inbox: Inbox,
        items: TaskItems,
        clock: Clock,
      ) => new SupervisionPages(organization, engine, instances, inbox, items, () => workingTime.latest(), clock),
    },
  ],
});
