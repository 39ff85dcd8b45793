import type { Response } from 'express';
import { dispositionOf } from '../papers/disposition-of';

export interface SentFile {
  readonly name: string;
  readonly mime: string;
  readonly content: Buffer | string;
}

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Answers with a file to save; whatever is in it, it is never run where our session counts. */
export const sendFile = (response: Response, { name, mime, content }: SentFile): void => {
  response.setHeader('Content-Type', mime);
  response.setHeader('Content-Disposition', dispositionOf(name));
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Content-Security-Policy', "sandbox; default-src 'none'");
  response.end(content);
};

/** A name for a file of what it is about; without the signs that a disk reads as its own. */
export const fileNameOf = (about: string, ending: string): string =>
  `${about.replaceAll(/[\\/:*?"<>|\s]+/g, '')}.${ending}`;
