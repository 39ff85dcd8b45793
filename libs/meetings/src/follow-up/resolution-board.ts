import { dayOf, daysBetween } from '@landfall/calendar';
import type { Sql } from '@landfall/persistence';
import type { MeetingKind, MeetingResolution } from '../meeting';
import { type MeetingViewer, seenBy } from '../meeting-viewer';

/** A resolution of any meeting, as those follow it who have to see it carried out. */
export interface FollowedResolution {
  readonly meetingId: string;
  readonly meetingTitle: string;
  readonly meetingKind: MeetingKind;
  readonly meetingOn: string | null;
  readonly minutesNumber: string | null;
  readonly resolution: MeetingResolution;
  readonly projectId: string | null;
  readonly projectName: string | null;
  /** `overdue` is open past its day. */
  readonly state: 'open' | 'overdue' | 'fulfilled' | 'lapsed' | 'failed';
  readonly daysLate: number;
  /** The supervision item that follows it. */
  readonly supervisionItemId: string | null;
  /** What lists of paper name besides. */
  readonly itemTitle: string | null;
  readonly projectNo: string | null;
  readonly supervisionNumber: string | null;
}

export interface ResolutionQuery {
  readonly state?: 'open' | 'overdue' | 'fulfilled' | 'unfulfilled' | undefined;
  readonly unit?: string | undefined;
  /** Only those that units of the viewer carry out or assist in. */
  readonly own?: boolean | undefined;
  readonly meetingId?: string | undefined;
  readonly projectId?: string | undefined;
  readonly limit: number;
}

interface Row {
  readonly meeting_id: string;
  readonly title: string;
  readonly kind: MeetingKind;
  readonly meeting_on: string | null;
  readonly minutes_number: string | null;
  readonly resolution: MeetingResolution;
  readonly project_id: string | null;
  readonly project_name: string | null;
  readonly supervision_item: string | null;
  readonly item_title: string | null;
  readonly project_no: string | null;
  readonly supervision_number: string | null;
}

const OPEN = `r->>'standing' IN ('issued', 'applied')`;

const STATES: Readonly<Record<NonNullable<ResolutionQuery['state']>, (today: () => string) => string>> = {
  open: () => OPEN,
  overdue: (today) => `(${OPEN} AND (r->>'dueOn')::date < ${today()}::date)`,
  fulfilled: () => `r->>'standing' = 'fulfilled'`,
  unfulfilled: () => `r->>'standing' IN ('lapsed', 'failed')`,
};

const carriedOutBy = (units: readonly string[], add: (value: unknown) => string): string => {
  const named = `${add(units)}::text[]`;
  return `(r->>'unit' = ANY(${named}) OR r->'assistUnits' ?| ${named})`;
};

/**
 * The issued resolutions that somebody may see: open ones first, and of those the one that is due first; of the others
 * whatever was fulfilled last.
 */
export const readResolutions = async (
  sql: Sql,
  viewer: MeetingViewer,
  query: ResolutionQuery,
  now: Date,
): Promise<FollowedResolution[]> => {
  const today = dayOf(now);
  const values: unknown[] = [];
  const add = (value: unknown): string => `$${values.push(value)}`;
  const conditions = [
    `r->>'standing' <> 'draft'`,
    seenBy(viewer, 'm', add),
    ...(query.state === undefined ? [] : [STATES[query.state](() => add(today))]),
    ...(query.unit === undefined ? [] : [carriedOutBy([query.unit], add)]),
    ...(query.own ? [carriedOutBy(viewer.units, add)] : []),
    ...(query.meetingId === undefined ? [] : [`m.id = ${add(query.meetingId)}`]),
    ...(query.projectId === undefined ? [] : [`i->>'projectId' = ${add(query.projectId)}`]),
  ];
  const rows = await sql.query<Row>(
    `SELECT m.id AS meeting_id, m.title, m.kind, m.minutes_number, r AS resolution,
       coalesce((m.opened_at AT TIME ZONE 'Asia/Shanghai')::date, m.planned_on) AS meeting_on,
       i->>'projectId' AS project_id, i->>'projectName' AS project_name, s.id AS supervision_item,
       i->>'title' AS item_title, p.project_no, si.number AS supervision_number
     FROM meeting m CROSS JOIN LATERAL jsonb_array_elements(m.resolutions) AS r
       LEFT JOIN LATERAL (
         SELECT item AS i FROM jsonb_array_elements(m.agenda) AS item WHERE item->>'key' = r->>'item' LIMIT 1
       ) AS about ON true
       LEFT JOIN process_instance s
         ON s.definition_key = 'supervision-item' AND s.correlation_key = m.meeting_key || '/' || (r->>'key')
       LEFT JOIN supervision_item si ON si.id = s.id
       LEFT JOIN project p ON p.id = (i->>'projectId')::uuid
     WHERE ${conditions.join(' AND ')}
     ORDER BY NOT (${OPEN}), CASE WHEN ${OPEN} THEN r->>'dueOn' END NULLS LAST,
       r->>'fulfilledOn' DESC NULLS LAST, m.id, r->>'key' LIMIT ${add(query.limit)}`,
    values,
  );
  return rows.map((row) => followed(row, today));
};

const followed = (row: Row, today: string): FollowedResolution => {
  const { resolution } = row;
  const open = resolution.standing === 'issued' || resolution.standing === 'applied';
  const daysLate = open && resolution.dueOn !== null ? Math.max(0, daysBetween(resolution.dueOn, today)) : 0;
  return {
    meetingId: row.meeting_id,
    meetingTitle: row.title,
    meetingKind: row.kind,
    meetingOn: row.meeting_on,
    minutesNumber: row.minutes_number,
    resolution,
    projectId: row.project_id,
    projectName: row.project_name,
    state: open ? (daysLate > 0 ? 'overdue' : 'open') : settledState(resolution),
    daysLate,
    supervisionItemId: row.supervision_item,
    itemTitle: row.item_title,
    projectNo: row.project_no,
    supervisionNumber: row.supervision_number,
  };
};

const settledState = ({ standing }: MeetingResolution): 'fulfilled' | 'lapsed' | 'failed' =>
  standing === 'lapsed' || standing === 'failed' ? standing : 'fulfilled';
