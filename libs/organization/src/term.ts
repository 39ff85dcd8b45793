const SEPARATORS = /[、,;/|\n]+/;
const NOISE = /[\s\p{P}\p{S}]+/gu;
const GENERIC_ENDING = /(产业链|产业|行业|领域|项目)$/;

/**
 * Brings a word to the form in which words are compared: full and half width alike, no blanks, no punctuation, lower
 * case, without a generic ending such as 产业 or 领域 (never leaving fewer than two characters).
 */
export const comparable = (word: string): string => {
  const bare = word.normalize('NFKC').toLowerCase().replace(NOISE, '');
  const shorter = bare.replace(GENERIC_ENDING, '');
  return shorter.length >= 2 ? shorter : bare;
};

/** Splits a list of words as people write it; a single word answers itself. */
export const listedTerms = (text: string): string[] =>
  text
    .normalize('NFKC')
    .split(SEPARATORS)
    .map((term) => term.trim())
    .filter((term) => comparable(term) !== '');
