import { toSimplified } from './simplified-chinese';

const PHASE = /第?([〇零一二三四五六七八九十]{1,3})期/g;
const NUMERALS = '零一二三四五六七八九';

/** Reads a small Chinese number (一 … 九十九). */
const toNumber = (chinese: string): number => {
  const text = chinese.replaceAll('〇', '零');
  if (!text.includes('十')) return Number([...text].map((digit) => NUMERALS.indexOf(digit)).join(''));
  const [tens = '', ones = ''] = text.split('十');
  return (tens === '' ? 1 : NUMERALS.indexOf(tens)) * 10 + (ones === '' ? 0 : NUMERALS.indexOf(ones));
};

/** Half width, simplified, lower case, phases as digits (二期 → 2期); spaces and punctuation are still there. */
export const unify = (raw: string): string =>
  toSimplified(raw.normalize('NFKC'))
    .toLowerCase()
    .replace(PHASE, (_match, digits: string) => `${toNumber(digits)}期`);

/** Leaves only letters and digits of any script. */
export const lettersAndDigits = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

/** Leaves out what stands in brackets (NFKC has made them half width; the other pairs are Chinese). */
export const withoutBrackets = (text: string): string => {
  let left = text;
  for (let before = ''; before !== left; ) {
    before = left;
    left = left.replace(/\([^()]*\)|\[[^[\]]*\]|【[^【】]*】|〔[^〔〕]*〕/g, ' ');
  }
  return left;
};
