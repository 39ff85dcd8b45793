import { lettersAndDigits, unify, withoutBrackets } from './plain-name';

/** Words that close a project's name without telling one project from another. */
const CLOSING_WORDS = ['项目', '建设', '工程', '公司'];
const SHORTEST_CORE = 4;

/** The whole name in one spelling: equal for the same name written in full width, traditional characters or with spaces. */
export const projectNameKey = (raw: string): string => lettersAndDigits(unify(raw)) || raw.normalize('NFKC').trim();

/**
 * What is compared of a name: without remarks in brackets and closing words, as long as enough is left to compare.
 * 「卫星互联网系统整星生产线（2021年一季度口径）」 and 「卫星互联网系统整星生产线建设项目」 have one core.
 */
export const projectNameCore = (raw: string): string => {
  const whole = projectNameKey(raw);
  let core = lettersAndDigits(withoutBrackets(unify(raw)));
  for (let before = ''; before !== core; ) {
    before = core;
    for (const word of CLOSING_WORDS) {
      if (core.endsWith(word) && core.length - word.length >= SHORTEST_CORE) core = core.slice(0, -word.length);
    }
  }
  return core.length >= SHORTEST_CORE ? core : whole;
};

const PLACEHOLDERS = new Set([
  '某',
  '某某',
  '某某某',
  '某项目',
  '某某项目',
  '待定',
  '待定项目',
  '项目',
  '项目待定',
  '暂定',
  '未定',
  '无',
  '不详',
  '测试',
  'tbd',
  'na',
  'none',
  'unknown',
]);

/** Tells whether a name only holds a place (某, 待定, …). */
export const isPlaceholderName = (raw: string): boolean =>
  PLACEHOLDERS.has(projectNameKey(raw)) || /^x+(项目)?$/.test(projectNameKey(raw));
