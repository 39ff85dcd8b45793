import type { FormValues, ProcessDefinition } from '@landfall/process-definition';
import { engineJobs, Inbox, type ProcessEngineOptions } from '../../src';
import { EngineUnderTest } from '../engine-under-test';
import { of } from './pattern-world';

/** Pattern processes on a real engine and database, with what the outbox carries between them delivered on demand. */
export class PatternEngine {
  readonly inbox: Inbox;

  private constructor(readonly world: EngineUnderTest) {
    this.inbox = new Inbox(world.sql, world.engine.definitions);
  }

  static async open(
    definitions: readonly ProcessDefinition[],
    options: Partial<ProcessEngineOptions> = {},
  ): Promise<PatternEngine> {
    return new PatternEngine(await EngineUnderTest.open({ definitions, ...options }));
  }

  get engine() {
    return this.world.engine;
  }

  async start(definition: string, input: Readonly<Record<string, unknown>> = {}, key?: string): Promise<string> {
    const { instanceId } = await this.engine.start({
      definition,
      input,
      actor: of('starter'),
      ...(key === undefined ? {} : { correlationKey: key }),
    });
    return instanceId;
  }

  /** Completes the open task of a key by somebody of its group. */
  async finish(instanceId: string, key: string, outcome = 'done', form: FormValues = {}): Promise<void> {
    const task = await this.world.openTask(instanceId, key);
    const actor = of(await this.groupOf(task.id));
    await this.engine.completeTask({
      taskId: task.id,
      outcome,
      form,
      actor: task.assignee ? { ...actor, accountId: task.assignee } : actor,
    });
  }

  /** Carries out everything in the outbox, and what that puts there, until it is empty. */
  async deliver(): Promise<number> {
    const jobs = engineJobs(this.engine);
    for (let delivered = 0; ; delivered += 1) {
      const [message] = await this.world.sql.query<{ id: string; job: string; payload: Record<string, unknown> }>(
        'SELECT id, job, payload FROM outbox_message ORDER BY id LIMIT 1',
      );
      if (!message) return delivered;
      await jobs[message.job]?.(message.payload, message);
      await this.world.sql.query('DELETE FROM outbox_message WHERE id = $1', [message.id]);
    }
  }

  async idOf(definition: string, key: string): Promise<string> {
    const id = await this.engine.correlate(definition, key);
    if (id === undefined) throw new Error(`There is no '${definition}' of key '${key}'`);
    return id;
  }

  async states(instanceId: string): Promise<readonly string[]> {
    return (await this.world.instance(instanceId))?.states ?? [];
  }

  close(): Promise<void> {
    return this.world.close();
  }

  private async groupOf(taskId: string): Promise<string> {
    const [row] = await this.world.sql.query<{ candidate_group: string }>(
      'SELECT candidate_group FROM user_task WHERE id = $1',
      [taskId],
    );
    return row?.candidate_group ?? '';
  }
}
