import { ManualClock } from '@landfall/clock';
import { Outbox } from '@landfall/outbox';
import { Database } from '@landfall/persistence';
import type { Actor } from '@landfall/process-definition';
import { v7 as uuid } from 'uuid';
import { createTestDatabase, type TestDatabase } from '../../../test/environment/test-database';
import {
  type LightNotice,
  LightReadings,
  LightSchedule,
  Lights,
  lightJobs,
  Waiting,
  WaitingDisputes,
  type WaitingRules,
} from '../src';
import { plainCalendar } from './plain-calendar';

export const OFFICE: Actor = { accountId: 'office', name: '李办', unit: 'LGO', groups: ['LGO.staff'] };

/** A small table of owners: one queue, the enterprise, a suspension. */
const waitingRules: WaitingRules = {
  states: [{ state: 'suspended', kind: 'suspended' }],
  tasks: {
    districtReview: { kind: 'meetingQueue', owner: 'district' },
    leadCorrection: { kind: 'enterprise', owner: 'enterprise' },
  },
  stages: [
    { state: 'active.lead', stage: 'lead' },
    { state: 'active.review', stage: 'review' },
  ],
  fallback: 'LGO',
};

export interface ProjectRow {
  readonly id?: string;
  readonly tags?: readonly string[];
  readonly states?: readonly string[];
  readonly startedAt?: Date;
  readonly leadTaskForce?: string;
  readonly landingUnit?: string;
  readonly signedOn?: string;
  readonly startedOn?: string;
  readonly precision?: Readonly<Record<string, string>>;
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** Projects as rows on a real database, with the services and jobs of supervision; jobs are run by hand. */
export class SupervisedProjects {
  readonly lights: Lights;
  readonly waiting: Waiting;
  readonly disputes: WaitingDisputes;
  readonly schedule: LightSchedule;
  readonly readings: LightReadings;
  readonly jobs: ReturnType<typeof lightJobs>;
  /** What was asked of the ports, in order. */
  readonly asked: { readonly port: string; readonly key: string; readonly detail: unknown }[] = [];
  private sequence = 0;

  private constructor(
    readonly sql: Database,
    readonly clock: ManualClock,
    private readonly testDatabase: TestDatabase | undefined,
  ) {
    const parts = {
      database: sql,
      clock: this.clock,
      calendar: plainCalendar,
      titles: (_definition: string, _version: number, task: string) => ({ zh: task, en: task }),
    };
    this.lights = new Lights(parts);
    this.readings = new LightReadings(parts);
    this.waiting = new Waiting({ ...parts, rulesFor: () => waitingRules });
    this.disputes = new WaitingDisputes({
      database: sql,
      clock: this.clock,
      waiting: this.waiting,
      isUnit: async (code) => /^[DLTZM]\d\d$|^LGO$/.test(code),
    });
    this.schedule = new LightSchedule({ database: sql, clock: this.clock, outbox: new Outbox(this.clock) });
    this.jobs = lightJobs({
      ...parts,
      ports: {
        raiseIssue: async ({ key, type }) => void this.asked.push({ port: 'raiseIssue', key, detail: type }),
        proposeSupervision: async ({ key }) => void this.asked.push({ port: 'proposeSupervision', key, detail: null }),
        tell: async (notice: LightNotice) =>
          void this.asked.push({ port: 'tell', key: notice.key, detail: [notice.kind, ...notice.groups] }),
      },
    });
  }

  static async open(): Promise<SupervisedProjects> {
    const testDatabase = await createTestDatabase();
    const sql = new Database({ url: testDatabase.url, connections: 8 });
    return new SupervisedProjects(sql, new ManualClock(new Date('2026-11-23T02:00:00Z')), testDatabase);
  }

  /** The same on a database that somebody else opened and closes. */
  static on(sql: Database, clock: ManualClock): SupervisedProjects {
    return new SupervisedProjects(sql, clock, undefined);
  }

  async addProject(row: ProjectRow = {}): Promise<string> {
    const id = row.id ?? uuid();
    const no = String(++this.sequence).padStart(6, '0');
    const at = row.startedAt ?? this.clock.now();
    await this.sql.query(
      `INSERT INTO process_definition (key, version, hash) VALUES ('investment-project', 1, 'test') ON CONFLICT DO NOTHING`,
    );
    await this.sql.query(
      `INSERT INTO process_instance (id, definition_key, definition_version, snapshot, rev, status, stage, states, tags,
         started_by, started_at, updated_at)
       VALUES ($1, 'investment-project', 1, '{}', 1, 'active', 'lead', $2, $3, 'filer', $4, $4)`,
      [id, row.states ?? ['active.lead.screening'], row.tags ?? [], at],
    );
    await this.sql.query(
      `INSERT INTO project (id, lead_no, project_no, name, name_key, name_prefix, name_bigrams, investor_hidden,
         investor_keys, investor_search, investor_bigrams, capital_type, industry_focus, lead_task_force,
         assist_task_forces, landing_unit, routing_reason, filer_unit, filer_kind, filer_group, filer_account,
         filer_name, total_investment, signed_on, started_on, milestone_precision, facts, source, source_type,
         first_report_at, created_at, updated_at)
       VALUES ($1, 'XS-' || $2, 'BH-' || $2, '项目' || $2, $2, '{}', '{}', false, '{}', '', '{}', 'domestic', '新能源', $3,
         '{}', $4, '{}', 'L03', 'LIAISON', 'L03.liaison', 'filer', '张三', 1000, $5, $6, $7, $8, 'entry', 'other',
         $9, $9, $9)`,
      [
        ...[id, no, row.leadTaskForce ?? 'D01', row.landingUnit ?? 'Z01', row.signedOn ?? null, row.startedOn ?? null],
        ...[JSON.stringify(row.precision ?? {}), JSON.stringify(row.facts ?? {}), at],
      ],
    );
    await this.addHistory(id, { to: row.states ?? ['active.lead.screening'], at, event: 'started' });
    return id;
  }

  async addHistory(
    projectId: string,
    entry: { readonly to: readonly string[]; readonly at: Date; readonly event?: string; readonly actor?: string },
  ): Promise<void> {
    await this.sql.query(
      `INSERT INTO process_history (id, instance_id, seq, kind, event, payload, actor_id, actor_name, actor_unit, at,
         from_states, to_states, commands)
       SELECT $1, $2, coalesce(max(seq), 0) + 1, 'event', $3, '{}', $4, $4, 'D01', $5, '{}', $6, '[]'
       FROM process_history WHERE instance_id = $2`,
      [uuid(), projectId, entry.event ?? 'moved', entry.actor ?? 'somebody', entry.at, entry.to],
    );
  }

  async addTask(
    projectId: string,
    task: {
      readonly key?: string;
      readonly group?: string;
      readonly dueAt: Date;
      readonly createdAt?: Date;
      readonly endedAt?: Date;
    },
  ): Promise<string> {
    const id = uuid();
    const isOpen = task.endedAt === undefined;
    await this.sql.query(
      `INSERT INTO user_task (id, instance_id, definition_key, definition_version, task_key, slot, state, candidate_group,
         created_at, due_at, deadline, reminders, ended_at, item_id, live)
       VALUES ($1, $2, 'investment-project', 1, $3, '', $4, $5, $6, $7, '{}', 0, $8, $1, $9)`,
      [
        ...[
          id,
          projectId,
          task.key ?? 'leadScreening',
          isOpen ? 'created' : 'completed',
          task.group ?? 'D01.specialist',
        ],
        ...[task.createdAt ?? this.clock.now(), task.dueAt, task.endedAt ?? null, isOpen],
      ],
    );
    return id;
  }

  async endTask(id: string): Promise<void> {
    await this.sql.query(`UPDATE user_task SET state = 'completed', live = false, ended_at = $2 WHERE id = $1`, [
      id,
      this.clock.now(),
    ]);
  }

  async addIssue(projectId: string, openedAt: Date, type = 'other'): Promise<string> {
    const id = uuid();
    await this.sql.query(
      `INSERT INTO process_instance (id, definition_key, definition_version, snapshot, rev, status, states, tags,
         started_by, started_at, updated_at)
       VALUES ($1, 'investment-project', 1, '{}', 1, 'active', '{}', '{}', 'raiser', $2, $2)`,
      [id, openedAt],
    );
    await this.sql.query(
      `INSERT INTO issue (id, project_id, type, title, tried, urgent, source, raiser_account, raiser_name, raiser_unit,
         raiser_group, level, state, must_act, blocking, coordination, opened_at, level_since, updated_at)
       VALUES ($1, $2, $3, '堵点', '已协调', false, 'person', 'raiser', '张三', 'D01', 'D01.specialist', 0, 'handling', '{}', true,
         '{}', $4, $4, $4)`,
      [id, projectId, type, openedAt],
    );
    return id;
  }

  /** Announces that something happened to a project or an issue, as the engine does in the event's own commit. */
  async announce(about: { readonly projectId?: string; readonly issueId?: string }): Promise<void> {
    await this.sql.query('INSERT INTO light_reading (project_id, issue_id) VALUES ($1, $2)', [
      about.projectId ?? null,
      about.issueId ?? null,
    ]);
  }

  /** Runs what waits in the outbox, and what that puts there, until nothing is left. */
  async runJobs(): Promise<void> {
    for (;;) {
      const messages = await this.sql.query<{ id: string; job: string; payload: Record<string, unknown> }>(
        'SELECT id, job, payload FROM outbox_message ORDER BY id LIMIT 500',
      );
      if (messages.length === 0) return;
      for (const { id, job, payload } of messages) {
        await this.jobs[job]?.(payload, { id });
        await this.sql.query('DELETE FROM outbox_message WHERE id = $1', [id]);
      }
    }
  }

  /** Lets something happen to a project, and its light be read. */
  async happen(projectId: string): Promise<void> {
    await this.announce({ projectId });
    await this.readings.sweep();
    await this.runJobs();
  }

  /** Comes to 07:00 of a day, opens the run and lets it happen. */
  async morning(day: string): Promise<void> {
    this.clock.set(new Date(`${day}T07:00:00+08:00`));
    await this.schedule.sweep();
    await this.runJobs();
  }

  async count(table: string): Promise<number> {
    const [row] = await this.sql.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${table}`);
    return row?.count ?? 0;
  }

  async close(): Promise<void> {
    if (this.testDatabase === undefined) return;
    await this.sql.close();
    await this.testDatabase.drop();
  }
}
