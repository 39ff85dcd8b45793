import { SystemClock } from '@landfall/clock';
import { loadSettings } from '@landfall/config';
import { Database, migrate } from '@landfall/persistence';
import { createApi } from './create-api';
import { createLogger } from './create-logger';
import { loadInitialData } from './load-initial-data';

/** Starts the API alone, for deployments of several processes; the database has to be there. */
const start = async (): Promise<void> => {
  const settings = loadSettings(process.env);
  if (settings.databaseUrl === undefined) {
    throw new Error('Expected DATABASE_URL to name a PostgreSQL for the API alone, but it is unset.');
  }
  const logger = createLogger(settings);
  const clock = new SystemClock();
  await migrate(settings.databaseUrl);
  const database = new Database({
    url: settings.databaseUrl,
    connections: settings.databaseConnections,
    applicationName: 'landfall-api',
  });
  await loadInitialData(database, clock, settings);
  const api = await createApi({ settings, database, clock, logger });
  await api.listen(settings.port, settings.host);
  logger.info(`Landfall's API listens at ${await api.getUrl()}`);

  const stop = async (): Promise<void> => {
    await api.close();
    await database.close();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
};

start().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
