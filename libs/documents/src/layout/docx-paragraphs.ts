import { BorderStyle, Paragraph as DocxParagraph, type IRunOptions, TabStopType, TextRun } from 'docx';
import type { Paragraph, Run } from './document-model';
import { exactly, fontOf, indentOf, styleIdOf } from './docx-styles';
import { RED } from './fonts';
import { charactersWide, millimetres, TEXT_WIDTH } from './page';
import { PARAGRAPH_STYLES } from './paragraph-styles';

/** The characters that XML 1.0 cannot hold are left out. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** A text as runs, its line breaks as breaks. */
export const textRuns = (text: string, properties: IRunOptions = {}): TextRun[] =>
  text
    .replace(UNWRITABLE, '')
    .split('\n')
    .map((line, at) => new TextRun({ ...properties, text: line, ...(at === 0 ? {} : { break: 1 }) }));

const runsOf = (run: Run, properties: IRunOptions): TextRun[] =>
  textRuns(run.text, { ...properties, ...(run.font === undefined ? {} : { font: fontOf(run.font) }) });

/** The words of a mark stand in a line a little taller than they are; its top edge is where the standard puts it. */
const MARK_LINE = 1.15;
const ABOVE_MARK = 0.07;

/** One paragraph of the model as Word has it. */
export const docxParagraph = (paragraph: Paragraph): DocxParagraph => {
  const { kind, runs, rightCharacters, keepsWithNext, startsPage, fit } = paragraph;
  const style = PARAGRAPH_STYLES[kind];
  const marked: IRunOptions =
    fit === undefined ? {} : { size: fit.sizePt * 2, sizeComplexScript: fit.sizePt * 2, scale: fit.scalePercent };
  return new DocxParagraph({
    style: styleIdOf(kind),
    children: runs.flatMap((run) => runsOf(run, marked)),
    ...(kind === 'issuerAndDateWithRule' ? { tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }] } : {}),
    ...(keepsWithNext ? { keepNext: true } : {}),
    ...(startsPage ? { pageBreakBefore: true } : {}),
    ...(rightCharacters === undefined
      ? {}
      : { indent: { ...indentOf(style), right: charactersWide(rightCharacters) } }),
    ...(fit === undefined ? {} : { spacing: markSpacing(fit.sizePt, millimetres(35)) }),
    ...(style.ruleBelowPt === undefined
      ? {}
      : { border: { bottom: { style: BorderStyle.SINGLE, color: RED, size: 12, space: style.ruleBelowPt } } }),
  });
};

/** The line of a mark whose words begin so far below. */
export const markSpacing = (sizePt: number, below: number) =>
  exactly(Math.round(sizePt * 20 * MARK_LINE), Math.max(0, Math.round(below - sizePt * 20 * ABOVE_MARK)));
