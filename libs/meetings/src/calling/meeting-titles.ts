import type { Sql } from '@landfall/persistence';
import type { MeetingKind } from '../meeting';

/** The meetings that the rules call by themselves. */
export type BatchMeeting = 'street-town-review' | 'push-meeting';

const KIND_OF: Readonly<Record<BatchMeeting, MeetingKind>> = {
  'street-town-review': 'streetTownReview',
  'push-meeting': 'push',
};

/** What the next meeting of a definition on a day is called. Numbers count every meeting that was called in the year. */
export const titleOf = async (sql: Sql, definition: BatchMeeting, day: string): Promise<string> => {
  const [year = '', month = ''] = day.split('-');
  const [called] = await sql.query<{ year: number; month: number }>(
    `SELECT count(*)::int AS year, (count(*) FILTER (WHERE period LIKE $3))::int AS month
     FROM meeting WHERE kind = $1 AND period LIKE $2`,
    [KIND_OF[definition], `${year}-%`, `${year}-${month}-%`],
  );
  const [number, batch] = [(called?.year ?? 0) + 1, (called?.month ?? 0) + 1];
  return definition === 'street-town-review'
    ? `第${number}次街镇项目研判联席会议（${year}年${Number(month)}月第${batch}批）`
    : `${year}年第${number}次项目推动联席会议`;
};

/** What the leading group calls its meetings between the conferences. */
export type LeadingGroupMeeting = 'special' | 'plenary';

const LEADING_GROUP_TITLES: Readonly<Record<LeadingGroupMeeting, string>> = {
  special: '领导小组专题会议',
  plenary: '领导小组全体会议',
};

/** What the next special or plenary meeting on a day is called; each kind is numbered by itself in its year. */
export const leadingGroupTitleOf = async (sql: Sql, kind: LeadingGroupMeeting, day: string): Promise<string> => {
  const year = day.slice(0, 4);
  const [called] = await sql.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM meeting WHERE kind = $1 AND period LIKE $2',
    [kind, `${year}-%`],
  );
  return `${year}年第${(called?.count ?? 0) + 1}次${LEADING_GROUP_TITLES[kind]}`;
};

/** The key of the next meeting of a definition on a day: the first has the day alone, further ones a letter. */
export const meetingKeyOf = async (sql: Sql, definition: string, day: string): Promise<string> => {
  const key = `${definition}:${day}`;
  const rows = await sql.query<{ meeting_key: string }>(
    'SELECT meeting_key FROM meeting WHERE meeting_key = $1 OR meeting_key LIKE $2',
    [key, `${key}_`],
  );
  return rows.length === 0 ? key : `${key}${String.fromCharCode('a'.charCodeAt(0) + rows.length)}`;
};
