import { ManualClock } from '@landfall/clock';
import { queueCommandHandlers } from '@landfall/meetings';
import { Outbox } from '@landfall/outbox';
import { Database } from '@landfall/persistence';
import type { Actor, FormValues, Notify } from '@landfall/process-definition';
import { type CommandHandlers, engineJobs, ProcessEngine, TimerSweeper } from '@landfall/process-engine';
import {
  constraintRejections,
  formFormats,
  type LeadBody,
  Leads,
  projectCommandHandlers,
  projectJobs,
} from '@landfall/projects';
import { createTestDatabase, type TestDatabase } from '../../../test/environment/test-database';
import { investmentProject } from '../../../workflows/investment-project';
import { issue } from '../../../workflows/issue';
import { supervisionItem } from '../../../workflows/supervision-item';
import { routingUnderTest } from '../../projects/test/routing-under-test';
import {
  Issues,
  issueCommandHandlers,
  issueConstraintRejections,
  repeatableSupervisionCommands,
  SupervisionItems,
  supervisionItemCommandHandlers,
  supervisionItemJobs,
} from '../src';

export const person = (name: string, ...groups: string[]): Actor => {
  const unit = (name.split('.')[0] ?? name).toUpperCase();
  return { accountId: name, name, unit, groups: groups.length > 0 ? groups : [`${unit}.${name.split('.')[1]}`] };
};

export const TASK_FORCE = person('d01.specialist');
export const LANDING = person('z01.coordinator');
export const OFFICE = person('lgo.staff');
export const DIRECTOR = person('lgo.director', 'LGO.director', 'LGO.staff', 'LGO.supervisor');
export const OFFICER = person('lgo.supervisor');
export const DEPUTY = person('lg.deputy');
export const EXECUTIVE = person('lg.exec');
export const LEADER = person('lg.leader');
export const PLANNING = person('d12.specialist');

type Job = (payload: Readonly<Record<string, unknown>>, message: { readonly id: string }) => Promise<void>;

/** Supervision on a real database with the real engine and processes; jobs run by hand, time moves by hand. */
export class SupervisionUnderTest {
  readonly leads: Leads;
  readonly issues: Issues;
  readonly items: SupervisionItems;
  readonly sweeper: TimerSweeper;
  private readonly jobs: Readonly<Record<string, Job>>;

  private constructor(
    private readonly testDatabase: TestDatabase,
    readonly sql: Database,
    readonly engine: ProcessEngine,
    readonly clock: ManualClock,
    /** What people were told, in order. */
    readonly notices: readonly Notify[],
  ) {
    const parts = { database: sql, clock, engine };
    const projects = { ...parts, routing: routingUnderTest };
    this.leads = new Leads(projects);
    this.issues = new Issues(parts);
    this.items = new SupervisionItems(parts);
    this.sweeper = new TimerSweeper(sql, clock, engine, { intervalMs: 5 });
    this.jobs = {
      ...engineJobs(engine),
      ...projectJobs({ ...projects, outbox: new Outbox(clock) }),
      ...supervisionItemJobs(parts),
    };
  }

  static async open(): Promise<SupervisionUnderTest> {
    const testDatabase = await createTestDatabase();
    const sql = new Database({ url: testDatabase.url, connections: 8 });
    const clock = new ManualClock(new Date('2026-11-23T02:00:00.000Z'));
    const notices: Notify[] = [];
    const listening: CommandHandlers = {
      notify: (_changes, command) => {
        notices.push(command.params as unknown as Notify);
      },
    };
    const engine = new ProcessEngine({
      database: sql,
      clock,
      definitions: [...investmentProject, ...issue, ...supervisionItem],
      commandHandlers: [
        ...[projectCommandHandlers, issueCommandHandlers, supervisionItemCommandHandlers],
        ...[queueCommandHandlers, listening],
      ],
      constraintRejections: { ...constraintRejections, ...issueConstraintRejections },
      formFormats: formFormats(routingUnderTest),
      overseersOf: () => ['LGO.supervisor'],
      repeatableCommands: repeatableSupervisionCommands,
    });
    await engine.open();
    return new SupervisionUnderTest(testDatabase, sql, engine, clock, notices);
  }

  /** Registers a project led by D01 and landing in Z01, or elsewhere. */
  async project(name: string, change: Partial<LeadBody> = {}): Promise<string> {
    const { projectId } = await this.leads.register(TASK_FORCE, {
      projectName: name,
      investorName: `${name}投资方`,
      industryFocus: '新能源',
      totalInvestment: '52000',
      landingUnit: 'Z01',
      sourceType: 'taskForce',
      contact: '无',
      brief: '建设示范线。',
      ...change,
    });
    return projectId;
  }

  raise(projectId: string, change: { type?: string; urgent?: boolean; actor?: Actor; clientKey?: string } = {}) {
    const { actor = LANDING, ...rest } = change;
    const body = { projectId, type: 'site', title: '供地批次未排定', tried: '已两次与规划资源部门对接', ...rest };
    return this.issues.raise(actor, body);
  }

  /** Completes the open task of a kind; `slot` tells shares apart. */
  async complete(
    instanceId: string,
    task: string,
    outcome: string,
    actor: Actor,
    form: FormValues = {},
    slot?: string,
  ) {
    const [open] = await this.sql.query<{ id: string }>(
      `SELECT id FROM user_task WHERE instance_id = $1 AND task_key = $2 AND state IN ('created', 'claimed')
         AND ($3::text IS NULL OR slot = $3) ORDER BY seq LIMIT 1`,
      [instanceId, task, slot ?? null],
    );
    if (!open) throw new Error(`There is no open task '${task}'`);
    return this.engine.completeTask({ taskId: open.id, outcome, form, actor });
  }

  async states(instanceId: string): Promise<string> {
    const [row] = await this.sql.query<{ states: string[] }>('SELECT states FROM process_instance WHERE id = $1', [
      instanceId,
    ]);
    return row?.states.join(' ') ?? '';
  }

  async openTasks(instanceId: string): Promise<string[]> {
    const rows = await this.sql.query<{ task_key: string; candidate_group: string }>(
      `SELECT task_key, candidate_group FROM user_task WHERE instance_id = $1 AND state IN ('created', 'claimed')
       ORDER BY seq, candidate_group DESC`,
      [instanceId],
    );
    return rows.map(({ task_key, candidate_group }) => `${task_key} ${candidate_group}`);
  }

  async armed(instanceId: string): Promise<{ delay: string; dueAt: Date }[]> {
    const rows = await this.sql.query<{ timer_key: string; due_at: Date }>(
      `SELECT timer_key, due_at FROM timer WHERE instance_id = $1 AND state = 'armed' ORDER BY due_at, id`,
      [instanceId],
    );
    return rows.map(({ timer_key, due_at }) => ({ delay: timer_key.split('.')[2] ?? timer_key, dueAt: due_at }));
  }

  /** Moves the clock to the instant at which the next timer of an instance is due, and sweeps; answers what fired when. */
  async passTime(instanceId: string): Promise<string> {
    const [next] = await this.armed(instanceId);
    if (!next) throw new Error('No timer runs');
    if (next.dueAt > this.clock.now()) this.clock.set(next.dueAt);
    await this.sweeper.sweep();
    await this.runJobs();
    return `${next.delay} ${next.dueAt.toISOString().slice(0, 16)}`;
  }

  /** Lets time pass until a delay has fired. */
  async passUntil(instanceId: string, delay: string): Promise<string> {
    for (let steps = 0; steps < 30; steps += 1) {
      const fired = await this.passTime(instanceId);
      if (fired.startsWith(`${delay} `)) return fired;
    }
    throw new Error(`Delay '${delay}' did not fire`);
  }

  /** Runs what waits in the outbox, and what that puts there, until nothing is left. */
  async runJobs(): Promise<void> {
    for (;;) {
      const messages = await this.sql.query<{ id: string; job: string; payload: Record<string, unknown> }>(
        'SELECT id, job, payload FROM outbox_message WHERE run_at IS NULL OR run_at <= $1 ORDER BY id LIMIT 500',
        [this.clock.now()],
      );
      if (messages.length === 0) return;
      for (const { id, job, payload } of messages) {
        const run = this.jobs[job];
        if (!run) throw new Error(`Nobody does job '${job}'`);
        await run(payload, { id });
        await this.sql.query('DELETE FROM outbox_message WHERE id = $1', [id]);
      }
    }
  }

  /** The instance that another one started under a correlation key. */
  async started(definition: string, correlationKey: string): Promise<string> {
    const id = await this.engine.correlate(definition, correlationKey);
    if (id === undefined) throw new Error(`No '${definition}' has key '${correlationKey}'`);
    return id;
  }

  async row(table: 'issue' | 'supervision_item', id: string): Promise<Record<string, unknown>> {
    const [row] = await this.sql.query(`SELECT * FROM ${table} WHERE id = $1`, [id]);
    if (!row) throw new Error(`There is no ${table} ${id}`);
    return row;
  }

  async close(): Promise<void> {
    await this.engine.close();
    await this.sql.close();
    await this.testDatabase.drop();
  }
}
