import { createHash } from 'node:crypto';

/** The distinct groups of three neighbouring characters of a text; a shorter text is its own only group. */
export const trigrams = (text: string): string[] => {
  const characters = [...text];
  if (characters.length === 0) return [];
  if (characters.length <= 3) return [characters.join('')];
  return [...new Set(characters.slice(2).map((_, at) => characters.slice(at, at + 3).join('')))];
};

const sharedCount = (a: readonly string[], b: ReadonlySet<string>): number => a.filter((gram) => b.has(gram)).length;

export interface Likeness {
  /** How many trigrams both have. */
  readonly shared: number;
  /** Shared over all (Jaccard), 0 to 1. */
  readonly jaccard: number;
  /** Shared over those of the shorter text, 0 to 1. */
  readonly overlap: number;
}

/** Compares two texts by their trigrams. */
export const likeness = (a: string, b: string): Likeness => {
  const first = trigrams(a);
  const second = new Set(trigrams(b));
  if (first.length === 0 || second.size === 0) return { shared: 0, jaccard: 0, overlap: 0 };
  const shared = sharedCount(first, second);
  return {
    shared,
    jaccard: shared / (first.length + second.size - shared),
    overlap: shared / Math.min(first.length, second.size),
  };
};

/** Words that half of all projects are named with: looking up a trigram of theirs finds half of all projects. */
const COMMON_WORDS = [
  '产业园区',
  '产业基地',
  '生产基地',
  '制造基地',
  '示范基地',
  '总部基地',
  '研发基地',
  '研发中心',
  '创新中心',
  '数据中心',
  '研发生产',
  '智能制造',
  '智能化工厂',
  '生产线',
  '产业化',
  '一体化',
  '综合体',
  '科技园',
  '示范区',
  '示范项目',
  '建设项目',
  '改造项目',
  '加工项目',
  '滨海新区',
  '新能源',
  '新材料',
];

const COMMON = new Set(COMMON_WORDS.flatMap(trigrams));

/**
 * An order of trigrams that is the same everywhere: as good as random, the common ones last. Stored prefixes follow it, so
 * a change of it has to rewrite them.
 */
const rank = (gram: string): string =>
  (COMMON.has(gram) ? '1' : '0') + createHash('sha256').update(gram).digest('base64');

/**
 * The trigrams that have to be looked up to find every text with a Jaccard likeness of at least `threshold`.
 *
 * Two sets that are this alike share so many members that, taken in one common order, their first
 * n − ⌈threshold · n⌉ + 1 members have one in common (the prefix filter of set similarity joins). That turns a comparison
 * with every project into an index lookup, without any extension of PostgreSQL.
 */
export const prefixTrigrams = (text: string, threshold: number): string[] => {
  const grams = trigrams(text)
    .map((gram) => ({ gram, order: rank(gram) }))
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .map(({ gram }) => gram);
  return grams.slice(0, grams.length - Math.ceil(threshold * grams.length) + 1);
};

/** The distinct pairs of neighbouring characters: what the search for parts of names is answered by. */
export const bigrams = (text: string): string[] => {
  const characters = [...text];
  return [...new Set(characters.slice(1).map((character, at) => `${characters[at]}${character}`))];
};
