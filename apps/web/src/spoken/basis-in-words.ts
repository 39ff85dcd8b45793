/** How a rule of our own begins: 业务规则 3.6 签约 or 6.2 未经核实. */
const NUMBERED = /^(?:业务规则\s*)?(?:\d+(?:\.\w+)+\s*)?/u;
const MORE_NUMBERS = /([、，])\d+(?:\.\w+)+\s*/gu;

/** A rule without its number, where it says what is ruled: a limit after a colon, or where it comes from in brackets. */
const ruleInWords = (rule: string): string => {
  const said = rule
    .replace(NUMBERED, '')
    .replace(MORE_NUMBERS, '$1')
    .replace(/^(?:[A-Z]+|主流程)(?=：|$)/u, '')
    .replace(/^[：、，\s]+/u, '');
  const tells = /[：（]/u.test(said) || /^(?:业务规则)?[^：]*：/u.test(rule);
  return tells && /\p{Script=Han}/u.test(said) ? said.replace(/^（([^（）]*)）$/u, '$1') : '';
};

/**
 * A basis as it tells a reader something: articles of the notice and what a rule rules. The numbers of the rules are kept
 * for those who maintain them; nobody else has the list.
 */
export const basisInWords = (source: string): string =>
  source
    .split('；')
    .map((part) => (/^(?:业务规则|\d+\.\w)/u.test(part) ? ruleInWords(part) : part))
    .filter(Boolean)
    .join('；');
