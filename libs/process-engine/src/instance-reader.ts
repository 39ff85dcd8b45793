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

interface TimerRow {
  instance_id: string;
  timer_key: string;
  due_at: Date;
}

/** Whoever is busy is shown as he was read last. */
const READS_AT_MOST = 3;

/** Reads instances for people; nothing here decides or locks. */
export class InstanceReader {
  constructor(
    private readonly sql: Sql,
    private readonly definitions: DefinitionRegistry,
  ) {}

  async view(id: string, actor: Actor): Promise<InstanceView | undefined> {
    const [view] = await this.views([id], actor);
    return view;
  }

  /** Many instances for one list; those that there are, in no particular order. */
  async views(ids: readonly string[], actor: Actor): Promise<InstanceView[]> {
    if (ids.length === 0) return [];
    const rows = await this.sql.query<InstanceRow>('SELECT * FROM process_instance WHERE id = ANY($1::uuid[])', [ids]);
    const timers = await this.sql.query<TimerRow>(
      `SELECT instance_id, timer_key, due_at FROM timer
       WHERE instance_id = ANY($1::uuid[]) AND state = 'armed' ORDER BY due_at`,
      [ids],
    );
    return rows.map((row) => this.viewOf(row, timers, actor));
  }

  /**
   * What several statements say of one instance, all of the same step: where a step came between them, they are asked again.
   *
   * Without it a page could show the task of a new stage under the name of the old one.
   */
  async ofOneStep<Answer>(id: string, read: () => Promise<Answer>): Promise<Answer> {
    let before = await this.revOf(id);
    for (let reads = 1; ; reads += 1) {
      const answer = await read();
      const after = await this.revOf(id);
      if (after === before || reads === READS_AT_MOST) return answer;
      before = after;
    }
  }

  private async revOf(id: string): Promise<number | undefined> {
    const [row] = await this.sql.query<{ rev: number }>('SELECT rev FROM process_instance WHERE id = $1', [id]);
    return row?.rev;
  }

  private viewOf(row: InstanceRow, timers: readonly TimerRow[], actor: Actor): InstanceView {
    const definition = this.definitions.get(row.definition_key, row.definition_version);
    const snapshot = restore(definition.machine, row.snapshot);
    const context = snapshot.context as Readonly<Record<string, unknown>>;
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
      timers: timers
        .filter(({ instance_id }) => instance_id === row.id)
        .map(({ timer_key, due_at }) => ({ key: timer_key, delay: delayOf(timer_key), dueAt: due_at })),
    };
  }
}

/** Whether an active state listens to the event at all; its guards may still say no to a particular form. */
const takes = (snapshot: AnyMachineSnapshot, type: string): boolean =>
  snapshot.status === 'active' && snapshot._nodes.some((node) => node.ownEvents.includes(type));
