import { startEmbeddedPostgres } from '@landfall/embedded-postgres';

/** Starts the database of the folder in its first argument, says so as one line of JSON, and stops it on SIGTERM. */
const serve = async (dataDir: string): Promise<void> => {
  const { stop, ...served } = await startEmbeddedPostgres({ dataDir });
  process.on('SIGTERM', () => void stop().then(() => process.exit(0)));
  setInterval(() => {}, 60_000);
  process.stdout.write(`${JSON.stringify(served)}\n`);
};

void serve(process.argv[2] ?? '');
