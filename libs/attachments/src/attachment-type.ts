import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileTypeFromFile } from 'file-type';
import { refuse } from './refusal-texts';

/** What may be attached: the ending of the name and the media type it is given out as. */
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  zip: 'application/zip',
  txt: 'text/plain',
  csv: 'text/csv',
};

const TEXTS = new Set(['txt', 'csv']);
const ALLOWED = Object.keys(MEDIA_TYPES).join(', ');

/**
 * Tells the media type of a file by its content, which has to be what its name says.
 *
 * @throws Rejection `ATTACHMENT.TYPE_NOT_ALLOWED`, `ATTACHMENT.TYPE_MISMATCH` (415)
 */
export const mediaTypeOf = async (path: string, fileName: string): Promise<string> => {
  const ending = extname(fileName).slice(1).toLowerCase();
  const mediaType = MEDIA_TYPES[ending];
  if (mediaType === undefined) throw refuse('ATTACHMENT.TYPE_NOT_ALLOWED', 415, { name: fileName, allowed: ALLOWED });
  const found = await fileTypeFromFile(path);
  const matches = TEXTS.has(ending)
    ? found === undefined && (await isText(path))
    : found !== undefined && found.ext === (ending === 'jpeg' ? 'jpg' : ending);
  if (matches) return mediaType;
  const content = found?.mime ?? (TEXTS.has(ending) ? 'binary data' : 'something else');
  throw refuse('ATTACHMENT.TYPE_MISMATCH', 415, { name: fileName, found: content });
};

/** Control characters that no text has; tabs, line ends and form feeds it may have. */
const BINARY = /(?![\t\n\f\r])\p{Cc}/u;

const isText = async (path: string): Promise<boolean> => {
  const bytes = await readFile(path);
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return !BINARY.test(new TextDecoder(encoding, { fatal: true }).decode(bytes));
    } catch {
      // Not in this encoding; perhaps in the next.
    }
  }
  return false;
};
