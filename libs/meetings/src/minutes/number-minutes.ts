import type { Database } from '@landfall/persistence';
import { Rejection, SYSTEM_ACTOR } from '@landfall/process-definition';
import type { ProcessEngine } from '@landfall/process-engine';
import type { Minutes } from './minutes';

/** The job that gives signed minutes their number. */
export const NUMBER_MINUTES = 'meetings.number-minutes';

export interface NumberMinutesParts {
  readonly database: Database;
  readonly engine: Pick<ProcessEngine, 'send'>;
  readonly minutes: Pick<Minutes, 'freezeIn'>;
}

const SERIES = '津滨招商办纪要';

/** Numbers signed minutes, keeps their words as they were signed and tells the meeting; it may come twice and has one effect. */
export const numberMinutes =
  ({ database, engine, minutes }: NumberMinutesParts) =>
  async (payload: Readonly<Record<string, unknown>>): Promise<void> => {
    const meetingId = String(payload.meetingId);
    const number = await numberOf({ database, minutes }, meetingId, Number(payload.year));
    if (number === undefined) return;
    try {
      await engine.send({
        instanceId: meetingId,
        event: { type: 'numbered', number },
        actor: SYSTEM_ACTOR,
        clientKey: `minutes-number:${meetingId}`,
      });
    } catch (error) {
      // The meeting knows its number already.
      if (error instanceof Rejection) return;
      throw error;
    }
  };

/**
 * Gives minutes the next number of their year, or answers the one they have. Number, meeting and the words that nobody saved
 * are written in one transaction: numbers of documents have no gaps, and no numbered text changes.
 */
const numberOf = (
  { database, minutes }: Pick<NumberMinutesParts, 'database' | 'minutes'>,
  meetingId: string,
  year: number,
): Promise<string | undefined> =>
  database.transaction(async (tx) => {
    const [meeting] = await tx.query<{ minutes_number: string | null }>(
      'SELECT minutes_number FROM meeting WHERE id = $1 FOR UPDATE',
      [meetingId],
    );
    if (!meeting) return undefined;
    if (meeting.minutes_number !== null) return meeting.minutes_number;
    const [series] = await tx.query<{ last: string }>(
      `INSERT INTO number_series AS known (series, period, last) VALUES ($1, $2, 1)
       ON CONFLICT (series, period) DO UPDATE SET last = known.last + 1 RETURNING last`,
      [SERIES, String(year)],
    );
    const number = `${SERIES}〔${year}〕${series?.last ?? 1}号`;
    await minutes.freezeIn(tx, meetingId);
    await tx.query('UPDATE meeting SET minutes_number = $2 WHERE id = $1', [meetingId, number]);
    return number;
  });
