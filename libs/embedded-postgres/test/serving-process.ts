import { startEmbeddedPostgres } from '@landfall/embedded-postgres';

/** Starts the database of the folder in its first argument, says so as one line of JSON, and stops it on SIGTERM. */
const serve = async (dataDir: string): Promise<void> => {
  const { stop, ...served } = await startEmbeddedPostgres({ dataDir });
  const running = setInterval(() => {}, 60_000);
  process.on('SIGTERM', () => {
    // As in an app that has closed everything else: stopping must not depend on anything that keeps the process running.
    clearInterval(running);
    void stop().then(() => process.exit(0));
  });
  process.stdout.write(`${JSON.stringify(served)}\n`);
};

void serve(process.argv[2] ?? '');
