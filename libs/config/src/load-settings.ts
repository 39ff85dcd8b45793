import { join } from 'node:path';
import { SettingError, type WrongSetting } from './setting-error';
import { SETTINGS, type Setting, type SettingName, type Settings } from './settings';

/** The variables of a process, as `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the settings from the environment; an empty variable counts as unset.
 *
 * @throws SettingError with a sentence for every setting that is wrong and every LANDFALL_ variable that is none.
 */
export const loadSettings = (environment: Environment): Settings => {
  const wrong: WrongSetting[] = unknownVariables(environment);
  const isProduction = environment.NODE_ENV === 'production';
  const values: Partial<Record<SettingName, unknown>> = {};
  for (const [name, setting] of Object.entries(SETTINGS) as [SettingName, Setting][]) {
    const given = environment[setting.variable] || defaultOf(setting, isProduction);
    const result = given === undefined ? undefined : setting.value.safeParse(given);
    if (result && !result.success) {
      wrong.push(refuse(setting, result.error.issues[0]?.message ?? 'another value', given));
    } else {
      values[name] = result?.data;
    }
  }
  const settings = { ...values, attachmentDir: values.attachmentDir ?? join(String(values.dataDir), 'attachments') };
  wrong.push(...contradictions(settings as Settings, isProduction));
  if (wrong.length > 0) {
    throw new SettingError(wrong);
  }
  return settings as Settings;
};

/** The text that a setting holds when nobody sets it. */
export const defaultOf = (setting: Setting, isProduction: boolean): string | undefined =>
  isProduction && 'inProduction' in setting ? setting.inProduction : setting.byDefault;

const refuse = (setting: Pick<Setting, 'variable' | 'secret'>, expected: string, given?: string): WrongSetting => ({
  name: setting.variable,
  sentence: `Expected ${setting.variable} to be ${expected}, but ${setting.secret ? 'what it holds is not' : `it is '${given}'`}.`,
});

const contradictions = (settings: Settings, isProduction: boolean): WrongSetting[] => {
  const { demo, sampleData, sessionIdle, sessionLifetime } = SETTINGS;
  const wrong: WrongSetting[] = [];
  if (isProduction && settings.sampleData) {
    wrong.push(refuse(sampleData, 'false in production, where accounts with one known password have no place', 'true'));
  }
  if (isProduction && settings.demo) {
    wrong.push(refuse(demo, '0 in production, where nobody may move the time', '1'));
  }
  if (settings.sessionIdle > settings.sessionLifetime) {
    wrong.push({
      name: sessionIdle.variable,
      sentence: `Expected ${sessionIdle.variable} to be at most ${sessionLifetime.variable}, but it is longer.`,
    });
  }
  return wrong;
};

const unknownVariables = (environment: Environment): WrongSetting[] => {
  const known = Object.values(SETTINGS).map(({ variable }) => variable as string);
  return (
    Object.keys(environment)
      // The set-up of the tests talks to its own processes by these.
      .filter((name) => name.startsWith('LANDFALL_') && !name.startsWith('LANDFALL_TEST_') && !known.includes(name))
      .map((name) => {
        const nearest = known.reduce((best, next) => (distance(name, next) < distance(name, best) ? next : best));
        const guess = distance(name, nearest) <= 4 ? `; perhaps ${nearest} is meant` : '; docs/settings.md lists all';
        return { name, sentence: `Expected only settings that Landfall knows, but ${name} is none of them${guess}.` };
      })
  );
};

/** How many letters have to be put in, left out or replaced to make one word of the other. */
const distance = (from: string, to: string): number => {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...from].entries()) {
    const next = [index + 1];
    for (const [column, other] of [...to].entries()) {
      next.push(
        Math.min((next[column] ?? 0) + 1, (row[column + 1] ?? 0) + 1, (row[column] ?? 0) + (letter === other ? 0 : 1)),
      );
    }
    row = next;
  }
  return row.at(-1) ?? 0;
};
