/** A stretch of two texts: the same paragraphs, or what stands in one where the other has something else. */
export type Stretch =
  | { kind: 'same'; paragraphs: readonly string[] }
  | { kind: 'different'; mine: readonly string[]; theirs: readonly string[] };

export type Choice = 'mine' | 'theirs' | 'both';

export const paragraphsOf = (text: string): string[] => (text === '' ? [] : text.split('\n'));

/** How long the longest common run is from each pair of places on. */
const commonFrom = (mine: readonly string[], theirs: readonly string[]): number[][] => {
  const table = Array.from({ length: mine.length + 1 }, () => new Array<number>(theirs.length + 1).fill(0));
  for (let i = mine.length - 1; i >= 0; i -= 1) {
    for (let j = theirs.length - 1; j >= 0; j -= 1) {
      const row = table[i] as number[];
      const next = table[i + 1] as number[];
      row[j] = mine[i] === theirs[j] ? (next[j + 1] ?? 0) + 1 : Math.max(next[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return table;
};

/** Compares two texts paragraph by paragraph, in order. */
export const compareTexts = (mineText: string, theirsText: string): Stretch[] => {
  const mine = paragraphsOf(mineText);
  const theirs = paragraphsOf(theirsText);
  const common = commonFrom(mine, theirs);
  const stretches: Stretch[] = [];
  let same: string[] = [];
  let own: string[] = [];
  let other: string[] = [];
  const endSame = () => {
    if (same.length > 0) stretches.push({ kind: 'same', paragraphs: same });
    same = [];
  };
  const endDifferent = () => {
    if (own.length + other.length > 0) stretches.push({ kind: 'different', mine: own, theirs: other });
    own = [];
    other = [];
  };
  let i = 0;
  let j = 0;
  while (i < mine.length || j < theirs.length) {
    const [here, there] = [mine[i], theirs[j]];
    if (here !== undefined && here === there) {
      endDifferent();
      same.push(here);
      i += 1;
      j += 1;
      continue;
    }
    endSame();
    const takeMine =
      there === undefined || (here !== undefined && (common[i + 1]?.[j] ?? 0) >= (common[i]?.[j + 1] ?? 0));
    if (takeMine && here !== undefined) {
      own.push(here);
      i += 1;
    } else if (there !== undefined) {
      other.push(there);
      j += 1;
    }
  }
  endSame();
  endDifferent();
  return stretches;
};

/**
 * What to propose for a stretch: where only one of two writers left the text that both began with, his words; where both
 * wrote, both.
 */
export const proposedChoice = (stretch: Extract<Stretch, { kind: 'different' }>, base: string): Choice => {
  const before = new Set(paragraphsOf(base));
  const isOld = (paragraphs: readonly string[]) => paragraphs.every((paragraph) => before.has(paragraph));
  const [mineIsOld, theirsIsOld] = [isOld(stretch.mine), isOld(stretch.theirs)];
  if (mineIsOld && !theirsIsOld) return 'theirs';
  if (theirsIsOld && !mineIsOld) return 'mine';
  return 'both';
};

/** Both writers' words without what only stood there before and the other has replaced. */
const newWordsOf = ({ mine, theirs }: Extract<Stretch, { kind: 'different' }>, base: string): readonly string[] => {
  const before = new Set(paragraphsOf(base));
  const isNew = (paragraph: string) => !before.has(paragraph);
  const fresh = [...mine.filter(isNew), ...theirs.filter(isNew)];
  return mine.some(isNew) && theirs.some(isNew) ? fresh : [...mine, ...theirs];
};

/** The text that some choices make, one for each different stretch in order; `base` is what both writers began with. */
export const mergeTexts = (stretches: readonly Stretch[], choices: readonly Choice[], base: string): string => {
  let at = 0;
  return stretches
    .flatMap((stretch) => {
      if (stretch.kind === 'same') return stretch.paragraphs;
      const choice = choices[at] ?? 'both';
      at += 1;
      if (choice === 'mine') return stretch.mine;
      return choice === 'theirs' ? stretch.theirs : newWordsOf(stretch, base);
    })
    .join('\n');
};
