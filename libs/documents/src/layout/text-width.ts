/** Characters that take half a square in 仿宋_GB2312: letters, digits and Western punctuation. */
const isHalf = (character: string): boolean => /[\u0020-\u00ff]/u.test(character);

const NEVER_FIRST = '，。、；：！？）》〉」』〕】”’％,.;:!?)]}%';
const NEVER_LAST = '（《〈「『〔【“‘([{';

/** The width of a text in characters of its own size. */
export const widthInCharacters = (text: string): number => {
  let width = 0;
  for (const character of text) width += isHalf(character) ? 0.5 : 1;
  return width;
};

/** Pieces that stay together: words of half-width letters and digits, everything else character by character. */
const piecesOf = (text: string): string[] => text.match(/[\u0021-\u00ff]+|[\s\S]/gu) ?? [];

/**
 * Breaks a text into lines as Word does on the grid: no closing punctuation at a line's beginning (it hangs over by one
 * character at most), no opening one at its end, numbers and words whole.
 */
export const breakLines = (text: string, firstWidth: number, width: number): string[] => {
  const lines: string[] = [];
  let line = '';
  let room = firstWidth;
  for (const piece of piecesOf(text)) {
    const wide = widthInCharacters(piece);
    const fits = widthInCharacters(line) + wide <= room + 0.001;
    const hangs = piece.length === 1 && NEVER_FIRST.includes(piece) && widthInCharacters(line) <= room;
    if (fits || hangs || line === '') {
      line += piece;
      continue;
    }
    const last = [...line].at(-1) ?? '';
    const carried = NEVER_LAST.includes(last) && line.length > 1 ? last : '';
    lines.push(carried === '' ? line : line.slice(0, -carried.length));
    line = carried + piece;
    room = width;
  }
  lines.push(line);
  return lines;
};
