import { docxToPdf, htmlPreview, type OfficialDocument, writeDocx } from '@landfall/documents';
import type { Response } from 'express';

/** Whatever is in a document, it is never run where our session counts. */
const HARMLESS = "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Sends a document as a page, or as a file to save. */
export const sendPreview = async (
  response: Response,
  document: OfficialDocument,
  { format, showGrid }: { readonly format: 'html' | 'docx' | 'pdf'; readonly showGrid: boolean },
): Promise<void> => {
  const [mediaType, content] = await contentOf(document, format, showGrid);
  response.setHeader('Content-Type', mediaType);
  response.setHeader('Content-Security-Policy', HARMLESS);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('X-Frame-Options', 'SAMEORIGIN');
  response.setHeader('Cache-Control', 'no-store');
  if (format !== 'html') {
    const encoded = encodeURIComponent(`样例-${document.name}.${format}`).replace(
      /['()*]/g,
      (one) => `%${one.charCodeAt(0).toString(16)}`,
    );
    response.setHeader('Content-Disposition', `attachment; filename="preview.${format}"; filename*=UTF-8''${encoded}`);
  }
  response.send(content);
};

const contentOf = async (
  document: OfficialDocument,
  format: 'html' | 'docx' | 'pdf',
  showGrid: boolean,
): Promise<readonly [string, string | Buffer]> => {
  if (format === 'html') return ['text/html; charset=utf-8', htmlPreview(document, { showGrid })];
  const docx = await writeDocx(document);
  return format === 'docx' ? [DOCX, docx] : ['application/pdf', await docxToPdf(docx)];
};
