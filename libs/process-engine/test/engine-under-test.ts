import { ManualClock } from '@landfall/clock';
import { Database } from '@landfall/persistence';
import type { Actor, ProcessDefinition } from '@landfall/process-definition';
import { createTestDatabase, type TestDatabase } from '../../../test/environment/test-database';
import { ProcessEngine, type ProcessEngineOptions } from '../src';
import { purchaseRequest } from './purchase-request.definition';

export const person = (name: string, ...groups: string[]): Actor => ({
  accountId: name,
  name,
  unit: name.split('.')[0] ?? name,
  groups,
});

export const BOSS = person('boss.head', 'boss.head');
export const SECOND_BOSS = person('boss.deputy', 'boss.head');
export const SIGNER_A = person('a.signer', 'a.signer');
export const SIGNER_B = person('b.signer', 'b.signer');
export const BUYER = person('buyer.staff', 'buyer.staff');

export const FORMATS = { 'positive-money': (value: string) => /^\d+(\.\d{1,4})?$/.test(value) && Number(value) > 0 };

/** Engines on one real database, each with connections of its own, as several processes would have. */
export class EngineUnderTest {
  readonly clock = new ManualClock(new Date('2026-03-02T01:00:00.000Z'));
  readonly engines: ProcessEngine[] = [];
  private readonly databases: Database[] = [];

  private constructor(readonly database: TestDatabase) {}

  static async open(options: Partial<ProcessEngineOptions> = {}): Promise<EngineUnderTest> {
    const world = new EngineUnderTest(await createTestDatabase());
    await world.addEngine(options);
    return world;
  }

  get engine(): ProcessEngine {
    const [engine] = this.engines;
    if (!engine) throw new Error('There is no engine');
    return engine;
  }

  get sql(): Database {
    const [database] = this.databases;
    if (!database) throw new Error('There is no database');
    return database;
  }

  async addEngine(
    options: Partial<ProcessEngineOptions> = {},
    definitions: readonly ProcessDefinition[] = [purchaseRequest],
  ): Promise<ProcessEngine> {
    const database = new Database({ url: this.database.url, connections: 6 });
    this.databases.push(database);
    const engine = new ProcessEngine({
      database,
      clock: this.clock,
      definitions,
      commandHandlers: [],
      formFormats: FORMATS,
      supervisorsOf: (group) => [`${group.split('.')[0]}.chief`],
      ...options,
    });
    await engine.open();
    this.engines.push(engine);
    return engine;
  }

  async start(clientKey?: string): Promise<string> {
    const receipt = await this.engine.start({
      definition: 'purchase-request',
      input: { buyer: 'buyer.staff' },
      actor: BUYER,
      ...(clientKey === undefined ? {} : { clientKey }),
    });
    return receipt.instanceId;
  }

  /** Brings a new instance to `signing`. */
  async startSigning(): Promise<string> {
    const id = await this.start();
    await this.approve(id);
    return id;
  }

  async approve(instanceId: string): Promise<void> {
    const task = await this.openTask(instanceId, 'approval');
    await this.engine.completeTask({ taskId: task.id, outcome: 'approve', form: { amount: '10' }, actor: BOSS });
  }

  async tasks(instanceId: string) {
    return this.sql.query<{
      id: string;
      task_key: string;
      slot: string;
      state: string;
      assignee: string | null;
      outcome: string | null;
      reminders: number;
      due_at: Date;
    }>('SELECT * FROM user_task WHERE instance_id = $1 ORDER BY created_at, id', [instanceId]);
  }

  async openTask(instanceId: string, key: string, slot = '') {
    const task = (await this.tasks(instanceId)).find(
      (row) => row.task_key === key && row.slot === slot && ['created', 'claimed'].includes(row.state),
    );
    if (!task) throw new Error(`There is no open task '${key}'`);
    return task;
  }

  async timers(instanceId: string) {
    return this.sql.query<{ id: string; timer_key: string; state: string; due_at: Date }>(
      'SELECT * FROM timer WHERE instance_id = $1 ORDER BY armed_at, id',
      [instanceId],
    );
  }

  async history(instanceId: string) {
    return this.sql.query<{
      seq: number;
      kind: string;
      event: string;
      from_states: string[];
      to_states: string[];
      payload: Record<string, unknown>;
      actor_id: string;
      commands: { type: string }[];
    }>('SELECT * FROM process_history WHERE instance_id = $1 ORDER BY seq', [instanceId]);
  }

  async instance(instanceId: string) {
    const [row] = await this.sql.query<{
      rev: number;
      states: string[];
      status: string;
      stage: string;
      closed_as: string | null;
    }>('SELECT * FROM process_instance WHERE id = $1', [instanceId]);
    return row;
  }

  async close(): Promise<void> {
    for (const engine of this.engines) await engine.close();
    for (const database of this.databases) await database.close();
    await this.database.drop();
  }
}
