import type { Clock } from '@landfall/clock';
import type { Database, Transaction } from '@landfall/persistence';
import { type Actor, SYSTEM_ACTOR } from '@landfall/process-definition';
import type { Meeting } from '../meeting';
import { readMeeting } from '../read-meetings';
import { refuse } from '../refusal-texts';
import { type MeetingPorts, readCast } from '../standing/meeting-cast';
import { refusalOf } from '../standing/rights';
import { composeMinutes, sectionsOf, type UnitNames } from './compose-minutes';

export interface MinutesParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly ports: Pick<MeetingPorts, 'deskOf' | 'headOf'>;
  /** The present names of units. */
  readonly unitNames: () => Promise<UnitNames>;
}

/** Who kept what nobody had written: the words of the draft, as they were signed. */
const FROZEN_BY = '系统';

/** A section of the minutes as it is now. */
export interface MinutesSection {
  readonly section: string;
  /** 0 while nobody has saved it. */
  readonly rev: number;
  /** What was saved; the draft while nothing was. */
  readonly text: string;
  /** What the meeting's own facts say, for whoever wants to begin anew. */
  readonly draft: string;
  readonly editedBy: string | null;
  readonly editedAt: Date | null;
}

export interface MinutesVersion {
  readonly rev: number;
  readonly text: string;
  readonly editedBy: string;
  readonly editedAt: Date;
}

interface Row {
  readonly section: string;
  readonly rev: number;
  readonly text: string;
  readonly edited_by_name: string;
  readonly edited_at: Date;
}

const versionOf = ({ rev, text, edited_by_name, edited_at }: Row): MinutesVersion => ({
  rev,
  text,
  editedBy: edited_by_name,
  editedAt: edited_at,
});

/** The text of minutes, section by section. Every version that was ever saved stays readable. */
export class Minutes {
  constructor(private readonly parts: MinutesParts) {}

  /** All sections in order, as they would be issued now. @throws Rejection `MEETING.NOT_FOUND` (404) */
  async all(meetingId: string): Promise<MinutesSection[]> {
    const meeting = await this.meeting(meetingId);
    const rows = await this.parts.database.query<Row>('SELECT * FROM meeting_minutes WHERE meeting_id = $1', [
      meetingId,
    ]);
    const nameOf = await this.parts.unitNames();
    return sectionsOf(meeting).map((section) => {
      const row = rows.find((known) => known.section === section);
      const draft = composeMinutes(meeting, section, nameOf);
      return {
        section,
        rev: row?.rev ?? 0,
        text: row?.text ?? draft,
        draft,
        editedBy: row?.edited_by_name ?? null,
        editedAt: row?.edited_at ?? null,
      };
    });
  }

  /** @throws Rejection `MEETING.NOT_FOUND`, `MEETING.SECTION_NOT_FOUND` (404) */
  async section(meetingId: string, section: string): Promise<MinutesSection> {
    const found = (await this.all(meetingId)).find((known) => known.section === section);
    if (found === undefined) throw refuse('MEETING.SECTION_NOT_FOUND', 404, { section });
    return found;
  }

  /** Every version of a section, the newest first. */
  async versions(meetingId: string, section: string): Promise<MinutesVersion[]> {
    const rows = await this.parts.database.query<Row>(
      'SELECT * FROM meeting_minutes_version WHERE meeting_id = $1 AND section = $2 ORDER BY rev DESC',
      [meetingId, section],
    );
    return rows.map(versionOf);
  }

  /**
   * Saves a section over the version that its writer has read. When somebody saved meanwhile, nothing is written and the
   * refusal carries what stands now.
   *
   * @param rev the version that was read; 0 for the first one
   * @throws Rejection `MEETING.MINUTES_CHANGED_MEANWHILE` (409), `MEETING.NOT_FOUND`, `MEETING.SECTION_NOT_FOUND` (404),
   * `MEETING.EDITING_NOT_ALLOWED` (403), `MEETING.NOT_IN_THIS_STATE` (409)
   */
  async save(
    actor: Actor,
    meetingId: string,
    section: string,
    { rev, text }: { readonly rev: number; readonly text: string },
  ): Promise<MinutesVersion> {
    const { database, clock, ports } = this.parts;
    await this.meeting(meetingId);
    return database.transaction(async (tx) => {
      // The meeting stands still while its text is saved: nothing is written into minutes that are being signed.
      await tx.query('SELECT 1 FROM meeting WHERE id = $1 FOR SHARE', [meetingId]);
      const [meeting, cast] = [await readMeeting(tx, meetingId), await readCast(tx, meetingId)];
      if (meeting === undefined || cast === undefined) throw refuse('MEETING.NOT_FOUND', 404);
      const refusal = refusalOf('editMinutes', { meeting, secretary: cast.secretary, ports }, actor.groups);
      if (refusal !== undefined) throw refusal;
      if (!sectionsOf(meeting).includes(section)) throw refuse('MEETING.SECTION_NOT_FOUND', 404, { section });
      const values = [meetingId, section, rev + 1, text, actor.accountId, actor.name, clock.now()];
      const [saved] =
        rev === 0
          ? await tx.query<Row>(
              `INSERT INTO meeting_minutes (meeting_id, section, rev, text, edited_by, edited_by_name, edited_at)
               VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING *`,
              values,
            )
          : await tx.query<Row>(
              `UPDATE meeting_minutes SET rev = $3, text = $4, edited_by = $5, edited_by_name = $6, edited_at = $7
               WHERE meeting_id = $1 AND section = $2 AND rev = $3 - 1 RETURNING *`,
              values,
            );
      if (saved === undefined) {
        const [present] = await tx.query<Row>('SELECT * FROM meeting_minutes WHERE meeting_id = $1 AND section = $2', [
          meetingId,
          section,
        ]);
        throw refuse('MEETING.MINUTES_CHANGED_MEANWHILE', 409, {
          seen: rev,
          present: present?.rev ?? 0,
          by: present?.edited_by_name ?? '',
          at: present?.edited_at.toISOString() ?? '',
          text: present?.text ?? '',
        });
      }
      await tx.query(
        `INSERT INTO meeting_minutes_version (meeting_id, section, rev, text, edited_by, edited_by_name, edited_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        values,
      );
      return versionOf(saved);
    });
  }

  /**
   * Keeps the sections that nobody saved as they are shown now, as their first version: what was signed does not change with
   * names of units or with a later way of drafting. What was saved stays, and twice has the effect of once.
   */
  async freezeIn(tx: Transaction, meetingId: string): Promise<void> {
    const meeting = await readMeeting(tx, meetingId);
    if (meeting === undefined) throw refuse('MEETING.NOT_FOUND', 404);
    const nameOf = await this.parts.unitNames();
    const sections = sectionsOf(meeting);
    await tx.query(
      `WITH kept AS (
         INSERT INTO meeting_minutes (meeting_id, section, rev, text, edited_by, edited_by_name, edited_at)
         SELECT $1, drafted.section, 1, drafted.text, $4, $5, $6
         FROM unnest($2::text[], $3::text[]) AS drafted (section, text)
         ON CONFLICT DO NOTHING RETURNING *)
       INSERT INTO meeting_minutes_version (meeting_id, section, rev, text, edited_by, edited_by_name, edited_at)
       SELECT meeting_id, section, rev, text, edited_by, edited_by_name, edited_at FROM kept`,
      [
        ...[meetingId, sections, sections.map((section) => composeMinutes(meeting, section, nameOf))],
        ...[SYSTEM_ACTOR.accountId, FROZEN_BY, this.parts.clock.now()],
      ],
    );
  }

  private async meeting(meetingId: string): Promise<Meeting> {
    const meeting = await readMeeting(this.parts.database, meetingId);
    if (meeting === undefined) throw refuse('MEETING.NOT_FOUND', 404);
    return meeting;
  }
}
