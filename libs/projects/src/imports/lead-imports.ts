import { createHash } from 'node:crypto';
import type { Clock } from '@landfall/clock';
import type { Outbox } from '@landfall/outbox';
import type { Database } from '@landfall/persistence';
import type { Actor, LocalizedText, RejectionParams } from '@landfall/process-definition';
import { v7 as uuid } from 'uuid';
import { isProjectId } from '../form-formats';
import { filerOf } from '../leads/project-row';
import { readCursor, writeCursor } from '../listing/cursor';
import { isProjectRefusalCode, refuse, sayRefusal } from '../refusal-texts';
import { IMPORT_LEADS } from './import-leads';
import { formatOf } from './read-table';

export type ImportOutcome = 'created' | 'duplicate' | 'refused';

export interface ImportSummary {
  readonly importId: string;
  readonly fileName: string;
  readonly state: 'queued' | 'running' | 'done' | 'failed';
  readonly done: number;
  readonly total: number;
  readonly counts: Readonly<Record<ImportOutcome, number>>;
  /** Why an import failed as a whole. */
  readonly code: string | null;
  readonly detail: LocalizedText | null;
  /** Headers of the file that mean nothing here. */
  readonly ignoredColumns: readonly string[];
  readonly createdAt: string;
}

export interface ImportRowAnswer {
  /** The row as a spreadsheet counts it; the header is row 1. */
  readonly row: number;
  readonly outcome: ImportOutcome;
  readonly projectId: string | null;
  readonly projectName: string | null;
  readonly leadTaskForce: string | null;
  readonly code: string | null;
  readonly detail: LocalizedText | null;
}

export interface ImportPage extends ImportSummary {
  readonly rows: readonly ImportRowAnswer[];
  readonly nextCursor: string | null;
}

interface SummaryRow {
  readonly id: string;
  readonly file_name: string;
  readonly state: ImportSummary['state'];
  readonly total: number | null;
  readonly ignored_columns: readonly string[];
  readonly code: string | null;
  readonly params: RejectionParams | null;
  readonly created_at: Date;
  readonly created: number;
  readonly duplicate: number;
  readonly refused: number;
}

const SUMMARY = `
  SELECT m.id, m.file_name, m.state, m.total, m.ignored_columns, m.code, m.params, m.created_at, c.*
  FROM lead_import m CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE outcome = 'created')::int AS created,
      count(*) FILTER (WHERE outcome = 'duplicate')::int AS duplicate,
      count(*) FILTER (WHERE outcome = 'refused')::int AS refused
    FROM lead_import_row r WHERE r.import_id = m.id) c`;

const MEGABYTE = 1024 * 1024;

/** Takes lists of leads and tells what became of them; the work itself is done by a job. */
export class LeadImports {
  constructor(
    private readonly parts: {
      readonly database: Database;
      readonly clock: Clock;
      readonly outbox: Outbox;
      /** The largest file, in bytes. */
      readonly limitBytes: number;
    },
  ) {}

  /**
   * Keeps an uploaded file and announces the job that reads it.
   *
   * @throws Rejection `IMPORT.FILE_EMPTY`, `IMPORT.FORMAT_UNKNOWN`, `IMPORT.XLSX_BROKEN` (422), `IMPORT.FILE_TOO_LARGE` (413)
   */
  async submit(actor: Actor, file: { readonly name: string; readonly bytes: Buffer }): Promise<string> {
    const { database, clock, outbox, limitBytes } = this.parts;
    if (file.bytes.length > limitBytes) {
      throw refuse('IMPORT.FILE_TOO_LARGE', 413, { limit: Math.floor(limitBytes / MEGABYTE) });
    }
    if (!filerOf(actor)) throw refuse('LEAD.FILER_WITHOUT_POST', 403);
    const format = formatOf(file.name, file.bytes);
    if (typeof format !== 'string') throw refuse(format.code, 422, format.params);
    const id = uuid();
    await database.transaction(async (tx) => {
      await tx.query(
        `INSERT INTO lead_import (id, file_name, file_size, file_sha256, format, content, account, actor, state,
           ignored_columns, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'queued', '{}', $9)`,
        [
          id,
          shownName(file.name),
          file.bytes.length,
          createHash('sha256').update(file.bytes).digest('hex'),
          format,
          file.bytes,
          actor.accountId,
          JSON.stringify(actor),
          clock.now(),
        ],
      );
      await outbox.enqueue(tx, IMPORT_LEADS, { importId: id });
    });
    return id;
  }

  /** The latest imports of an account. */
  async list(accountId: string, limit = 20): Promise<ImportSummary[]> {
    const rows = await this.parts.database.query<SummaryRow>(
      `${SUMMARY} WHERE m.account = $1 ORDER BY m.id DESC LIMIT $2`,
      [accountId, limit],
    );
    return rows.map(summaryOf);
  }

  /**
   * Tells how far an import is and what became of its rows, in their order.
   *
   * @throws Rejection `IMPORT.NOT_FOUND` (404), also for somebody else's
   */
  async find(
    accountId: string,
    id: string,
    page: {
      readonly limit: number;
      readonly cursor?: string | undefined;
      readonly outcome?: ImportOutcome | undefined;
    },
  ): Promise<ImportPage> {
    const { database } = this.parts;
    if (!isProjectId(id)) throw refuse('IMPORT.NOT_FOUND', 404);
    const [summary] = await database.query<SummaryRow>(`${SUMMARY} WHERE m.id = $1 AND m.account = $2`, [
      id,
      accountId,
    ]);
    if (!summary) throw refuse('IMPORT.NOT_FOUND', 404);
    const after = page.cursor ? Number(readCursor(page.cursor, 'number').value) : 0;
    const rows = await database.query<{
      row_no: number;
      outcome: ImportOutcome;
      project_id: string | null;
      project_name: string | null;
      lead_task_force: string | null;
      code: string | null;
      params: RejectionParams | null;
    }>(
      `SELECT row_no, outcome, project_id, project_name, lead_task_force, code, params FROM lead_import_row
       WHERE import_id = $1 AND row_no > $2 AND outcome IS NOT NULL AND ($3::text IS NULL OR outcome = $3)
       ORDER BY row_no LIMIT $4`,
      [id, after, page.outcome ?? null, page.limit + 1],
    );
    const shown = rows.slice(0, page.limit);
    const last = rows.length > page.limit ? shown.at(-1) : undefined;
    return {
      ...summaryOf(summary),
      rows: shown.map((row) => ({
        row: row.row_no,
        outcome: row.outcome,
        projectId: row.project_id,
        projectName: row.project_name,
        leadTaskForce: row.lead_task_force,
        code: row.code,
        detail: said(row.code, row.params),
      })),
      nextCursor: last ? writeCursor({ value: String(last.row_no), id }) : null,
    };
  }
}

/** The last part of the name that a browser sends, without characters that no file should be called by. */
const shownName = (name: string): string =>
  (name.split(/[\\/]/).at(-1) ?? '').replace(/\p{C}/gu, '').slice(0, 200) || 'import';

const said = (code: string | null, params: RejectionParams | null): LocalizedText | null =>
  code !== null && isProjectRefusalCode(code) ? sayRefusal(code, params ?? {}) : null;

const summaryOf = (row: SummaryRow): ImportSummary => {
  const counts = { created: row.created, duplicate: row.duplicate, refused: row.refused };
  return {
    importId: row.id,
    fileName: row.file_name,
    state: row.state,
    done: counts.created + counts.duplicate + counts.refused,
    total: row.total ?? 0,
    counts,
    code: row.code,
    detail: said(row.code, row.params),
    ignoredColumns: row.ignored_columns,
    createdAt: row.created_at.toISOString(),
  };
};
