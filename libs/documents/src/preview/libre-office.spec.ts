import { docxToPdf, findLibreOffice } from './libre-office';

describe('LibreOffice', () => {
  const nowhere = { SOFFICE_PATH: '/nowhere/soffice' };

  it('is the one that is named, or none', async () => {
    expect(await findLibreOffice(nowhere)).toBeUndefined();
    expect(await findLibreOffice({ SOFFICE_PATH: process.execPath })).toBe(process.execPath);
  });

  it('is missed in one sentence where it is not', async () => {
    await expect(docxToPdf(Buffer.from(''), nowhere)).rejects.toMatchObject({
      code: 'DOCUMENT_PREVIEW.NO_CONVERTER',
      status: 503,
    });
  });

  it('that makes nothing is told from one that is missing', async () => {
    // The program that runs this test makes no PDF of a document.
    await expect(docxToPdf(Buffer.from(''), { SOFFICE_PATH: process.execPath })).rejects.toMatchObject({
      code: 'DOCUMENT_PREVIEW.CONVERSION_FAILED',
    });
  });
});
