import type { Sql, Transaction } from '@landfall/persistence';
import type { Actor } from '@landfall/process-definition';
import type { DocumentTypeName } from './document-type-names';
import type { Wording } from './wording';

/** A version of a template; version 0 is what is shipped. */
export interface TemplateVersion {
  readonly version: number;
  readonly wording: Wording;
  /** YYYY-MM-DD; null for what is shipped. */
  readonly effectiveFrom: string | null;
  readonly reason: string;
  /** The version whose words were taken again, or null. */
  readonly restoredFrom: number | null;
  readonly createdBy: { readonly accountId: string; readonly name: string; readonly unit: string } | null;
  readonly createdAt: Date | null;
}

interface Row {
  readonly version: number;
  readonly wording: Wording;
  readonly effective_from: string;
  readonly reason: string;
  readonly restored_from: number | null;
  readonly created_by: string;
  readonly created_by_name: string;
  readonly created_by_unit: string;
  readonly created_at: Date;
}

/** Reads the versions of a type that the office made, the latest first. */
export const readVersions = async (sql: Sql, type: DocumentTypeName): Promise<TemplateVersion[]> => {
  const rows = await sql.query<Row>(
    `SELECT version, wording, effective_from, reason, restored_from, created_by, created_by_name, created_by_unit,
       created_at FROM document_template WHERE type = $1 ORDER BY version DESC`,
    [type],
  );
  return rows.map((row) => ({
    version: row.version,
    wording: row.wording,
    effectiveFrom: row.effective_from,
    reason: row.reason,
    restoredFrom: row.restored_from,
    createdBy: { accountId: row.created_by, name: row.created_by_name, unit: row.created_by_unit },
    createdAt: row.created_at,
  }));
};

/** Lets those who change the template of a type take turns until their transactions end. */
export const lockTemplate = async (tx: Transaction, type: DocumentTypeName): Promise<void> => {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtext('document-template'), hashtext($1))`, [type]);
};

export const addVersion = async (
  tx: Transaction,
  type: DocumentTypeName,
  added: Omit<TemplateVersion, 'createdBy' | 'createdAt' | 'effectiveFrom'> & {
    readonly effectiveFrom: string;
    readonly actor: Actor;
    readonly at: Date;
  },
): Promise<void> => {
  const { version, wording, effectiveFrom, reason, restoredFrom, actor, at } = added;
  await tx.query(
    `INSERT INTO document_template (type, version, wording, effective_from, reason, restored_from, created_by,
       created_by_name, created_by_unit, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      type,
      version,
      JSON.stringify(wording),
      effectiveFrom,
      reason,
      restoredFrom,
      actor.accountId,
      actor.name,
      actor.unit,
      at,
    ],
  );
};
