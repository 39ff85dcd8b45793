import type { Imprint, OfficialDocument, ParagraphKind, TableCell } from './document-model';
import { FONTS, type FontRole, RED, SIZE } from './fonts';
import { fitMark } from './issuer-mark';
import { arabicDate } from './numbering';
import { CHARACTER_SPACING, GRID, linesHigh, PAGE, TEXT_HEIGHT, TEXT_WIDTH } from './page';
import { type LaidPage, type LaidParagraph, type LaidTable, LETTER_HEAD, lineHeight, paginate } from './paginate';
import { PARAGRAPH_STYLES, type ParagraphStyle, TABLE_STYLE } from './paragraph-styles';
import { SAMPLE_NOTE } from './sample-note';

/** What stands in for a font where it is not installed. */
const FALLBACK: Readonly<Record<FontRole, string>> = {
  fangsong: "FangSong, STFangsong, 'Noto Serif CJK SC', serif",
  kaiti: "KaiTi, STKaiti, 'AR PL KaitiM GB', 'Noto Serif CJK SC', serif",
  heiti: "SimHei, STHeiti, 'Noto Sans CJK SC', sans-serif",
  xiaobiaosong: "'FZXiaoBiaoSong-B05S', STZhongsong, 'Noto Serif CJK SC', serif",
  songti: "SimSun, STSong, 'Noto Serif CJK SC', serif",
};

const points = (twips: number): string => `${Number((twips / 20).toFixed(2))}pt`;
const family = (font: FontRole): string => `'${FONTS[font]}', ${FALLBACK[font]}`;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (one) => ESCAPES[one] ?? one);

/** The width of some characters in the paragraph's own size. */
const charactersIn = (style: ParagraphStyle, count: number): string =>
  `${Number((count * (style.sizePt + CHARACTER_SPACING / 20)).toFixed(2))}pt`;

const paragraphRule = ([kind, style]: [ParagraphKind, ParagraphStyle]): string => {
  const align = style.align === 'both' ? 'justify' : style.align;
  return `.${kind}{font:${style.sizePt}pt/${points(style.line)} ${family(style.font)};text-align:${align};margin:${points(style.before)} 0 ${points(style.after)};padding:0 ${charactersIn(style, style.rightCharacters)} 0 ${charactersIn(style, style.leftCharacters)}${style.color === undefined ? '' : `;color:#${style.color}`}${style.ruleBelowPt === undefined ? '' : `;border-bottom:1.5pt solid #${RED};padding-bottom:${style.ruleBelowPt}pt`}}`;
};

const STYLES = [
  'body{margin:0;background:#d9d9d9;color:#000}',
  `.page{position:relative;box-sizing:border-box;width:${points(PAGE.width)};height:${points(PAGE.height)};margin:12pt auto;background:#fff;box-shadow:0 1pt 4pt #0006;overflow:hidden;letter-spacing:${points(CHARACTER_SPACING)}}`,
  `.area{position:absolute;left:${points(PAGE.left)};top:${points(PAGE.top)};width:${points(TEXT_WIDTH)};height:${points(TEXT_HEIGHT)}}`,
  `.grid .area{background:repeating-linear-gradient(to bottom,#0000 0 calc(${points(GRID.linePitch)} - .5pt),#b7d4ea calc(${points(GRID.linePitch)} - .5pt) ${points(GRID.linePitch)});outline:.5pt solid #b7d4ea}`,
  '.area>*{margin:0}.line{display:block;white-space:pre}',
  '.full{text-align-last:justify}',
  `.number{position:absolute;top:${points(PAGE.height - PAGE.bottom + 397 - 160)};font:${SIZE.four}pt/16pt ${family('songti')}}`,
  `.odd .number{right:${points(PAGE.right + SIZE.four * 20)}}.even .number{left:${points(PAGE.left + SIZE.four * 20)}}`,
  `.sample{position:absolute;top:34pt;left:0;right:0;text-align:center;font:${SIZE.smallFour}pt/16pt ${family('heiti')};color:#808080}`,
  `table{border-collapse:collapse;table-layout:fixed;width:100%;font:${TABLE_STYLE.sizePt}pt/${points(TABLE_STYLE.line)} ${family(TABLE_STYLE.font)}}`,
  'td,th{border:.5pt solid #000;padding:2pt 4pt;font-weight:normal;overflow-wrap:anywhere}',
  `th,.label{font-family:${family(TABLE_STYLE.labelFont)};text-align:center}.middle{text-align:center}`,
  `.imprint{position:absolute;left:0;right:0;bottom:0;font:${SIZE.four}pt/24pt ${family('fangsong')};border-top:1pt solid #000;border-bottom:1pt solid #000}`,
  '.imprint div{padding:0 14pt}.copies{padding-left:56pt!important;text-indent:-42pt;border-bottom:.75pt solid #000}.printed{display:flex;justify-content:space-between}',
  '.plain,.plain .copies{border:none}',
  `.letterMark{position:absolute;top:85pt;left:0;right:0;text-align:center;color:#${RED};font-family:${family('xiaobiaosong')};line-height:1.15}`,
  `.rules{position:absolute;left:56.7pt;right:56.7pt;height:2pt;border:solid #${RED};border-width:3pt 0 1pt}.foot{top:auto;bottom:56.7pt;border-width:1pt 0 3pt}`,
  '.split{display:flex;justify-content:space-between}',
  '@media print{body{background:none}.page{margin:0;box-shadow:none;break-after:page}}',
  ...(Object.entries(PARAGRAPH_STYLES) as [ParagraphKind, ParagraphStyle][]).map(paragraphRule),
].join('\n');

/**
 * Shows a document in the page as it is printed: A4 pages, the type area, 22 lines of 28 characters. Made of the same
 * paragraphs as the .docx, without any other program; it needs no script.
 */
export const htmlPreview = (document: OfficialDocument, options: { readonly showGrid?: boolean } = {}): string => {
  const pages = paginate(document).map((page) => pageHtml(page, document));
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${escapeHtml(document.name)}</title><style>${STYLES}</style></head><body${options.showGrid ? ' class="grid"' : ''}>${pages.join('')}</body></html>`;
};

const pageHtml = ({ number, blocks, imprint }: LaidPage, document: OfficialDocument): string => {
  const isLetterFirst = document.format === 'letter' && number === 1;
  const content = blocks.map((block) => (block.block === 'table' ? tableHtml(block) : paragraphHtml(block))).join('');
  const area = isLetterFirst ? `<div style="height:${points(LETTER_HEAD)}"></div>${content}` : content;
  return [
    `<section class="page ${number % 2 === 1 ? 'odd' : 'even'}">`,
    document.isSample ? `<div class="sample">${SAMPLE_NOTE}</div>` : '',
    isLetterFirst ? letterHtml(document.letterMark ?? '') : '',
    `<div class="area">${area}${imprint === undefined ? '' : imprintHtml(imprint)}</div>`,
    isLetterFirst ? '' : `<div class="number">— ${number} —</div>`,
    '</section>',
  ].join('');
};

const letterHtml = (mark: string): string => {
  const { sizePt, scalePercent } = fitMark(mark);
  const top = 85 + sizePt * 1.15 + 5;
  return `<div class="letterMark" style="font-size:${sizePt}pt;transform:scaleX(${scalePercent / 100})"><span style="white-space:nowrap;margin:0 -100%">${escapeHtml(mark)}</span></div><div class="rules" style="top:${top}pt"></div><div class="rules foot"></div>`;
};

const paragraphHtml = (laid: LaidParagraph): string => {
  const { paragraph, lines, isStart, isEnd } = laid;
  const { kind, fit, rightCharacters } = paragraph;
  const style = PARAGRAPH_STYLES[kind];
  if (fit !== undefined) return markHtml(lines[0] ?? '', fit, lineHeight(paragraph), style.before);
  const rules = [
    ...(isStart ? [] : ['margin-top:0']),
    ...(isEnd ? [] : ['margin-bottom:0']),
    ...(rightCharacters === undefined ? [] : [`padding-right:${charactersIn(style, rightCharacters)}`]),
  ];
  const indent = style.firstLineCharacters - style.hangingCharacters;
  const [left, right] = (lines[0] ?? '').split('\t');
  if (right !== undefined)
    return `<p class="${kind}"><span class="split"><span>${escapeHtml(left ?? '')}</span><span>${escapeHtml(right)}</span></span></p>`;
  const fonts = fontsOf(laid);
  const spans = lines.map((line, at) => {
    const isFull = style.align === 'both' && !(isEnd && at === lines.length - 1);
    const start = isStart && at === 0 && indent !== 0 ? ` style="margin-left:${charactersIn(style, indent)}"` : '';
    return `<span class="line${isFull ? ' full' : ''}"${start}>${fonts(line) || '&nbsp;'}</span>`;
  });
  return `<p class="${kind}"${rules.length === 0 ? '' : ` style="${rules.join(';')}"`}>${spans.join('')}</p>`;
};

/** Puts words that have a font of their own, at the paragraph's beginning, into it. */
const fontsOf = ({ paragraph, isStart }: LaidParagraph): ((line: string) => string) => {
  const [first] = paragraph.runs;
  if (!isStart || first?.font === undefined) return escapeHtml;
  const { font } = first;
  let left = first.text.length;
  return (line) => {
    const own = line.slice(0, left);
    left = Math.max(0, left - line.length);
    const rest = escapeHtml(line.slice(own.length));
    return own === '' ? rest : `<span style="font-family:${escapeHtml(family(font))}">${escapeHtml(own)}</span>${rest}`;
  };
};

const markHtml = (
  text: string,
  fit: { readonly sizePt: number; readonly scalePercent: number },
  line: number,
  before: number,
): string =>
  `<p class="issuerMark" style="margin-top:${points(before)};font-size:${fit.sizePt}pt;line-height:${points(line)};transform:scaleX(${fit.scalePercent / 100});white-space:nowrap"><span style="margin:0 -100%">${escapeHtml(text)}</span></p>`;

const tableHtml = ({ table, rows }: LaidTable): string => {
  const columns = table.columns.map((share) => `<col style="width:${Number((share * 100).toFixed(2))}%">`).join('');
  const height = table.rowLines === undefined ? '' : ` style="height:${points(linesHigh(table.rowLines))}"`;
  const head =
    table.header === undefined ? '' : `<tr>${table.header.map((cell) => cellHtml(cell, 'th')).join('')}</tr>`;
  const body = rows.map((cells) => `<tr${height}>${cells.map((cell) => cellHtml(cell, 'td')).join('')}</tr>`).join('');
  return `<table><colgroup>${columns}</colgroup>${head}${body}</table>`;
};

const cellHtml = (cell: TableCell, tag: 'td' | 'th'): string => {
  const names = [...(cell.label ? ['label'] : []), ...(cell.align === 'center' ? ['middle'] : [])].join(' ');
  const span = cell.span === undefined ? '' : ` colspan="${cell.span}"`;
  return `<${tag}${span}${names === '' ? '' : ` class="${names}"`}>${cell.lines.map(escapeHtml).join('<br>')}</${tag}>`;
};

const imprintHtml = ({ copiesTo, printed }: Imprint): string => {
  const copies = copiesTo.length === 0 ? '' : `<div class="copies">抄送：${escapeHtml(copiesTo.join('，'))}。</div>`;
  const line =
    printed === null
      ? ''
      : `<div class="printed"><span>${escapeHtml(printed.by)}</span><span>${arabicDate(printed.on)}印发</span></div>`;
  return `<div class="imprint${printed === null ? ' plain' : ''}">${copies}${line}</div>`;
};
