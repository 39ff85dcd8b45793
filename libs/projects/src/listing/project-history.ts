import type { Sql } from '@landfall/persistence';
import { isSystem, type LocalizedText, type ProcessDefinition } from '@landfall/process-definition';
import type { DefinitionRegistry } from '@landfall/process-engine';
import { readCursor, writeCursor } from './cursor';
import { isOnTask, titleOf } from './history-title';

/** One entry of a project's history as people read it. */
export interface HistoryItem {
  readonly id: string;
  readonly seq: number;
  readonly at: string;
  readonly kind: string;
  readonly event: string;
  readonly title: LocalizedText;
  readonly actor:
    | { readonly accountId: string; readonly name: string; readonly unit: string }
    | { readonly system: true };
  readonly onBehalfOf: string | null;
  /** Which share of its task it is about; empty where that is said by the task alone. */
  readonly slot: string;
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly form: Readonly<Record<string, unknown>> | null;
  readonly commands: readonly { readonly type: string; readonly summary: string | null }[];
}

export interface HistoryPage {
  readonly items: readonly HistoryItem[];
  readonly nextCursor: string | null;
}

interface HistoryRow {
  readonly id: string;
  readonly seq: number;
  readonly kind: string;
  readonly event: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly actor_id: string;
  readonly actor_name: string;
  readonly actor_unit: string;
  readonly on_behalf_of: string | null;
  readonly at: Date;
  readonly from_states: readonly string[];
  readonly to_states: readonly string[];
  readonly commands: readonly { readonly type: string; readonly params?: Readonly<Record<string, unknown>> }[];
  readonly definition_key: string;
  readonly definition_version: number;
  /** The version under which the entry was written, where the instance has come over to a later one since. */
  readonly written_under: number | null;
}

/** What a confidential project does not tell those outside, wherever it stands in its history. */
const CONFIDENTIAL = new Set(['investorName', 'investorUscc', 'contact']);

/**
 * Reads what happened to a project, newest first, with titles from the texts of the version that each entry was
 * written under.
 *
 * @param insider whether the reader may know a confidential investor
 */
export const readHistory = async (
  sql: Sql,
  definitions: DefinitionRegistry,
  projectId: string,
  page: { readonly limit: number; readonly cursor?: string | undefined },
  insider: boolean,
): Promise<HistoryPage> => {
  const before = page.cursor ? Number(readCursor(page.cursor, 'number').value) : null;
  const rows = await sql.query<HistoryRow>(
    `SELECT h.*, i.definition_key, i.definition_version,
       (SELECT (m.payload ->> 'from')::int FROM process_history m
        WHERE m.instance_id = h.instance_id AND m.kind = 'migrated' AND m.seq > h.seq
        ORDER BY m.seq LIMIT 1) AS written_under
     FROM process_history h JOIN process_instance i ON i.id = h.instance_id
     WHERE h.instance_id = $1 AND ($2::int IS NULL OR h.seq < $2) ORDER BY h.seq DESC LIMIT $3`,
    [projectId, before, page.limit + 1],
  );
  const shown = rows.slice(0, page.limit);
  const last = rows.length > page.limit ? shown.at(-1) : undefined;
  return {
    items: shown.map((row) =>
      itemOf(row, definitions.get(row.definition_key, row.written_under ?? row.definition_version), insider),
    ),
    nextCursor: last ? writeCursor({ value: String(last.seq), id: last.id }) : null,
  };
};

const itemOf = (row: HistoryRow, definition: ProcessDefinition, insider: boolean): HistoryItem => ({
  id: row.id,
  seq: row.seq,
  at: row.at.toISOString(),
  kind: row.kind,
  event: row.event,
  title: titleOf(row, definition),
  actor: isSystem({ accountId: row.actor_id })
    ? { system: true }
    : { accountId: row.actor_id, name: row.actor_name, unit: row.actor_unit },
  onBehalfOf: row.on_behalf_of,
  slot: typeof row.payload.slot === 'string' ? row.payload.slot : '',
  from: row.from_states,
  to: row.to_states,
  form: formOf(row, insider),
  commands: row.commands
    .filter(({ type }) => !HOUSEKEEPING.has(type))
    .map(({ type, params }) => ({ type, summary: summaryOf(type, params ?? {}) })),
});

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What was filled in; a start shows the lead's own facts. */
const formOf = (row: HistoryRow, insider: boolean): Readonly<Record<string, unknown>> | null => {
  const { form, input, report, filer, ...rest } = row.payload;
  const shown = isRecord(form)
    ? form
    : isRecord(input)
      ? pick(input)
      : row.kind === 'event' && form === undefined
        ? rest
        : isOnTask(row.kind)
          ? said(row.payload)
          : null;
  if (shown === null || Object.keys(shown).length === 0) return null;
  return insider ? shown : Object.fromEntries(Object.entries(shown).filter(([name]) => !CONFIDENTIAL.has(name)));
};

/** Why somebody did something with a task, in his own words. */
const said = ({ reason, note }: Readonly<Record<string, unknown>>): Record<string, unknown> => ({
  ...(typeof reason === 'string' && reason !== '' ? { reason } : {}),
  ...(typeof note === 'string' && note !== '' ? { note } : {}),
});

const LEAD_FACTS = ['projectName', 'investorName', 'industryFocus', 'totalInvestment', 'landingUnit', 'capitalType'];

const pick = (input: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    LEAD_FACTS.flatMap((name) => (input[name] == null || input[name] === '' ? [] : [[name, input[name]]])),
  );

/** Commands that keep the process itself going and tell a reader nothing. */
const HOUSEKEEPING = new Set(['startTimer', 'cancelTimer', 'cancelUserTask', 'checkDuplicates', 'recordMeeting']);

const summaryOf = (type: string, params: Readonly<Record<string, unknown>>): string | null => {
  const texts: Readonly<Record<string, () => unknown>> = {
    openUserTask: () => params.task,
    remindUserTask: () => params.task,
    escalateUserTask: () => params.group,
    recordMilestone: () => `${String(params.milestone)} ${String(params.on)}`,
    recordLevel: () => params.level,
    assignTaskForces: () => params.leadTaskForce,
    markDuplicate: () => params.of,
    recordFacts: () => (isRecord(params.facts) ? Object.keys(params.facts).join(', ') : null),
  };
  const summary = texts[type]?.();
  return typeof summary === 'string' && summary !== '' ? summary : null;
};
