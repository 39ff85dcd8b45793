import type { Sql } from '@landfall/persistence';
import type { LocalizedText } from '@landfall/process-definition';
import type { Meeting, MeetingKind, MeetingState } from './meeting';
import { type MeetingViewer, seenBy } from './meeting-viewer';

/** The row of a meeting as the database answers it. */
export interface MeetingRow {
  readonly id: string;
  readonly kind: MeetingKind;
  readonly definition: string;
  readonly meeting_key: string;
  readonly title: string;
  readonly period: string;
  readonly state: MeetingState;
  readonly must_act: readonly string[];
  readonly conveners: readonly string[];
  readonly chair_group: string;
  readonly planned_on: string | null;
  readonly planned_time: string | null;
  readonly planned_at: Date | null;
  readonly place: string | null;
  readonly called_because: LocalizedText;
  readonly agenda: Meeting['agenda'];
  readonly seats: Meeting['seats'];
  readonly opinions: Meeting['opinions'];
  readonly resolutions: Meeting['resolutions'];
  readonly more: Readonly<Record<string, unknown>>;
  readonly minutes_number: string | null;
  readonly rescheduled: number;
  readonly reason: string | null;
  readonly opened_at: Date | null;
  readonly closed_at: Date | null;
  readonly overdue: boolean;
  readonly agenda_rev: number;
  readonly resolutions_rev: number;
  readonly created_at: Date;
  readonly updated_at: Date;
}

export interface MeetingQuery {
  readonly kind?: MeetingKind | undefined;
  readonly state?: MeetingState | undefined;
  /** Those that are not over (`open`), or over. */
  readonly status?: 'open' | 'ended' | 'all' | undefined;
  /** YYYY-MM-DD, of the day of the meeting; of the day of its call while none is planned. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Only those in which a unit of the viewer sits or that wait for him. */
  readonly mine?: boolean | undefined;
  readonly limit: number;
}

export const meetingOf = (row: MeetingRow): Meeting => ({
  id: row.id,
  kind: row.kind,
  definition: row.definition,
  meetingKey: row.meeting_key,
  title: row.title,
  period: row.period,
  state: row.state,
  mustAct: row.must_act,
  conveners: row.conveners,
  chairGroup: row.chair_group,
  plannedOn: row.planned_on,
  plannedTime: row.planned_time,
  plannedAt: row.planned_at,
  place: row.place,
  calledBecause: row.called_because,
  agenda: row.agenda,
  seats: row.seats,
  opinions: row.opinions,
  resolutions: row.resolutions,
  more: row.more,
  minutesNumber: row.minutes_number,
  rescheduled: row.rescheduled,
  reason: row.reason,
  openedAt: row.opened_at?.toISOString() ?? null,
  closedAt: row.closed_at?.toISOString() ?? null,
  overdue: row.overdue,
  agendaRev: row.agenda_rev,
  resolutionsRev: row.resolutions_rev,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
});

/** Reads one meeting, whoever asks; callers say who may see it. */
export const readMeeting = async (sql: Sql, id: string): Promise<Meeting | undefined> => {
  const [row] = UUID.test(id) ? await sql.query<MeetingRow>('SELECT * FROM meeting WHERE id = $1', [id]) : [];
  return row && meetingOf(row);
};

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The day of a meeting, or of its call while it has none, in Asia/Shanghai. */
const DAY = `coalesce(m.planned_on, (m.created_at AT TIME ZONE 'Asia/Shanghai')::date)`;

/** The meetings that somebody may see: those to come first and nearest first, then those that are over, newest first. */
export const readMeetings = async (sql: Sql, viewer: MeetingViewer, query: MeetingQuery): Promise<Meeting[]> => {
  const values: unknown[] = [];
  const add = (value: unknown): string => `$${values.push(value)}`;
  const over = `m.state IN ('archived', 'cancelled')`;
  const when = (condition: boolean, text: () => string) => (condition ? [text()] : []);
  const conditions = [
    seenBy(viewer, 'm', add),
    ...when(query.mine === true, () => seenBy({ ...viewer, seesAll: false }, 'm', add)),
    ...when(query.kind !== undefined, () => `m.kind = ${add(query.kind)}`),
    ...when(query.state !== undefined, () => `m.state = ${add(query.state)}`),
    ...when(query.status === 'open', () => `NOT ${over}`),
    ...when(query.status === 'ended', () => over),
    ...when(query.from !== undefined, () => `${DAY} >= ${add(query.from)}::date`),
    ...when(query.to !== undefined, () => `${DAY} <= ${add(query.to)}::date`),
  ];
  const rows = await sql.query<MeetingRow>(
    `SELECT m.* FROM meeting m WHERE ${conditions.join(' AND ')}
     ORDER BY ${over}, CASE WHEN ${over} THEN NULL ELSE coalesce(m.planned_at, m.created_at) END,
       coalesce(m.planned_at, m.created_at) DESC, m.id LIMIT ${add(query.limit)}`,
    values,
  );
  return rows.map(meetingOf);
};
