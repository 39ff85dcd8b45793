import type { Sql } from '@landfall/persistence';
import type { DefinitionRegistry } from '@landfall/process-engine';
import { projectLabels } from '@landfall/projects';

interface Belonging {
  readonly id: string;
  readonly belongs_to: string | null;
}

interface Told {
  readonly id: string;
  readonly definition_key: string;
  readonly definition_version: number;
  readonly context: Readonly<Record<string, unknown>>;
}

/**
 * What processes are called in a sentence about their tasks: a project, or whatever is about a project, by the project's
 * name; the others (meetings, orders without a project) as their definitions say.
 */
export const subjectsOf = async (
  sql: Sql,
  definitions: DefinitionRegistry,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  if (ids.length === 0) return new Map();
  const belongings = await sql.query<Belonging>(
    'SELECT id, belongs_to FROM process_instance WHERE id = ANY($1::uuid[])',
    [ids],
  );
  const labels = await projectLabels(sql, [...new Set(belongings.map(({ id, belongs_to }) => belongs_to ?? id))]);
  const subjects = new Map<string, string>();
  for (const { id, belongs_to } of belongings) {
    const project = labels.get(belongs_to ?? id);
    if (project !== undefined) subjects.set(id, project.name);
  }
  const others = belongings.flatMap(({ id, belongs_to }) => (belongs_to === null && !subjects.has(id) ? [id] : []));
  if (others.length === 0) return subjects;
  const rows = await sql.query<Told>(
    `SELECT id, definition_key, definition_version, snapshot->'context' AS context
     FROM process_instance WHERE id = ANY($1::uuid[])`,
    [others],
  );
  for (const { id, definition_key, definition_version, context } of rows) {
    const said = definitions.get(definition_key, definition_version).subject?.(context);
    if (said !== undefined) subjects.set(id, said);
  }
  return subjects;
};
