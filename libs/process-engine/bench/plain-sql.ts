import { Database } from '@landfall/persistence';
import { v7 as uuid } from 'uuid';

type Values = Record<string, unknown>;

/** The rows that the engine wrote for one event; plain SQL writes rows of the same shape and size. */
export interface EventRows {
  readonly instance: Values;
  readonly history: Values;
  readonly task: Values;
  readonly message: Values;
}

/** Reads back what the engine wrote for the newest event of an instance. */
export const readEventRows = async (database: Database, instanceId: string): Promise<EventRows> => {
  const one = async (sql: string): Promise<Values> => {
    const [row] = await database.query(sql, [instanceId]);
    if (!row) throw new Error('The engine wrote no row to copy');
    return row;
  };
  return {
    instance: await one('SELECT * FROM process_instance WHERE id = $1'),
    history: await one('SELECT * FROM process_history WHERE instance_id = $1 ORDER BY seq DESC LIMIT 1'),
    task: await one(`SELECT * FROM user_task WHERE instance_id = $1 AND state = 'created'`),
    message: await one(`SELECT * FROM outbox_message WHERE payload->>'instanceId' = $1::text ORDER BY id DESC LIMIT 1`),
  };
};

/**
 * The same event as anybody would write it: one transaction, one prepared statement per table, no engine, no decision.
 */
export class PlainSql {
  private readonly database: Database;

  constructor(
    url: string,
    connections: number,
    private readonly rows: EventRows,
  ) {
    this.database = new Database({ url, connections });
  }

  /** Closes `taskId` of an instance and opens the next one; answers the new task's id. */
  async event(instanceId: string, taskId: string): Promise<string> {
    const { instance, history, task, message } = this.rows;
    const client = await this.database.pool.connect();
    const run = (name: string, text: string, values: unknown[]) => client.query({ name, text, values });
    const next = uuid();
    const now = new Date();
    try {
      await client.query('BEGIN');
      const locked = await run('lock', 'SELECT rev FROM process_instance WHERE id = $1 FOR UPDATE', [instanceId]);
      const rev = Number((locked.rows[0] as { rev: number }).rev) + 1;
      await run(
        'instance',
        `UPDATE process_instance SET snapshot = $2, rev = $3, status = 'active', stage = $4, states = $5, tags = $6,
           closed_as = NULL, updated_at = $7, ended_at = NULL, work = $8 WHERE id = $1`,
        [
          instanceId,
          JSON.stringify(instance.snapshot),
          rev,
          instance.stage,
          instance.states,
          instance.tags,
          now,
          JSON.stringify(instance.work),
        ],
      );
      await run(
        'history',
        `INSERT INTO process_history (id, instance_id, seq, kind, event, payload, actor_id, actor_name, actor_unit,
           on_behalf_of, at, from_states, to_states, commands)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, NULL, $10, $11, $12, $13)`,
        [
          uuid(),
          instanceId,
          rev,
          history.kind,
          history.event,
          JSON.stringify(history.payload),
          history.actor_id,
          history.actor_name,
          history.actor_unit,
          now,
          history.from_states,
          history.to_states,
          JSON.stringify(history.commands),
        ],
      );
      await run(
        'close',
        `UPDATE user_task SET state = 'completed', assignee = $2, assignee_name = $2, claimed_at = $3, outcome = 'pass',
           form = '{}', completed_by = $2, completed_by_name = $2, ended_at = $3,
           live = false WHERE id = $1`,
        [taskId, 'bench', now],
      );
      await run(
        'open',
        `INSERT INTO user_task (id, item_id, live, instance_id, definition_key, definition_version, task_key, slot, state,
           candidate_group, stage, created_at, due_at, deadline, reminders)
         VALUES ($1, $1, true, $2, 'ring', 1, $3, '', 'created', $4, $5, $6, $7, $8, 0)`,
        [
          next,
          instanceId,
          task.task_key,
          task.candidate_group,
          task.stage,
          now,
          task.due_at,
          JSON.stringify(task.deadline),
        ],
      );
      await run('announce', 'INSERT INTO outbox_message (job, payload, created_at) VALUES ($1, $2, $3)', [
        message.job,
        JSON.stringify(message.payload),
        now,
      ]);
      await client.query('COMMIT');
      return next;
    } finally {
      client.release();
    }
  }

  async close(): Promise<void> {
    await this.database.close();
  }
}
