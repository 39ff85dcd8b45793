import type { Sql } from '@landfall/persistence';
import { type Actor, restore } from '@landfall/process-definition';
import type { AnyMachineSnapshot } from 'xstate';
import type { DefinitionRegistry } from './definition/definition-registry';
import { delayOf } from './timer/timer-handlers';

/** An instance as its page shows it. */
export interface InstanceView {
  readonly id: string;
  readonly definition: { readonly key: string; readonly version: number };
  readonly states: readonly string[];
  readonly tags: readonly string[];
  readonly stage: string | null;
  readonly status: 'active' | 'done';
  readonly closedAs: string | null;
  readonly rev: number;
  readonly context: Readonly<Record<string, unknown>>;
  /** The instance events that the machine takes now and the actor's posts allow. */
  readonly offeredEvents: readonly string[];
  readonly timers: readonly { readonly key: string; readonly delay: string; readonly dueAt: Date }[];
}

interface InstanceRow {
  id: string;
  definition_key: string;
  definition_version: number;
  snapshot: unknown;
  states: string[];
  tags: string[];
  stage: string | null;
  status: 'active' | 'done';
  closed_as: string | null;
  rev: number;
}

/** Reads instances for people; nothing here decides or locks. */
export class InstanceReader {
  constructor(
    private readonly sql: Sql,
    private readonly definitions: DefinitionRegistry,
  ) {}

  async view(id: string, actor: Actor): Promise<InstanceView | undefined> {
    const [row] = await this.sql.query<InstanceRow>('SELECT * FROM process_instance WHERE id = $1', [id]);
    if (!row) return undefined;
    const definition = this.definitions.get(row.definition_key, row.definition_version);
    const snapshot = restore(definition.machine, row.snapshot);
    const context = snapshot.context as Readonly<Record<string, unknown>>;
    const timers = await this.sql.query<{ timer_key: string; due_at: Date }>(
      `SELECT timer_key, due_at FROM timer WHERE instance_id = $1 AND state = 'armed' ORDER BY due_at`,
      [id],
    );
    return {
      id: row.id,
      definition: { key: row.definition_key, version: row.definition_version },
      states: row.states,
      tags: row.tags,
      stage: row.stage,
      status: row.status,
      closedAs: row.closed_as,
      rev: row.rev,
      context,
      offeredEvents: Object.entries(definition.events)
        .filter(
          ([type, event]) =>
            takes(snapshot, type) && event.allowedGroups(context).some((group) => actor.groups.includes(group)),
        )
        .map(([type]) => type),
      timers: timers.map(({ timer_key, due_at }) => ({ key: timer_key, delay: delayOf(timer_key), dueAt: due_at })),
    };
  }
}

/** Whether an active state listens to the event at all; its guards may still say no to a particular form. */
const takes = (snapshot: AnyMachineSnapshot, type: string): boolean =>
  snapshot.status === 'active' && snapshot._nodes.some((node) => node.ownEvents.includes(type));
