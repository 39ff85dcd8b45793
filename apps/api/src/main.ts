import { loadSettings } from '@landfall/config';
import { openInstallation, prepareDatabase } from '@landfall/installation';
import { createInstallationApi } from './create-installation-api';
import { createLogger } from './create-logger';

/** Starts the API alone, for deployments of several processes; the database has to be there. */
const start = async (): Promise<void> => {
  const settings = loadSettings(process.env);
  const { databaseUrl } = settings;
  if (databaseUrl === undefined) {
    throw new Error('Expected DATABASE_URL to name a PostgreSQL for the API alone, but it is unset.');
  }
  const logger = createLogger(settings);
  await prepareDatabase(settings, databaseUrl);
  const installation = await openInstallation({ settings, databaseUrl });
  const api = await createInstallationApi(installation, logger);
  await api.listen(settings.port, settings.host);
  logger.info(`Landfall's API listens at ${await api.getUrl()}`);

  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    await api.close();
    await installation.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop());
};

start().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
