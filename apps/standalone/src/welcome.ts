import type { Settings } from '@landfall/config';
import type { SampleAccount } from '@landfall/identity';

/** Says a sentence to whoever started the program. */
export const say = (sentence: string): void => {
  process.stdout.write(`  ${sentence}\n`);
};

/** The accounts that show most of the product, in the order in which a newcomer meets them. */
const SHOWN = [
  ['lgo.staff', 'the office: imports, dispatches, convenes'],
  ['d01.specialist', 'a department task force: screens, evaluates, follows up'],
  ['d01.head', 'its head: assigns, confirms'],
  ['z01.coordinator', 'a development zone: lands projects'],
  ['t05.commander', 'a street: its commander'],
  ['m02.reviewer', 'a reviewing unit: planning and resources'],
  ['lg.exec', 'the leading group: decides'],
  ['admin.system', 'the system administrator'],
] as const;

/** Prints where Landfall is, who may sign in and how to stop it. */
export const sayWelcome = (started: {
  readonly url: string;
  readonly queue: string;
  readonly settings: Settings;
  readonly sampleAccounts: readonly SampleAccount[];
}): void => {
  const { settings, sampleAccounts } = started;
  const names = new Set(sampleAccounts.map(({ username }) => username));
  const address = started.url.replace('[::1]', 'localhost').replace('127.0.0.1', 'localhost');
  const lines = ['', `Landfall is ready:  ${address}`, ''];
  const shown = SHOWN.filter(([username]) => names.has(username));
  if (shown.length > 0) {
    lines.push(`Sample accounts, all with the password  ${settings.samplePassword ?? ''}`);
    for (const [username, what] of shown) lines.push(`  ${username.padEnd(18)} ${what}`);
    lines.push(
      `  … ${sampleAccounts.length} in all: <unit code>.<role>, such as d10.reviewer, l10.verifier, seo.staff`,
      '',
    );
  }
  if (settings.demo) lines.push('The time is that of a demonstration: move it forward at the top of every page.', '');
  lines.push(
    `API to try:  ${address}/api/docs      Jobs: ${started.queue === 'redis' ? 'Redis' : 'PostgreSQL'}`,
    'Stop with Ctrl+C; everything is kept.',
    '',
  );
  for (const line of lines) process.stdout.write(line === '' ? '\n' : `  ${line}\n`);
};
