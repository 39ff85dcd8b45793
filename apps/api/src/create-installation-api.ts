import { type Installation } from '@landfall/installation';
import { outboxState } from '@landfall/outbox';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Logger } from 'pino';
import { createApi } from './create-api';
import type { ReadinessCheck } from './health/readiness';
import { createProcessesApiModule } from './processes/processes-api.module';

/** Makes the HTTP application of an installation; closing it leaves the installation open. */
export const createInstallationApi = (installation: Installation, logger: Logger): Promise<NestExpressApplication> => {
  const { settings, database, clock, organization, accounts, sessions, engine } = installation;
  const papers = { commentsOf: async () => [], attachmentsOf: async () => [] };
  return createApi({
    settings,
    database,
    clock,
    organization,
    accounts,
    sessions,
    logger,
    readiness: [outboxReadiness(installation)],
    modules: [createProcessesApiModule(engine, papers)],
  });
};

/** The outbox can be read; how much waits in it is for whoever watches, not a reason to take the process out. */
const outboxReadiness = ({ database }: Installation): ReadinessCheck => ({
  name: 'outbox',
  check: async () => {
    await outboxState(database);
  },
});
