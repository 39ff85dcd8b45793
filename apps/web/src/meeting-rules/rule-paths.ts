import type { MeetingRules } from '../api/contract';

/** A number, days of the month, or a share (numerator, denominator). */
export type RuleValue = number | readonly number[];

type Sections = Readonly<Record<string, Readonly<Record<string, RuleValue>>>>;

/** The rule that a path such as `push.fromWaiting` names. */
export const ruleAt = (rules: MeetingRules, path: string): RuleValue | undefined => {
  const [section = '', name = ''] = path.split('.');
  return (rules as Sections)[section]?.[name];
};

/** The rules with another value at a path. */
export const withRule = (rules: MeetingRules, path: string, value: RuleValue): MeetingRules => {
  const [section = '', name = ''] = path.split('.');
  return { ...rules, [section]: { ...(rules as Sections)[section], [name]: value } };
};

const pathsOf = (rules: MeetingRules): string[] =>
  Object.entries(rules as Sections).flatMap(([section, values]) =>
    Object.keys(values).map((name) => `${section}.${name}`),
  );

/** The paths at which two versions differ. */
export const differencesOf = (before: MeetingRules, after: MeetingRules): string[] =>
  pathsOf(after).filter((path) => JSON.stringify(ruleAt(before, path)) !== JSON.stringify(ruleAt(after, path)));

/** The words of a sentence and, between them, the paths of its numbers. */
export const partsOf = (sentence: string): { text: string; path: string | null }[] =>
  sentence
    .split(/(\{[^}]+\})/)
    .filter((part) => part !== '')
    .map((part) => (part.startsWith('{') ? { text: '', path: part.slice(1, -1) } : { text: part, path: null }));
