import { widthInCharacters } from './text-width';

/** Characters of 2号 that one line takes, a little less than the 20 that fit. */
const WIDEST = 19;
const MOST_LINES = 4;

const words = new Intl.Segmenter('zh', { granularity: 'word' });

const CLOSING = /^[，。、；：！？）》〉」』〕】”’]/u;
const OPENING = /[（《〈「『〔【“‘]$/u;

/** Terms of the field that the dictionary of the runtime takes apart. */
const TERMS = /(招商引资|领导小组|联席会议|研判意见书)/u;

const wordsOf = (title: string): string[] =>
  title
    .split(TERMS)
    .flatMap((part) => (TERMS.test(part) ? [part] : [...words.segment(part)].map(({ segment }) => segment)));

/** The pieces between which a title may be broken: words, with their punctuation. */
const piecesOf = (title: string): string[] => {
  const pieces: string[] = [];
  for (const segment of wordsOf(title)) {
    const before = pieces.at(-1);
    // 的 and closing punctuation never begin a line, opening punctuation never ends one.
    if (before !== undefined && (CLOSING.test(segment) || segment === '的' || OPENING.test(before))) {
      pieces[pieces.length - 1] = before + segment;
    } else pieces.push(segment);
  }
  return pieces;
};

/** Places after which people like to break: 关于…的, 会议, 工作, 领导小组, and before the kind of document. */
const breaksWell = (line: string, next: string): boolean =>
  /[的》）]$|(?:办公室|领导小组|委员会|人民政府|会议|工作|印发|召开|新区)$/u.test(line) ||
  /^(?:关于|通知|通报|纪要)/u.test(next);

/**
 * Breaks a title into lines by whole words, shaped as a trapezoid (two lines) or a diamond or trapezoid (three and more):
 * never a rectangle of equal lines and never an hourglass (GB/T 9704-2012, 7.3.1).
 */
export const breakTitle = (title: string): string[] => {
  if (widthInCharacters(title) <= WIDEST) return [title];
  const pieces = piecesOf(title);
  const fewest = Math.ceil(widthInCharacters(title) / WIDEST);
  for (let count = fewest; count <= Math.max(fewest, MOST_LINES); count += 1) {
    const candidates = waysToBreak(pieces, count);
    const [best] = candidates.map((lines) => ({ lines, cost: costOf(lines) })).sort((a, b) => a.cost - b.cost);
    if (best !== undefined) return best.lines;
  }
  return [title];
};

/** Every way to make so many lines, none wider than the type area. */
const waysToBreak = (pieces: readonly string[], count: number): string[][] => {
  if (count === 1) {
    const line = pieces.join('');
    return line !== '' && widthInCharacters(line) <= WIDEST ? [[line]] : [];
  }
  const ways: string[][] = [];
  let line = '';
  for (let at = 0; at < pieces.length - 1; at += 1) {
    line += pieces[at];
    if (widthInCharacters(line) > WIDEST) break;
    for (const rest of waysToBreak(pieces.slice(at + 1), count - 1)) ways.push([line, ...rest]);
  }
  return ways;
};

const costOf = (lines: readonly string[]): number => {
  const widths = lines.map(widthInCharacters);
  const mean = widths.reduce((sum, width) => sum + width, 0) / widths.length;
  let cost = widths.reduce((sum, width) => sum + Math.abs(width - mean), 0);
  for (let at = 1; at < widths.length; at += 1) {
    if (widths[at] === widths[at - 1]) cost += 4;
    if (!breaksWell(lines[at - 1] ?? '', lines[at] ?? '')) cost += 5;
    // An hourglass: a line narrower than both its neighbours.
    const [before = 0, here = 0, after = 0] = [widths[at - 1], widths[at], widths[at + 1] ?? widths[at]];
    if (here < before && here < after) cost += 40;
  }
  return cost;
};
