import type { Sql } from '@landfall/persistence';

export const MEETING_QUEUES = ['streetTown', 'district', 'leadingGroup', 'leadingGroupIssue', 'push'] as const;
export type MeetingQueue = (typeof MEETING_QUEUES)[number];

/** What waits for special and plenary meetings of the leading group: projects, and issues that have come up to it. */
export const LEADING_GROUP_QUEUES = ['leadingGroup', 'leadingGroupIssue'] as const satisfies readonly MeetingQueue[];

/** Somebody who waits for a meeting. */
export interface Waiting {
  readonly id: string;
  /** The instance of the project, the issue or the push request. */
  readonly instanceId: string;
  readonly queue: MeetingQueue;
  readonly title: string;
  readonly projectId: string | null;
  readonly projectName: string | null;
  readonly landingUnit: string | null;
  readonly leadTaskForce: string | null;
  /** Who must sit. */
  readonly units: readonly string[];
  readonly presenter: string | null;
  readonly question: string | null;
  readonly urgent: boolean;
  /** YYYY-MM-DD. */
  readonly holdBy: string | null;
  readonly waitingSince: Date;
}

interface Row {
  readonly id: string;
  readonly instance_id: string;
  readonly queue: MeetingQueue;
  readonly title: string;
  readonly project_id: string | null;
  readonly project_name: string | null;
  readonly landing_unit: string | null;
  readonly lead_task_force: string | null;
  readonly units: readonly string[];
  readonly presenter: string | null;
  readonly question: string | null;
  readonly urgent: boolean;
  readonly hold_by: string | null;
  readonly waiting_since: Date;
  readonly meeting_id: string | null;
  readonly meeting_title: string | null;
}

const waitingOf = (row: Row): Waiting => ({
  id: row.id,
  instanceId: row.instance_id,
  queue: row.queue,
  title: row.title,
  projectId: row.project_id,
  projectName: row.project_name,
  landingUnit: row.landing_unit,
  leadTaskForce: row.lead_task_force,
  units: row.units,
  presenter: row.presenter,
  question: row.question,
  urgent: row.urgent,
  holdBy: row.hold_by,
  waitingSince: row.waiting_since,
});

/** A waiting one with the meeting that has it on its agenda but of which it has not heard yet. */
export interface QueueEntry extends Waiting {
  readonly meeting: { readonly id: string; readonly title: string } | null;
}

/** The meeting that holds an instance on its agenda, still to be heard. */
const HELD_BY = `
  LEFT JOIN LATERAL (
    SELECT m.id, m.title FROM meeting m, jsonb_array_elements(m.agenda) AS item
    WHERE m.state NOT IN ('archived', 'cancelled') AND item->>'waiting' = q.instance_id::text
      AND item->>'standing' IN ('proposed', 'confirmed') LIMIT 1
  ) AS held ON true`;

/** Who waits in some queues, those who have waited longest first. */
export const readQueue = async (sql: Sql, queues: readonly MeetingQueue[]): Promise<QueueEntry[]> => {
  const rows = await sql.query<Row>(
    `SELECT q.*, held.id AS meeting_id, held.title AS meeting_title FROM meeting_queue q ${HELD_BY}
     WHERE q.left_at IS NULL AND q.queue = ANY($1::text[]) ORDER BY q.waiting_since, q.id`,
    [queues],
  );
  return rows.map((row) => ({
    ...waitingOf(row),
    meeting: row.meeting_id === null ? null : { id: row.meeting_id, title: row.meeting_title ?? '' },
  }));
};

/** Who waits and is on no agenda: only they can be put on one. */
export const readFree = async (sql: Sql, queues: readonly MeetingQueue[]): Promise<Waiting[]> =>
  (await readQueue(sql, queues)).flatMap(({ meeting, ...waiting }) => (meeting === null ? [waiting] : []));
