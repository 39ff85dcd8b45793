import type { Sql } from '@landfall/persistence';

/** What was done for an issue on its way: a letter, a call, what a meeting said, what an assisting office contributed. */
export interface IssueMeasure {
  /** `letter`, `call`, `pushMeeting`, `specialMeeting` or `contribution`. */
  readonly way: string;
  readonly unit: string;
  readonly note: string | null;
  readonly by: string;
  readonly at: string;
}

/** Reads what was done for an issue, the latest first. */
export const readMeasures = async (sql: Sql, issueId: string): Promise<IssueMeasure[]> => {
  const [row] = await sql.query<{ coordination: Readonly<Record<string, IssueMeasure>> }>(
    'SELECT coordination FROM issue WHERE id = $1',
    [issueId],
  );
  // By the revision that noted it.
  return Object.entries(row?.coordination ?? {})
    .sort(([one], [other]) => Number(other) - Number(one))
    .map(([, { way, unit, note, by, at }]) => ({ way, unit, note, by, at }));
};
