import { Rejection } from '@landfall/process-definition';
import type { Request, Response } from 'express';
import multer, { MulterError } from 'multer';

export interface ReceivedFile {
  /** As the browser calls it; never a path. */
  readonly name: string;
  readonly bytes: Buffer;
  /** Where it was received, when a folder was given. */
  readonly path: string;
}

export interface Reception {
  readonly limitBytes: number;
  /** Receives into this folder; without it into memory. */
  readonly folder?: string;
  readonly tooLarge: () => Rejection;
  readonly missing: () => Rejection;
}

/** What a form has around its file at most: borders, headers, small fields. */
const FORM_BYTES = 64_000;

/**
 * Receives the one file of a multipart request, in its field `file`.
 *
 * @throws Rejection of the reception, or `REQUEST.MALFORMED_MULTIPART` (400) for a body that is no such form
 */
export const receiveFile = (request: Request, response: Response, reception: Reception): Promise<ReceivedFile> => {
  const { limitBytes, folder } = reception;
  // Announced to be larger than any form with such a file: refused before a byte of it is written.
  if (Number(request.headers['content-length'] ?? 0) > limitBytes + FORM_BYTES)
    return Promise.reject(reception.tooLarge());
  const receive = multer({
    ...(folder === undefined ? { storage: multer.memoryStorage() } : { dest: folder }),
    limits: { fileSize: limitBytes, files: 1, fields: 8, parts: 9, fieldSize: 1_000, headerPairs: 20 },
    // Browsers write file names in UTF-8 and do not say so.
    defParamCharset: 'utf8',
  }).single('file');
  return new Promise((resolve, reject) => {
    receive(request, response, (error: unknown) => {
      if (error !== undefined && error !== null) {
        const large = error instanceof MulterError && error.code === 'LIMIT_FILE_SIZE';
        reject(large ? reception.tooLarge() : malformed());
      } else if (request.file === undefined) reject(reception.missing());
      else resolve({ name: request.file.originalname, bytes: request.file.buffer, path: request.file.path });
    });
  });
};

const malformed = () =>
  new Rejection({
    code: 'REQUEST.MALFORMED_MULTIPART',
    status: 400,
    message: "Expected a multipart form with one file in the field 'file', but it cannot be read as one",
  });
