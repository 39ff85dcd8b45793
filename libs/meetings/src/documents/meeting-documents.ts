import type { Database } from '@landfall/persistence';
import { refuse } from '../refusal-texts';
import type { MeetingDocumentKind } from './issue-documents';

/** A document of a meeting as its list shows it. */
export interface MeetingDocumentRow {
  readonly id: string;
  readonly document: MeetingDocumentKind;
  readonly item: string | null;
  readonly rev: number;
  /** `due` until it is composed. */
  readonly state: 'due' | 'issued';
  readonly name: string | null;
  readonly mime: string | null;
  readonly sha256: string | null;
  readonly createdAt: Date;
}

export interface MeetingFile {
  readonly name: string;
  readonly mime: string;
  readonly content: Buffer;
}

/** The documents that a meeting has issued. */
export class MeetingDocuments {
  constructor(private readonly database: Database) {}

  /** Newest first. */
  async list(meetingId: string): Promise<MeetingDocumentRow[]> {
    const rows = await this.database.query<
      Omit<MeetingDocumentRow, 'item' | 'createdAt'> & { item: string; created_at: Date }
    >(
      `SELECT id, document, item, rev, state, name, mime, sha256, created_at FROM meeting_document
       WHERE meeting_id = $1 ORDER BY rev DESC, document, item`,
      [meetingId],
    );
    return rows.map(({ item, created_at, ...row }) => ({
      ...row,
      item: item === '' ? null : item,
      createdAt: created_at,
    }));
  }

  /** @throws Rejection `MEETING.DOCUMENT_NOT_FOUND` (404), also while it is not composed */
  async read(meetingId: string, documentId: string): Promise<MeetingFile> {
    const [file] = await this.database.query<{ name: string; mime: string; content: Buffer }>(
      `SELECT name, mime, content FROM meeting_document WHERE id = $1 AND meeting_id = $2 AND state = 'issued'`,
      [documentId, meetingId],
    );
    if (file === undefined) throw refuse('MEETING.DOCUMENT_NOT_FOUND', 404);
    return file;
  }
}
