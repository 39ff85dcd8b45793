import { minutesEn } from '../language/minutes-en';
import { minutesZh } from '../language/minutes-zh';
import { differencesOf, partsOf, ruleAt, withRule } from './rule-paths';

const RULES: Parameters<typeof ruleAt>[0] = {
  streetTown: { cutOffDays: [10, 25], fromWaiting: 5, longestWaitWorkingDays: 10, itemsAtMost: 8 },
  push: {
    ...{ fromWaiting: 5, longestWaitWorkingDays: 10, holdWithinWorkingDays: 5, urgentWithinWorkingDays: 2 },
    ...{ callAheadWorkingDays: 4, itemsAtMost: 8 },
  },
  leadingGroup: { fromWaiting: 1, longestWaitWorkingDays: 5, itemsAtMost: 8 },
  quorums: { streetTownReview: [1, 2], push: [2, 3], conference: [2, 3], special: [1, 2], plenary: [2, 3] },
};

const pathsIn = (words: typeof minutesZh): string[] =>
  Object.values(words.rules.sentences).flatMap((sentences) =>
    sentences.flatMap((sentence) => partsOf(sentence).flatMap(({ path }) => (path === null ? [] : [path]))),
  );

describe('rules in sentences', () => {
  it('are written and compared by their paths', () => {
    const changed = withRule(withRule(RULES, 'push.fromWaiting', 3), 'quorums.push', [3, 4]);
    expect(ruleAt(changed, 'quorums.push')).toEqual([3, 4]);
    expect(differencesOf(RULES, changed)).toEqual(['push.fromWaiting', 'quorums.push']);
    expect(differencesOf(RULES, RULES)).toEqual([]);
    expect(RULES.push.fromWaiting).toBe(5);
  });

  it.each([
    ['Chinese', minutesZh],
    ['English', minutesEn],
  ])('say every rule once in %s', (_language, words) => {
    const all = Object.entries(RULES).flatMap(([section, values]) =>
      Object.keys(values).map((name) => `${section}.${name}`),
    );
    expect(pathsIn(words).sort()).toEqual(all.sort());
  });
});
