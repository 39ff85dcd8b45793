import { createReadStream } from 'node:fs';
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
  const mediaType = Object.hasOwn(MEDIA_TYPES, ending) ? MEDIA_TYPES[ending] : undefined;
  if (mediaType === undefined) throw refuse('ATTACHMENT.TYPE_NOT_ALLOWED', 415, { name: fileName, allowed: ALLOWED });
  const found = (await fileTypeFromFile(path))?.ext;
  const matches = TEXTS.has(ending)
    ? // Texts that begin with "BM" or "MZ" are taken for pictures and programs; what could have been attached as itself lies.
      (found === undefined || !Object.hasOwn(MEDIA_TYPES, found)) && (await isText(path))
    : found === (ending === 'jpeg' ? 'jpg' : ending);
  if (!matches) throw refuse('ATTACHMENT.TYPE_MISMATCH', 415, { name: fileName, ending });
  return mediaType;
};

/** Control characters that no text has; tabs, line ends and form feeds it may have. */
const BINARY = /(?![\t\n\f\r])\p{Cc}/u;

const isText = async (path: string): Promise<boolean> =>
  (await decodesAsText(path, 'utf-8')) || (await decodesAsText(path, 'gb18030'));

/** Piece by piece, so that a large file neither fills the memory nor holds up others. */
const decodesAsText = async (path: string, encoding: string): Promise<boolean> => {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const isClean = (bytes?: Uint8Array): boolean => {
    try {
      return !BINARY.test(decoder.decode(bytes, { stream: bytes !== undefined }));
    } catch {
      return false;
    }
  };
  for await (const bytes of createReadStream(path)) {
    if (!isClean(bytes)) return false;
  }
  return isClean();
};
