import { setImmediate as pause } from 'node:timers/promises';
import type { Clock } from '@landfall/clock';
import type { JobHandler, Outbox } from '@landfall/outbox';
import type { Database, Transaction } from '@landfall/persistence';
import { type Actor, Rejection, type RejectionParams } from '@landfall/process-definition';
import type { ProcessEngine } from '@landfall/process-engine';
import { v7 as uuid } from 'uuid';
import type { LeadRouting } from '../leads/lead-routing';
import { ImportChunk, type WaitingRow } from './import-chunk';
import { mapColumns } from './import-columns';
import { readTable, type TableFormat } from './read-table';
import { cellsOf } from './row-draft';

/** The job that an upload puts into the outbox. */
export const IMPORT_LEADS = 'projects.import';

/** So many rows are started at once: the engine gathers them into few commits. */
const CHUNK = 50;
/** A job works so many rows and then lets other imports have their turn. */
const SLICE = 1_000;
const MOST_ROWS = 50_000;

export interface ImportParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly engine: ProcessEngine;
  readonly routing: LeadRouting;
  readonly outbox: Outbox;
}

interface ImportRow {
  readonly id: string;
  readonly format: TableFormat;
  readonly content: Buffer | null;
  readonly actor: Actor;
  readonly state: 'queued' | 'running' | 'done' | 'failed';
}

/**
 * Reads an uploaded list and makes a project of every row that is new.
 *
 * It may be stopped anywhere and run again: a row is answered in the commit that starts its process, and what has been
 * answered is not looked at again. A file that cannot be read ends the import with a code and no row.
 */
export const importLeads =
  (parts: ImportParts): JobHandler =>
  async (payload) => {
    const importId = String(payload.importId);
    const { database, clock, outbox } = parts;
    const [upload] = await database.query<ImportRow>(
      'SELECT id, format, content, actor, state FROM lead_import WHERE id = $1',
      [importId],
    );
    if (!upload || upload.state === 'done' || upload.state === 'failed') return;
    if (upload.state === 'queued' && !(await readRows(parts, upload))) return;
    for (let worked = 0; worked < SLICE; worked += CHUNK) {
      const rows = await waitingRows(database, importId);
      if (rows.length === 0) {
        await database.query(
          `UPDATE lead_import SET state = 'done', ended_at = $2 WHERE id = $1 AND state = 'running'`,
          [importId, clock.now()],
        );
        return;
      }
      await new ImportChunk(parts, { importId, actor: upload.actor }, rows).work();
      await pause();
    }
    await database.transaction((tx) => outbox.enqueue(tx, IMPORT_LEADS, { importId }));
  };

const waitingRows = (database: Database, importId: string): Promise<WaitingRow[]> =>
  database.query<WaitingRow>(
    `SELECT id, row_no AS "rowNo", cells FROM lead_import_row
     WHERE import_id = $1 AND outcome IS NULL ORDER BY row_no LIMIT ${CHUNK}`,
    [importId],
  );

/** Reads the file into rows; answers false when the import has failed. */
const readRows = async ({ database, clock }: ImportParts, upload: ImportRow): Promise<boolean> => {
  const table = await tableOf(upload);
  const [headers = [], ...records] = table instanceof Rejection ? [] : table;
  const mapping = table instanceof Rejection ? { code: table.code, params: table.params } : mapColumns(headers);
  if ('code' in mapping) return fail(database, clock, upload.id, mapping);
  const rows = records
    .map((cells, at) => ({
      rowNo: at + 2,
      cells: cellsOf(mapping, cells),
      blank: cells.every((cell) => cell.trim() === ''),
    }))
    .filter(({ blank }) => !blank);
  if (rows.length === 0) return fail(database, clock, upload.id, { code: 'IMPORT.NO_ROWS', params: {} });
  if (rows.length > MOST_ROWS) {
    return fail(database, clock, upload.id, { code: 'IMPORT.TOO_MANY_ROWS', params: { limit: MOST_ROWS } });
  }
  await database.transaction(async (tx) => {
    for (let at = 0; at < rows.length; at += CHUNK * 10) {
      await insertRows(tx, upload.id, rows.slice(at, at + CHUNK * 10));
      await pause();
    }
    // Whoever sets the state has read the file; a second run of this job finds it set and its rows undone.
    const [taken] = await tx.query(
      `UPDATE lead_import SET state = 'running', total = $2, ignored_columns = $3, content = NULL, started_at = $4
       WHERE id = $1 AND state = 'queued' RETURNING id`,
      [upload.id, rows.length, mapping.ignored, clock.now()],
    );
    if (!taken) throw new Error(`Import ${upload.id} was read twice at the same time; this reading is dropped`);
  });
  return true;
};

const tableOf = async ({ format, content }: ImportRow): Promise<string[][] | Rejection> => {
  try {
    return await readTable(format, content ?? Buffer.alloc(0));
  } catch (error) {
    if (error instanceof Rejection) return error;
    throw error;
  }
};

const insertRows = async (
  tx: Transaction,
  importId: string,
  rows: readonly { readonly rowNo: number; readonly cells: object }[],
): Promise<void> => {
  await tx.query(
    `INSERT INTO lead_import_row (id, import_id, row_no, cells)
     SELECT r.id, $2, r.row_no, r.cells FROM jsonb_to_recordset($1) AS r(id uuid, row_no int, cells jsonb)`,
    [JSON.stringify(rows.map(({ rowNo, cells }) => ({ id: uuid(), row_no: rowNo, cells }))), importId],
  );
};

const fail = async (
  database: Database,
  clock: Clock,
  importId: string,
  { code, params }: { readonly code: string; readonly params: RejectionParams },
): Promise<false> => {
  await database.query(
    `UPDATE lead_import SET state = 'failed', code = $2, params = $3, content = NULL, ended_at = $4 WHERE id = $1`,
    [importId, code, JSON.stringify(params), clock.now()],
  );
  return false;
};
