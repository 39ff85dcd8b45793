import type { CalendarVersion } from '@landfall/calendar';
import type { Sql, Transaction } from '@landfall/persistence';
import type { Actor } from '@landfall/process-definition';
import type { CalendarChange } from './calendar-change';

/** A version of the calendar in its history: who made it, when and why, and what it did to open deadlines. */
export interface CalendarHistoryEntry {
  readonly version: number;
  readonly kind: 'shipped' | CalendarChange['kind'];
  readonly reason: string;
  readonly changedBy: { readonly accountId: string; readonly name: string; readonly unit: string };
  readonly at: Date;
  readonly moved: number;
  readonly confirmed: number;
}

interface NewVersion {
  readonly document: CalendarVersion;
  readonly change: CalendarChange | { readonly kind: 'shipped' };
  readonly reason: string;
  readonly actor: Actor;
  readonly at: Date;
  readonly moved: number;
  readonly confirmed: number;
}

interface HistoryRow {
  readonly version: number;
  readonly kind: CalendarHistoryEntry['kind'];
  readonly reason: string;
  readonly changed_by: string;
  readonly changed_by_name: string;
  readonly changed_by_unit: string;
  readonly at: Date;
  readonly moved: number;
  readonly confirmed: number;
}

/** The number of the latest version, or undefined before the calendar was loaded. */
export const latestVersionNumber = async (sql: Sql): Promise<number | undefined> => {
  const [row] = await sql.query<{ version: number | null }>('SELECT max(version) AS version FROM calendar_version');
  return row?.version ?? undefined;
};

/** The calendar as it stands, or undefined before it was loaded. */
export const readLatestVersion = async (sql: Sql): Promise<CalendarVersion | undefined> => {
  const [row] = await sql.query<{ document: CalendarVersion }>(
    'SELECT document FROM calendar_version ORDER BY version DESC LIMIT 1',
  );
  return row?.document;
};

/** Lets those who change the calendar take turns until their transactions end. */
export const lockCalendar = async (tx: Transaction): Promise<void> => {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtext('working-time'))`);
};

export const addVersion = async (tx: Transaction, added: NewVersion): Promise<void> => {
  const { document, change, reason, actor, at, moved, confirmed } = added;
  await tx.query(
    `INSERT INTO calendar_version (version, kind, document, change, reason, changed_by, changed_by_name,
       changed_by_unit, at, moved, confirmed) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      document.version,
      change.kind,
      JSON.stringify(document),
      JSON.stringify(change),
      reason,
      actor.accountId,
      actor.name,
      actor.unit,
      at,
      moved,
      confirmed,
    ],
  );
};

/** Reads every version, the latest first. */
export const readHistory = async (sql: Sql): Promise<CalendarHistoryEntry[]> => {
  const rows = await sql.query<HistoryRow>(
    `SELECT version, kind, reason, changed_by, changed_by_name, changed_by_unit, at, moved, confirmed
     FROM calendar_version ORDER BY version DESC`,
  );
  return rows.map(({ changed_by, changed_by_name, changed_by_unit, ...entry }) => ({
    ...entry,
    changedBy: { accountId: changed_by, name: changed_by_name, unit: changed_by_unit },
  }));
};
