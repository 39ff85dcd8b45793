import { loadSettings, SettingError } from '@landfall/config';
import { openInstallation, prepareDatabase, startBackgroundWork } from '@landfall/installation';
import pino from 'pino';

/** Runs the background work alone, for a deployment of several processes. */
const main = async (): Promise<void> => {
  const settings = loadSettings(process.env);
  if (settings.databaseUrl === undefined) {
    throw new SettingError([
      {
        name: 'DATABASE_URL',
        sentence: 'Expected DATABASE_URL to name a PostgreSQL when the worker runs alone, but it is unset.',
      },
    ]);
  }
  const logger = pino({ level: settings.logLevel, base: { app: 'worker' } });
  await prepareDatabase(settings, settings.databaseUrl);
  const installation = await openInstallation({ settings, databaseUrl: settings.databaseUrl });
  const work = await startBackgroundWork(installation, (error) =>
    logger.error({ err: error }, 'background work failed'),
  );
  logger.info({ queue: work.backend }, 'worker is ready');
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    await work.stop();
    await installation.close();
    process.exit(0);
  };
  process.on('SIGINT', () => void stop());
  process.on('SIGTERM', () => void stop());
};

main().catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof SettingError ? error.message : String(error instanceof Error ? error.stack : error)}\n`,
  );
  process.exit(1);
});
