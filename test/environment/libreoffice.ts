import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { docxToPdfs, findLibreOffice } from '@landfall/documents';

/**
 * What stands in for the licensed fonts of official documents, so that what is looked at is the same on every machine:
 * Noto's Song for 仿宋, 楷体 and 宋体, its bold for 小标宋, its Hei for 黑体.
 */
const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
${[
  ['仿宋_GB2312', 'Noto Serif CJK SC', 'regular'],
  ['楷体_GB2312', 'AR PL KaitiM GB', 'regular'],
  ['楷体_GB2312', 'Noto Serif CJK SC', 'regular'],
  ['宋体', 'Noto Serif CJK SC', 'regular'],
  ['黑体', 'Noto Sans CJK SC', 'bold'],
  ['方正小标宋简体', 'Noto Serif CJK SC', 'bold'],
]
  .map(
    ([font, by, weight]) => `  <match target="pattern">
    <test name="family"><string>${font}</string></test>
    <edit name="family" mode="append" binding="same"><string>${by}</string></edit>
    <edit name="weight" mode="assign"><const>${weight}</const></edit>
  </match>`,
  )
  .join('\n')}
</fontconfig>
`;

/** A document as LibreOffice laid it out. */
export interface LaidOut {
  readonly pdf: string;
  readonly pages: number;
  /** The lines of a page from top to bottom: their words and where they stand, in points. */
  linesOf(
    page: number,
  ): { readonly text: string; readonly left: number; readonly top: number; readonly right: number }[];
  /** Draws a page as PNG, so many dots to the inch. */
  picture(page: number, dpi: number): Buffer;
  close(): void;
}

/**
 * Lays documents of Word out by LibreOffice, all by one start of it; answers them in their order.
 *
 * @throws where LibreOffice, poppler or a Chinese font is missing: a document that nobody opened is not one that opens
 */
export const layOut = async (documents: readonly Buffer[]): Promise<LaidOut[]> => {
  const missing = await missingPrograms();
  if (missing.length > 0) {
    throw new Error(
      `LIBREOFFICE_MISSING: no ${missing.join(', no ')} here; install them (Debian: apt-get install libreoffice-writer-nogui libreoffice-calc-nogui poppler-utils fonts-noto-cjk), or let SOFFICE_PATH name LibreOffice.`,
    );
  }
  const settings = mkdtempSync(join(tmpdir(), 'landfall-fonts-'));
  const fonts = join(settings, 'fonts.conf');
  writeFileSync(fonts, FONTS);
  try {
    return (await docxToPdfs(documents, { ...process.env, FONTCONFIG_FILE: fonts })).map(laidOut);
  } finally {
    rmSync(settings, { recursive: true, force: true });
  }
};

const laidOut = (content: Buffer): LaidOut => {
  const folder = mkdtempSync(join(tmpdir(), 'landfall-layout-'));
  const pdf = join(folder, 'document.pdf');
  writeFileSync(pdf, content);
  const pages = Number(/^Pages:\s+(\d+)/m.exec(execFileSync('pdfinfo', [pdf], { encoding: 'utf8' }))?.[1]);
  return {
    pdf,
    pages,
    linesOf: (page) => linesOf(pdf, page),
    picture: (page, dpi) => {
      const target = join(folder, `page-${page}`);
      const only = ['-f', String(page), '-l', String(page), '-singlefile'];
      execFileSync('pdftoppm', ['-png', '-r', String(dpi), ...only, pdf, target]);
      return readFileSync(`${target}.png`);
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
};

const missingPrograms = async (): Promise<string[]> => {
  const has = (program: string) => spawnSync(program, ['-v'], { timeout: 20_000 }).error === undefined;
  const chinese = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8', timeout: 20_000 }).stdout ?? '';
  return [
    ...((await findLibreOffice()) === undefined ? ['LibreOffice'] : []),
    ...(has('pdfinfo') && has('pdftoppm') ? [] : ['poppler']),
    ...(chinese.trim() === '' ? ['Chinese font'] : []),
  ];
};

const WORD = /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)<\/word>/g;

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

const linesOf = (pdf: string, page: number) => {
  const only = ['-f', String(page), '-l', String(page)];
  const xml = execFileSync('pdftotext', ['-bbox', ...only, pdf, '-'], { encoding: 'utf8' });
  const lines: { text: string; left: number; top: number; right: number }[] = [];
  for (const [, left, top, right, , text = ''] of xml.matchAll(WORD)) {
    const word = text.replace(/&(?:amp|lt|gt|quot|#39);/g, (one) => ENTITIES[one] ?? one);
    const line = lines.find((candidate) => Math.abs(candidate.top - Number(top)) < 4);
    if (line === undefined) lines.push({ text: word, left: Number(left), top: Number(top), right: Number(right) });
    else {
      line.text += word;
      line.left = Math.min(line.left, Number(left));
      line.right = Math.max(line.right, Number(right));
    }
  }
  return lines.sort((a, b) => a.top - b.top);
};
