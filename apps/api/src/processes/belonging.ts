import type { Database } from '@landfall/persistence';
import type { DefinitionRegistry } from '@landfall/process-engine';

/** What an instance is about: the instance it belongs to, else itself, and its own subject in a few words. */
export interface Belonging {
  readonly subjectId: string;
  readonly subject: string;
}

interface Row {
  readonly id: string;
  readonly belongs_to: string | null;
  readonly definition_key: string;
  readonly definition_version: number;
  readonly context: Readonly<Record<string, unknown>>;
}

/** Reads what some instances are about: an issue is about its project. */
export const belongingOf = async (
  database: Database,
  definitions: DefinitionRegistry,
  instanceIds: readonly string[],
): Promise<ReadonlyMap<string, Belonging>> => {
  if (instanceIds.length === 0) return new Map();
  const rows = await database.query<Row>(
    `SELECT id, belongs_to, definition_key, definition_version, snapshot -> 'context' AS context
     FROM process_instance WHERE id = ANY($1::uuid[])`,
    [instanceIds],
  );
  return new Map(
    rows.map(({ id, belongs_to, definition_key, definition_version, context }) => [
      id,
      {
        subjectId: belongs_to ?? id,
        subject: definitions.get(definition_key, definition_version).subject?.(context) ?? '',
      },
    ]),
  );
};
