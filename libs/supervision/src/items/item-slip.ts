import type { Database } from '@landfall/persistence';
import { calendarDay } from '../calendar-day';
import type { ViewedProjects } from '../viewed-projects';
import type { SupervisionItemRow } from './item-list';
import { refuse } from './refusal-texts';
import type { SupervisionItems } from './supervision-items';

/** What the 督办单 of an issued item says besides the item itself. */
export interface ItemSlip {
  readonly item: SupervisionItemRow & { readonly number: string };
  /** YYYY-MM-DD: when it got its number. */
  readonly issuedOn: string;
  /** The minutes whose resolution it follows: 津滨招商办纪要〔2026〕3号; null where it follows none. */
  readonly minutesNumber: string | null;
  /** The unit's last word on how far it is. */
  readonly lastReport: { readonly on: string; readonly progress: number; readonly note: string | null } | null;
}

interface Row {
  readonly issued_at: Date;
  readonly minutes_number: string | null;
  readonly report: { readonly at: string; readonly progress: number; readonly note: string | null } | null;
}

/**
 * Reads what the slip of an item says, for whoever sees the item.
 *
 * @throws Rejection `SUPERVISION_ITEM.NOT_FOUND` (404), `SUPERVISION_ITEM.NOT_ISSUED` (409) while it has no number
 */
export const readItemSlip = async (
  database: Database,
  items: Pick<SupervisionItems, 'find'>,
  scope: ViewedProjects,
  itemId: string,
): Promise<ItemSlip> => {
  const item = await items.find(scope, itemId);
  const { number } = item;
  if (number === null) throw refuse('SUPERVISION_ITEM.NOT_ISSUED', 409);
  const [row] = await database.query<Row>(
    `SELECT coalesce(
         (SELECT min(h.at) FROM process_history h WHERE h.instance_id = s.id AND h.event = 'numbered'), s.drafted_at
       ) AS issued_at,
       (SELECT m.minutes_number FROM meeting m WHERE m.meeting_key = s.origin->>'correlationKey') AS minutes_number,
       (SELECT report.value FROM jsonb_each(s.reports) AS report ORDER BY report.key::int DESC LIMIT 1) AS report
     FROM supervision_item s WHERE s.id = $1`,
    [itemId],
  );
  if (row === undefined) throw refuse('SUPERVISION_ITEM.NOT_FOUND', 404);
  const { report } = row;
  return {
    item: { ...item, number },
    issuedOn: calendarDay(row.issued_at),
    minutesNumber: row.minutes_number,
    lastReport:
      report === null
        ? null
        : { on: calendarDay(new Date(report.at)), progress: report.progress, note: report.note ?? null },
  };
};
