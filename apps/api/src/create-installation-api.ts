import { type Installation } from '@landfall/installation';
import { outboxState } from '@landfall/outbox';
import { LeadImports, Projects } from '@landfall/projects';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Logger } from 'pino';
import { createCalendarApiModule } from './calendar/calendar-api.module';
import { createApi } from './create-api';
import { createDemoClockApiModule } from './demo-clock/demo-clock-api.module';
import { createDeskApiModule } from './desk/desk-api.module';
import { createDocumentsApiModule } from './documents/documents-api.module';
import type { ReadinessCheck } from './health/readiness';
import { createMeetingsApiModule } from './meetings/meetings-api.module';
import { createNoticesApiModule } from './notices/notices-api.module';
import { createPapersApiModule } from './papers/papers-api.module';
import { createProcessesApiModule } from './processes/processes-api.module';
import { createProjectsApiModule } from './projects/projects-api.module';
import { createSchedulesApiModule } from './schedules/schedules-api.module';
import { createSubstitutionApiModule } from './substitution/substitution-api.module';
import { createLightsApiModule } from './supervision/lights-api.module';
import { createSupervisionApiModule } from './supervision/supervision-api.module';

/** Makes the HTTP application of an installation; closing it leaves the installation open. */
export const createInstallationApi = async (
  installation: Installation,
  logger: Logger,
): Promise<NestExpressApplication> => {
  const { settings, database, clock, organization, accounts, sessions, engine, outbox, leads, attachments, comments } =
    installation;
  await attachments.open();
  const papers = {
    commentsOf: (taskId: string) => comments.ofTask(taskId),
    attachmentsOf: (taskId: string) => attachments.ofTask(taskId),
  };
  const imports = new LeadImports({ database, clock, outbox, limitBytes: settings.importLimit });
  const projects = new Projects({ database, clock, routing: organization, definitions: engine.definitions });
  return createApi({
    settings,
    database,
    clock,
    organization,
    accounts,
    sessions,
    logger,
    readiness: [outboxReadiness(installation)],
    modules: [
      createProcessesApiModule(engine, papers, installation.roster, installation.meetings.meetings),
      createPapersApiModule(attachments, comments),
      createProjectsApiModule({ leads, imports, projects }),
      createCalendarApiModule(installation.workingTime),
      createSubstitutionApiModule(installation),
      createSupervisionApiModule(installation),
      createDeskApiModule(installation),
      createDocumentsApiModule(installation.documentTemplates),
      createNoticesApiModule(installation.notifications),
      createLightsApiModule(installation.supervision),
      createSchedulesApiModule(installation.schedules),
      ...(installation.demoTime ? [createDemoClockApiModule(installation.demoTime)] : []),
      createMeetingsApiModule(installation),
    ],
  });
};

/** The outbox can be read; how much waits in it is for whoever watches, not a reason to take the process out. */
const outboxReadiness = ({ database }: Installation): ReadinessCheck => ({
  name: 'outbox',
  check: async () => {
    await outboxState(database);
  },
});
