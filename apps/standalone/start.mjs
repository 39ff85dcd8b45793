/** `npm start`: does all the set-up that a fresh clone needs and runs Landfall. Uses nothing but Node until it is installed. */
import './node-version.mjs';

// Imported after the version is known: an old Node would stumble over these and not say why.
const { join } = await import('node:path');
const { pathToFileURL } = await import('node:url');
const { choosePort } = await import('./free-port.mjs');
const { prepare } = await import('./prepare.mjs');
const { bold, complain, say } = await import('./progress.mjs');
const { PlainError, root } = await import('./run-program.mjs');

/** What can be started: the whole in one process, or its parts for deployments of several processes. */
const APPS = {
  standalone: { builds: ['server', 'web'], listens: true, needsDatabase: false },
  api: { builds: ['server', 'web'], listens: true, needsDatabase: true },
  worker: { builds: ['server'], listens: false, needsDatabase: true },
};

/**
 * Ends the app in good order when npm is gone: an npm that was killed could not pass the signal on, and the app would hold
 * its port with nobody to stop it.
 */
const endWithNpm = () => {
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event) {
    const watch = setInterval(() => {
      if (process.ppid !== parent) {
        clearInterval(watch);
        process.kill(process.pid, 'SIGTERM');
      }
    }, 250);
    watch.unref();
  }
};

const name = process.argv[2] ?? 'standalone';
const app = APPS[name];

try {
  process.chdir(root);
  if (!app) {
    throw new PlainError(`Expected to start ${Object.keys(APPS).join(', ')}, but '${name}' is none of these.`);
  }
  if (app.needsDatabase && !process.env.DATABASE_URL) {
    throw new PlainError(
      `Expected DATABASE_URL to be set for start:${name}, because several processes share one database, but it is not; npm start brings its own.`,
    );
  }
  console.log(`\n  ${bold('Landfall')}\n`);
  if (app.listens) {
    const { port, sentence } = await choosePort(process.env);
    process.env.PORT = port;
    if (sentence) {
      say(sentence);
    }
  }
  await prepare(app.builds);
  endWithNpm();
  process.setSourceMapsEnabled(true);
} catch (error) {
  complain(error instanceof PlainError ? error.message : error.stack);
  process.exit(1);
}

// The app itself listens to SIGINT and SIGTERM; it runs in this very process, so that they reach it without a go-between.
await import(pathToFileURL(join(root, `dist/apps/${name}/src/main.js`)).href);
