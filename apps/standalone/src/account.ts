import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { loadSettings, SettingError } from '@landfall/config';
import { startEmbeddedPostgres } from '@landfall/embedded-postgres';
import { composeInstallation, prepareDatabase } from '@landfall/installation';
import { businessDate } from '@landfall/organization';
import { Rejection } from '@landfall/process-definition';

const USAGE = `Usage: npm run account -- <username> <name> <post>

Opens an account that holds a post from today on, for example
  npm run account -- li.wei 李伟 LGO.staff
The password is asked for; where nobody can be asked it is the first line of standard input.`;

/** Asks for a password without showing it. */
const askPassword = async (): Promise<string> => {
  const isPerson = Boolean(process.stdin.isTTY);
  if (isPerson) process.stdout.write('  Password: ');
  const silence = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silence, terminal: isPerson });
  try {
    for await (const line of lines) return line;
    return '';
  } finally {
    lines.close();
    if (isPerson) process.stdout.write('\n');
  }
};

/** Opens an account, also the first one of an installation that has no sample accounts. */
const main = async (): Promise<void> => {
  const [username, name, post, ...more] = process.argv.slice(2);
  if (!username || !name || !post || more.length > 0) throw new SettingError([{ name: 'arguments', sentence: USAGE }]);
  const settings = loadSettings(process.env);
  const postgres =
    settings.databaseUrl === undefined ? await startEmbeddedPostgres({ dataDir: settings.dataDir }) : undefined;
  const databaseUrl = postgres?.url ?? settings.databaseUrl ?? '';
  try {
    await prepareDatabase(settings, databaseUrl);
    const installation = composeInstallation({ settings, databaseUrl });
    try {
      const password = await askPassword();
      const accountId = await installation.accounts.create({ username, name, password });
      await installation.accounts
        .assignPost(accountId, post, businessDate(installation.clock.now()))
        .catch(async (error: unknown) => {
          // An account without a post can do nothing, and its name would be taken.
          await installation.database.query('DELETE FROM account WHERE id = $1', [accountId]);
          throw error;
        });
      process.stdout.write(`  ${username} (${name}) holds ${post} and may sign in.\n`);
    } finally {
      await installation.close();
    }
  } finally {
    await postgres?.stop();
  }
};

main().catch((error: unknown) => {
  const plain = error instanceof SettingError || error instanceof Rejection;
  process.stderr.write(`\n  ${plain ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});
