import type { Sql } from '@landfall/persistence';
import { type LocalizedText, Rejection } from '@landfall/process-definition';
import { v7 } from 'uuid';

export interface UnitRename {
  readonly code: string;
  readonly name: LocalizedText;
  readonly shortName: string;
  /** The first day of the new name, YYYY-MM-DD. */
  readonly on: string;
}

/**
 * Gives a unit a new name from a day on; the old name stays an alias, and stays the name of the days before.
 *
 * @throws Rejection `ORGANIZATION_UNIT.NOT_FOUND` (404), `ORGANIZATION_UNIT.DATE_TAKEN` (409) when the present name is no
 * older than that day or an end of the unit is already planned.
 */
export const renameUnit = async (tx: Sql, rename: UnitRename): Promise<void> => {
  const [current] = await tx.query<{ id: string; valid_from: string; valid_to: string | null }>(
    `SELECT id, valid_from, valid_to FROM organization_unit WHERE code = $1 ORDER BY valid_from DESC LIMIT 1 FOR UPDATE`,
    [rename.code],
  );
  if (current === undefined) {
    throw new Rejection({
      code: 'ORGANIZATION_UNIT.NOT_FOUND',
      status: 404,
      message: `Expected to rename unit '${rename.code}', but there is no such unit`,
      params: { unit: rename.code },
    });
  }
  if (current.valid_from >= rename.on || current.valid_to !== null) {
    throw new Rejection({
      code: 'ORGANIZATION_UNIT.DATE_TAKEN',
      status: 409,
      message: `Expected to rename unit '${rename.code}' from ${rename.on}, but its last entry begins on ${current.valid_from} and ends on ${current.valid_to ?? 'no day'}`,
      params: { unit: rename.code, on: rename.on },
    });
  }
  await tx.query('UPDATE organization_unit SET valid_to = $2 WHERE id = $1', [current.id, rename.on]);
  await tx.query(
    `INSERT INTO organization_unit (id, code, kind, name_zh, name_en, short_name, stat_code, stat_name, aliases,
                                    parent_code, is_member, duties, sort_order, valid_from)
     SELECT $2, code, kind, $3, $4, $5, stat_code, stat_name,
            ARRAY(SELECT DISTINCT unnest(aliases || ARRAY[name_zh, short_name])), parent_code, is_member, duties,
            sort_order, $6
     FROM organization_unit WHERE id = $1`,
    [current.id, v7(), rename.name.zh, rename.name.en, rename.shortName, rename.on],
  );
};
