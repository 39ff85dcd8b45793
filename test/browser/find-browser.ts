import { spawnSync } from 'node:child_process';

const SYSTEM = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const runs = (path: string): boolean => spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0;

/** Unpacks the Chromium that an npm package carries; it needs the usual libraries of the system. */
const packaged = (): string =>
  spawnSync(
    process.execPath,
    ['-e', "import('@sparticuz/chromium').then(async (m) => process.stdout.write(await m.default.executablePath()))"],
    { encoding: 'utf8', timeout: 60_000 },
  ).stdout.trim();

/**
 * Finds a Chromium that starts: the one CHROME_PATH names, the system's own, or the one that npm brought.
 *
 * @returns the path of its program, or undefined where none can be had
 */
export const findBrowser = (): string | undefined => {
  const given = process.env.CHROME_PATH;
  const known = [...(given ? [given] : []), ...SYSTEM].find(runs);
  if (known !== undefined) return spawnSync('which', [known], { encoding: 'utf8' }).stdout.trim() || known;
  const fromNpm = packaged();
  return fromNpm !== '' && runs(fromNpm) ? fromNpm : undefined;
};
