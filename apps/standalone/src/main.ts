import { loadSettings, SettingError } from '@landfall/config';
import { type EmbeddedPostgres, EmbeddedPostgresError, startEmbeddedPostgres } from '@landfall/embedded-postgres';
import { openInstallation, prepareDatabase, startBackgroundWork } from '@landfall/installation';
import { createInstallationApi } from '../../api/src/create-installation-api';
import { createLogger } from '../../api/src/create-logger';
import { say, sayWelcome } from './welcome';

/** Runs everything in one process on one port: PostgreSQL unless one is given, worker, API and web client. */
const start = async (): Promise<void> => {
  const settings = loadSettings(process.env);
  const logger = createLogger(settings);
  const closers: (() => Promise<unknown>)[] = [];
  let stopping = false;
  const stop = async (code: number): Promise<void> => {
    if (stopping) return;
    stopping = true;
    // Last opened, first closed: the database goes when nobody uses it any more.
    for (const close of closers.reverse())
      await close().catch((error: unknown) => logger.error({ err: error }, 'stopping'));
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));
  try {
    const postgres = settings.databaseUrl === undefined ? await openPostgres(settings.dataDir) : undefined;
    if (postgres) closers.push(() => postgres.stop());
    const databaseUrl = postgres?.url ?? settings.databaseUrl ?? '';
    const { sampleAccounts } = await prepareDatabase(settings, databaseUrl);
    const installation = await openInstallation({ settings, databaseUrl });
    closers.push(() => installation.close());
    const work = await startBackgroundWork(installation, (error) =>
      logger.error({ err: error }, 'background work failed'),
    );
    closers.push(() => work.stop());
    const api = await createInstallationApi(installation, logger);
    closers.push(() => api.close());
    await api.listen(settings.port, settings.host);
    sayWelcome({ url: await api.getUrl(), queue: work.backend, settings, sampleAccounts });
  } catch (error) {
    process.stderr.write(
      `\n  ${error instanceof SettingError || error instanceof EmbeddedPostgresError || isPlain(error) ? (error as Error).message : stackOf(error)}\n`,
    );
    await stop(1);
  }
};

const openPostgres = (dataDir: string): Promise<EmbeddedPostgres> => startEmbeddedPostgres({ dataDir, log: say });

const isPlain = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES');

const stackOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));

start().catch((error: unknown) => {
  process.stderr.write(`\n  ${error instanceof SettingError ? error.message : stackOf(error)}\n`);
  process.exit(1);
});
