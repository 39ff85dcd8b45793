import type { Sql } from '@landfall/persistence';

/** What of a meeting's process is not in its row: who prepares it, and the step it is at. */
export interface MeetingCast {
  readonly rev: number;
  /** Who prepares it, writes the minutes and follows up: a candidate group. */
  readonly secretary: string;
  /** The whole context, for the rules that the process itself knows. */
  readonly context: Readonly<Record<string, unknown>>;
}

/** Reads what a meeting's process knows; undefined where there is no such process. */
export const readCast = async (sql: Sql, meetingId: string): Promise<MeetingCast | undefined> => {
  const [row] = await sql.query<{ rev: number; context: Readonly<Record<string, unknown>> }>(
    `SELECT rev, snapshot->'context' AS context FROM process_instance WHERE id = $1`,
    [meetingId],
  );
  return row && { rev: row.rev, secretary: String(row.context.secretary), context: row.context };
};

/** How many of the reviewing units are there or have written, of how many. */
export interface Quorum {
  readonly met: number;
  readonly needed: number;
  readonly of: number;
}

/** What the processes of meetings know about units; the installation hands it over. */
export interface MeetingPorts {
  /** The group that answers for a unit in a meeting. */
  readonly deskOf: (unit: string) => string;
  /** The group that heads a unit. */
  readonly headOf: (unit: string) => string;
  readonly quorumOf: (context: Readonly<Record<string, unknown>>) => Quorum;
}
