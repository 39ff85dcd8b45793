import { isDeepStrictEqual } from 'node:util';
import {
  changeDeadlines,
  type DeadlineArithmetic,
  type DeadlineChange,
  dayOf,
  daysBetween,
  type WorkingCalendar,
} from '@landfall/calendar';
import type { Sql, Transaction } from '@landfall/persistence';
import type { Actor } from '@landfall/process-definition';
import { v7 as uuid } from 'uuid';
import { countBack, isCountedBack } from '../countdown';
import { readStandingDeadlines, type StandingDeadline } from './open-deadlines';

/** What another calendar makes of an open deadline: it moves, or it stays and is told otherwise. */
export interface DeadlineMove extends Omit<StandingDeadline, 'dueAt' | 'arithmetic'> {
  readonly before: Date;
  readonly after: Date;
  /** Calendar days in Asia/Shanghai; negative when it becomes earlier. */
  readonly daysMoved: number;
  /** How the new due time comes about. */
  readonly arithmetic: DeadlineArithmetic;
}

export interface DeadlineChanges {
  /** By the due time before. */
  readonly moved: readonly DeadlineMove[];
  /** Those whose due time stays and whose arithmetic changes, such as one that is no longer provisional. */
  readonly confirmed: readonly DeadlineMove[];
}

/** Tells what another calendar would make of every open deadline; nothing is written. */
export const previewDeadlineChanges = async (sql: Sql, calendar: WorkingCalendar): Promise<DeadlineChanges> =>
  changesBy(await readStandingDeadlines(sql), calendar);

/**
 * Counts every open deadline by another calendar and writes what changes: tasks, timers, one history entry for each
 * touched instance (`deadlinesMoved`) and its revision, so that no process decides on what it remembers.
 *
 * Doing it again with the same calendar changes nothing. The instances are locked in id order, like those of a commit.
 */
export const applyDeadlineChanges = async (
  tx: Transaction,
  calendar: WorkingCalendar,
  by: { readonly actor: Actor; readonly at: Date },
): Promise<DeadlineChanges> => {
  const foreseen = await previewDeadlineChanges(tx, calendar);
  const ids = [...new Set(everyOne(foreseen).map(({ instanceId }) => instanceId))].sort();
  if (ids.length === 0) return NO_CHANGES;
  await tx.query('SELECT id FROM process_instance WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE', [ids]);
  // What happened to the instances while their locks were waited for is seen by a statement of its own only.
  const changes = changesBy(await readStandingDeadlines(tx, ids), calendar);
  await writeDeadlines(tx, changes);
  await writeHistory(tx, changes, calendar.version, by);
  return changes;
};

const NO_CHANGES: DeadlineChanges = { moved: [], confirmed: [] };

const everyOne = ({ moved, confirmed }: DeadlineChanges): DeadlineMove[] => [...moved, ...confirmed];

const changesBy = (standing: readonly StandingDeadline[], calendar: WorkingCalendar): DeadlineChanges => {
  const byId = new Map(standing.map((deadline) => [deadline.id, deadline]));
  const counted = standing.filter(({ arithmetic }) => !isCountedBack(arithmetic));
  const changed = new Map(
    [...changeDeadlines(counted, calendar), ...standing.flatMap((deadline) => countedBackBy(deadline, calendar))].map(
      (change) => [change.id, change],
    ),
  );
  // In the order they were read in, by due time, however they are counted.
  const inOrder = standing.flatMap(({ id }) => changed.get(id) ?? []);
  const changes = inOrder.flatMap(({ id, before, after, daysMoved, deadline }) => {
    const known = byId.get(id);
    if (!known) return [];
    const { dueAt, arithmetic, ...about } = known;
    return [{ ...about, before, after, daysMoved, arithmetic: deadline.arithmetic }];
  });
  const moves = ({ before, after }: DeadlineMove) => before.getTime() !== after.getTime();
  return { moved: changes.filter(moves), confirmed: changes.filter((change) => !moves(change)) };
};

/** What another calendar makes of a timer that is counted back from a date; nothing where it changes nothing. */
const countedBackBy = ({ id, dueAt, arithmetic }: StandingDeadline, calendar: WorkingCalendar): DeadlineChange[] => {
  if (!isCountedBack(arithmetic)) return [];
  const next = countBack(arithmetic, calendar);
  const after = new Date(next.dueAt);
  const stays = after.getTime() === dueAt.getTime() && next.provisional === arithmetic.provisional;
  if (
    stays &&
    isDeepStrictEqual(next.skipped, arithmetic.skipped) &&
    isDeepStrictEqual(next.makeUp, arithmetic.makeUp)
  ) {
    return [];
  }
  const daysMoved = daysBetween(dayOf(dueAt), dayOf(after));
  return [{ id, before: dueAt, after, daysMoved, deadline: { dueAt: after, arithmetic: next } }];
};

const writeDeadlines = async (tx: Transaction, changes: DeadlineChanges): Promise<void> => {
  for (const [subject, table] of [
    ['userTask', 'user_task'],
    ['timer', 'timer'],
  ] as const) {
    const rows = everyOne(changes)
      .filter((change) => change.subject === subject)
      .map(({ id, after, arithmetic }) => ({ id, due_at: after.toISOString(), deadline: arithmetic }));
    if (rows.length === 0) continue;
    await tx.query(
      `UPDATE ${table} t SET due_at = r.due_at, deadline = r.deadline
       FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, due_at timestamptz, deadline jsonb) WHERE t.id = r.id`,
      [JSON.stringify(rows)],
    );
  }
};

/** `updated_at` stays: nobody has worked on these instances. */
const writeHistory = async (
  tx: Transaction,
  changes: DeadlineChanges,
  version: number,
  { actor, at }: { readonly actor: Actor; readonly at: Date },
): Promise<void> => {
  const ids = [...new Set(everyOne(changes).map(({ instanceId }) => instanceId))];
  const entries = ids.map((id) => ({
    id,
    history_id: uuid(),
    payload: {
      calendarVersion: version,
      moved: changes.moved.filter(({ instanceId }) => instanceId === id).map(toldInHistory),
      confirmed: changes.confirmed.filter(({ instanceId }) => instanceId === id).map(toldInHistory),
    },
  }));
  await tx.query(
    `WITH touched AS (
       UPDATE process_instance i SET rev = i.rev + 1
       FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, history_id uuid, payload jsonb)
       WHERE i.id = r.id RETURNING i.id, i.rev, i.states, r.history_id, r.payload
     )
     INSERT INTO process_history (id, instance_id, seq, kind, event, payload, actor_id, actor_name, actor_unit,
       on_behalf_of, at, from_states, to_states, commands)
     SELECT history_id, id, rev, 'deadlinesMoved', 'deadlinesMoved', payload, $2, $3, $4, $5, $6, states, states, '[]'
     FROM touched`,
    [JSON.stringify(entries), actor.accountId, actor.name, actor.unit, actor.onBehalfOf ?? null, at],
  );
};

const toldInHistory = ({ subject, id, key, slot, before, after }: DeadlineMove) => ({
  subject,
  id,
  key,
  slot,
  before: before.toISOString(),
  after: after.toISOString(),
});
