import { ManualClock } from '@landfall/clock';
import { Outbox } from '@landfall/outbox';
import { Database } from '@landfall/persistence';
import type { Actor } from '@landfall/process-definition';
import { ProcessEngine } from '@landfall/process-engine';
import { createTestDatabase, type TestDatabase } from '../../../test/environment/test-database';
import {
  constraintRejections,
  formFormats,
  type LeadBody,
  LeadImports,
  Leads,
  type ProjectJobParts,
  Projects,
  projectCommandHandlers,
  projectJobs,
} from '../src';
import { leadProcess } from './lead-process.definition';
import { routingUnderTest } from './routing-under-test';

export const person = (name: string, ...groups: string[]): Actor => ({
  accountId: name,
  name,
  unit: (name.split('.')[0] ?? name).toUpperCase(),
  groups: groups.length > 0 ? groups : [`${name.split('.')[0]?.toUpperCase()}.${name.split('.')[1]}`],
});

export const OFFICE = person('lgo.staff');
export const ELECTRONICS = person('d01.specialist');
export const ZONE = person('z01.coordinator');

/** Projects on a real database with a real engine; jobs are run by hand, in the order in which they were put out. */
export class ProjectsUnderTest {
  readonly clock: ManualClock;
  readonly routing = routingUnderTest;
  readonly parts: ProjectJobParts;
  readonly leads: Leads;
  readonly imports: LeadImports;
  readonly projects: Projects;
  readonly jobs: ReturnType<typeof projectJobs>;

  private constructor(
    private readonly testDatabase: TestDatabase,
    readonly sql: Database,
    readonly engine: ProcessEngine,
    clock: ManualClock,
  ) {
    this.clock = clock;
    const outbox = new Outbox(clock);
    const parts = { database: sql, clock, engine, routing: this.routing, outbox };
    this.parts = parts;
    this.leads = new Leads(parts);
    this.imports = new LeadImports({ ...parts, limitBytes: 20 * 1024 * 1024 });
    this.projects = new Projects({ ...parts, definitions: engine.definitions });
    this.jobs = projectJobs(parts);
  }

  static async open(): Promise<ProjectsUnderTest> {
    const testDatabase = await createTestDatabase();
    const sql = new Database({ url: testDatabase.url, connections: 8 });
    const clock = new ManualClock(new Date('2026-11-23T02:00:00.000Z'));
    const engine = new ProcessEngine({
      database: sql,
      clock,
      definitions: [leadProcess],
      commandHandlers: [projectCommandHandlers],
      constraintRejections,
      formFormats: formFormats(routingUnderTest),
    });
    await engine.open();
    return new ProjectsUnderTest(testDatabase, sql, engine, clock);
  }

  /** Runs what waits in the outbox, and what that puts there, until nothing is left. */
  async runJobs(): Promise<void> {
    for (;;) {
      const messages = await this.sql.query<{ id: string; job: string; payload: Record<string, unknown> }>(
        'SELECT id, job, payload FROM outbox_message WHERE run_at IS NULL ORDER BY id LIMIT 500',
      );
      if (messages.length === 0) return;
      for (const { id, job, payload } of messages) {
        await this.jobs[job]?.(payload, { id });
        await this.sql.query('DELETE FROM outbox_message WHERE id = $1', [id]);
      }
    }
  }

  async project(id: string): Promise<Record<string, unknown>> {
    const [row] = await this.sql.query('SELECT * FROM project WHERE id = $1', [id]);
    if (!row) throw new Error(`There is no project ${id}`);
    return row;
  }

  async count(table: string): Promise<number> {
    const [row] = await this.sql.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${table}`);
    return row?.count ?? 0;
  }

  async close(): Promise<void> {
    await this.engine.close();
    await this.sql.close();
    await this.testDatabase.drop();
  }
}

export const leadBody = (change: Partial<LeadBody> = {}): LeadBody => ({
  projectName: '滨海动力电池回收示范线项目',
  investorName: '天津循环动力科技有限公司',
  industryFocus: '新能源',
  totalInvestment: '52000',
  landingUnit: 'Z01',
  sourceType: 'taskForce',
  contact: '王先生 13800138000',
  brief: '建设年处理五万吨退役动力电池的回收示范线。',
  ...change,
});
