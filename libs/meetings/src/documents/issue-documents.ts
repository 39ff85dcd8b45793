import { createHash } from 'node:crypto';
import type { Clock } from '@landfall/clock';
import type { Database, Transaction } from '@landfall/persistence';
import { v7 as uuid } from 'uuid';
import type { Meeting } from '../meeting';
import { readMeeting } from '../read-meetings';

/** The job that keeps documents of a meeting as it is. */
export const ISSUE_DOCUMENTS = 'meetings.documents';

export type MeetingDocumentKind = 'notice' | 'agenda' | 'papers' | 'signInSheet' | 'minutes' | 'opinions' | 'bulletin';

/** A composed document; `item` where there is one for each item of the agenda. */
export interface ComposedDocument {
  readonly item: string | null;
  readonly name: string;
  readonly mime: string;
  readonly content: Buffer;
}

/** Composes the files of one kind of document from a meeting. */
export type DocumentComposer = (
  meeting: Meeting,
  document: MeetingDocumentKind,
) => Promise<readonly ComposedDocument[]>;

export interface IssueDocumentsParts {
  readonly database: Database;
  readonly clock: Clock;
  /** Without one, what is due is kept as due. */
  readonly compose?: DocumentComposer | undefined;
}

/**
 * Keeps each asked document of a step (`rev`) once. It may come twice: what is issued for a step is never written again,
 * what is only due is composed as soon as somebody can. With `unlessSent`, what was sent since the last notice is enough.
 */
export const issueDocuments =
  ({ database, clock, compose }: IssueDocumentsParts) =>
  async (payload: Readonly<Record<string, unknown>>): Promise<void> => {
    const [meetingId, rev] = [String(payload.meetingId), Number(payload.rev)];
    const meeting = await readMeeting(database, meetingId);
    if (meeting === undefined)
      throw new Error(`Expected to issue documents of meeting ${meetingId}, but there is none`);
    for (const document of payload.documents as readonly MeetingDocumentKind[]) {
      if (await isIssued(database, { meetingId, document, rev, unlessSent: payload.unlessSent === true })) continue;
      const place = { meetingId, document, rev, at: clock.now() };
      if (compose === undefined) {
        await keepDue(database, place);
        continue;
      }
      const files = await compose(meeting, document);
      await database.transaction(async (tx) => {
        await tx.query(
          `DELETE FROM meeting_document WHERE meeting_id = $1 AND document = $2 AND rev = $3 AND state = 'due'`,
          [meetingId, document, rev],
        );
        for (const file of files) await keepFile(tx, place, file);
      });
    }
  };

interface Asked {
  readonly meetingId: string;
  readonly document: MeetingDocumentKind;
  readonly rev: number;
  /** Whether any since the last notice will do: papers sent for a day that was given up are no papers of the new one. */
  readonly unlessSent: boolean;
}

const isIssued = async (database: Database, { meetingId, document, rev, unlessSent }: Asked): Promise<boolean> => {
  const found = await database.query(
    `SELECT 1 FROM meeting_document WHERE meeting_id = $1 AND document = $2 AND (rev = $3 AND state = 'issued' OR $4 AND rev
       > (SELECT coalesce(max(rev), 0) FROM meeting_document WHERE meeting_id = $1 AND document = 'notice')) LIMIT 1`,
    [meetingId, document, rev, unlessSent],
  );
  return found.length > 0;
};

interface Place {
  readonly meetingId: string;
  readonly document: MeetingDocumentKind;
  readonly rev: number;
  readonly at: Date;
}

const keepDue = async (database: Database, { meetingId, document, rev, at }: Place): Promise<void> => {
  await database.query(
    `INSERT INTO meeting_document (id, meeting_id, document, item, rev, state, created_at)
     VALUES ($1, $2, $3, '', $4, 'due', $5) ON CONFLICT ON CONSTRAINT meeting_document_once DO NOTHING`,
    [uuid(), meetingId, document, rev, at],
  );
};

const keepFile = async (tx: Transaction, place: Place, file: ComposedDocument): Promise<void> => {
  await tx.query(
    `INSERT INTO meeting_document (id, meeting_id, document, item, rev, state, name, mime, content, sha256, created_at)
     VALUES ($1, $2, $3, $4, $5, 'issued', $6, $7, $8, $9, $10) ON CONFLICT ON CONSTRAINT meeting_document_once DO NOTHING`,
    [
      ...[uuid(), place.meetingId, place.document, file.item ?? '', place.rev, file.name, file.mime, file.content],
      ...[createHash('sha256').update(file.content).digest('hex'), place.at],
    ],
  );
};
