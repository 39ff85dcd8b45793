import { createHash } from 'node:crypto';

/** A number from 0 to below 1 that follows from some words: the same in every run, and no pattern to be seen in it. */
export const draw = (...words: readonly (string | number)[]): number =>
  createHash('sha256').update(words.join('\u0000')).digest().readUInt32BE(0) / 2 ** 32;

/** One of several, each as likely as its weight says. */
export const drawOne = <Choice extends string>(
  weights: Readonly<Record<Choice, number>>,
  ...words: string[]
): Choice => {
  const choices = Object.entries<number>(weights) as [Choice, number][];
  let rest = draw(...words) * choices.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [choice, weight] of choices) {
    rest -= weight;
    if (rest < 0) return choice;
  }
  return (choices.at(-1) as [Choice, number])[0];
};

/** A whole number between two, both possible. */
export const drawBetween = (from: number, to: number, ...words: string[]): number =>
  from + Math.floor(draw(...words) * (to - from + 1));
