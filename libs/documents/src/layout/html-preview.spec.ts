import { realisticDocuments } from '../../test/realistic-documents';
import { composeDocument } from '../compose-document';
import { DOCUMENT_TYPE_NAMES } from '../templates/document-type-names';
import { paragraph } from './document-model';
import { htmlPreview } from './html-preview';
import { paginate } from './paginate';

describe('the preview in the page', () => {
  const TEXT = '招商引资工作领导小组办公室统筹协调推动各开发区各街镇专班';

  it('lays out 22 lines of 28 characters on a page', () => {
    const pages = paginate({ format: 'plain', name: '版面', blocks: [paragraph('flush', TEXT.repeat(45))] });
    const lines = pages.map(({ blocks }) => blocks.flatMap((block) => (block.block === 'table' ? [] : block.lines)));
    expect(lines.map(({ length }) => length)).toEqual([22, 22, 1]);
    expect(lines.flat()).toEqual(Array(45).fill(TEXT));
  });

  it.each(DOCUMENT_TYPE_NAMES)('%s shows the same paragraphs as the .docx', (type) => {
    const document = composeDocument(type, realisticDocuments[type] as never);
    const shown = htmlPreview(document)
      .replaceAll(/<style>.*?<\/style>|<div class="number">[^<]*<\/div>|<[^>]+>/gs, '')
      .replaceAll(/&nbsp;/g, '');
    for (const block of document.blocks) {
      if (block.block === 'table') {
        for (const cell of block.rows.flat()) for (const line of cell.lines) expect(shown).toContain(line);
      } else for (const part of block.runs.flatMap(({ text }) => text.split(/[\n\t]/))) expect(shown).toContain(part);
    }
  });

  it('escapes what it shows and runs nothing', () => {
    const html = htmlPreview({
      format: 'plain',
      name: '</title><script>',
      blocks: [paragraph('body', '<script>alert(1)</script>')],
    });
    expect(html).not.toContain('<script');
    expect(html).toContain('&lt;script&gt;');
  });

  it('says on every page that a sample is one', () => {
    const html = htmlPreview({ ...composeDocument('minutes', realisticDocuments.minutes), isSample: true });
    expect(html.match(/class="sample"/g)?.length).toBe(html.match(/class="page /g)?.length);
  });
});
