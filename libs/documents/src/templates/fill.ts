import Mustache from 'mustache';
import { type Paragraph, type ParagraphKind, paragraph, type Run } from '../layout/document-model';
import { headingNumber } from '../layout/numbering';
import type { View, Wording } from './wording';

/** Fills one part; nothing is escaped, because it becomes text and never markup. */
export const fill = (wording: Wording, part: string, view: View): string =>
  Mustache.render(wording[part] ?? '', view, {}, { escape: String }).trim();

const FIRST_LEVEL = /^[一二三四五六七八九十]+、/u;

const HEADINGS: readonly [RegExp, ParagraphKind][] = [
  [FIRST_LEVEL, 'heading1'],
  [/^（[一二三四五六七八九十]+）/u, 'heading2'],
  [/^\d+\./u, 'heading3'],
  [/^（\d+）/u, 'heading4'],
];

const FONT_OF = { heading1: 'heiti', heading2: 'kaiti' } as const;

/**
 * Makes paragraphs of a part's text, one for each line: what begins with 一、 （一） 1. or （1） is a heading of that level.
 *
 * Words that follow a heading in its own line, after the first 。 or ：, are body text. Headings of the first level are
 * numbered anew, because a section may have been left out.
 */
export const paragraphsOf = (text: string, firstNumber = 1): Paragraph[] => {
  let number = firstNumber - 1;
  return text
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) =>
      lineOf(
        line.replace(FIRST_LEVEL, () => {
          number += 1;
          return headingNumber(1, number);
        }),
      ),
    );
};

const lineOf = (line: string): Paragraph => {
  const kind = HEADINGS.find(([pattern]) => pattern.test(line))?.[1] ?? 'body';
  if (kind !== 'heading1' && kind !== 'heading2') return paragraph(kind, line);
  const end = line.search(/[。：]/u);
  if (end < 0 || end === line.length - 1) return paragraph(kind, line);
  const runs: Run[] = [{ text: line.slice(0, end + 1), font: FONT_OF[kind] }, { text: line.slice(end + 1) }];
  return { block: 'paragraph', kind: 'body', runs };
};

/** Whether a paragraph begins with a heading of the first level. */
export const startsSection = ({ runs }: Paragraph): boolean => FIRST_LEVEL.test(runs[0]?.text ?? '');
