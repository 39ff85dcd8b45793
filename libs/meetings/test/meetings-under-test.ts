import { shippedCalendar, WorkingCalendar } from '@landfall/calendar';
import { ManualClock } from '@landfall/clock';
import { meetingPorts } from '@landfall/installation';
import { Database } from '@landfall/persistence';
import { type Actor, type FormValues, type Notify, SYSTEM_ACTOR } from '@landfall/process-definition';
import {
  type CommandHandlers,
  engineJobs,
  OPEN_DIRECTORY,
  ProcessEngine,
  TimerSweeper,
} from '@landfall/process-engine';
import { formFormats } from '@landfall/projects';
import {
  repeatableSupervisionCommands,
  SupervisionItems,
  supervisionItemCommandHandlers,
  supervisionItemJobs,
} from '@landfall/supervision';
import { createTestDatabase, type TestDatabase } from '../../../test/environment/test-database';
import { leadingGroupConference } from '../../../workflows/leading-group-conference';
import { pushMeeting } from '../../../workflows/push-meeting';
import { specialMeeting } from '../../../workflows/special-meeting';
import { streetTownReview } from '../../../workflows/street-town-review';
import { supervisionItem } from '../../../workflows/supervision-item';
import { routingUnderTest } from '../../projects/test/routing-under-test';
import {
  type BatchMeeting,
  type DocumentComposer,
  type Meeting,
  MeetingCalls,
  MeetingDocuments,
  MeetingEditors,
  MeetingRuleBook,
  Meetings,
  type MeetingViewer,
  Minutes,
  meetingCommandHandlers,
  meetingJobs,
  pushRequestCommandHandlers,
  queueCommandHandlers,
  readMeeting,
  repeatableMeetingCommands,
  UnconfirmedItems,
  unitsOf,
} from '../src';
import { type WaitingInput, waitingProcess } from './waiting-process';

export const person = (name: string, ...groups: string[]): Actor => {
  const unit = (name.split('.')[0] ?? name).toUpperCase();
  return { accountId: name, name, unit, groups: groups.length > 0 ? groups : [`${unit}.${name.split('.')[1]}`] };
};

export const OFFICE = person('lgo.staff');
export const SECOND = person('lgo.second', 'LGO.staff');
export const DIRECTOR = person('lgo.director', 'LGO.director', 'LGO.staff', 'LGO.supervisor');
export const STREET_ECONOMY = person('seo.director', 'SEO.director', 'SEO.staff');
export const PLANNING = person('d13.reviewer');
export const ENVIRONMENT = person('d12.reviewer');
export const STREET = person('t01.specialist');
export const OUTSIDER = person('d03.specialist');

export const viewerOf = (actor: Actor): MeetingViewer => ({
  groups: actor.groups,
  units: unitsOf(actor.groups),
  seesAll: actor.groups.some((group) => group.startsWith('LGO.') || group.startsWith('LG.')),
});

export interface Composing {
  readonly compose?: DocumentComposer;
  /** Posts that nobody holds. */
  readonly vacant?: readonly string[];
}

type Job = (payload: Readonly<Record<string, unknown>>, message: { readonly id: string }) => Promise<void>;

/** Meetings on a real database with the real engine and processes; jobs run by hand, time moves by hand. */
export class MeetingsUnderTest {
  readonly meetings: Meetings;
  readonly calls: MeetingCalls;
  readonly editors: MeetingEditors;
  readonly minutes: Minutes;
  readonly documents: MeetingDocuments;
  readonly rules: MeetingRuleBook;
  readonly items: SupervisionItems;
  readonly sweeper: TimerSweeper;
  readonly unconfirmed: UnconfirmedItems;
  readonly calendar = new WorkingCalendar(shippedCalendar());
  /** Units that are called otherwise than by their code. */
  readonly unitNames = new Map<string, string>();
  readonly jobs: Readonly<Record<string, Job>>;

  private constructor(
    private readonly testDatabase: TestDatabase,
    readonly sql: Database,
    readonly engine: ProcessEngine,
    readonly clock: ManualClock,
    /** What people were told, in order. */
    readonly notices: readonly Notify[],
    { compose }: Composing,
  ) {
    const parts = { database: sql, clock, engine };
    const pages = { ...parts, ports: meetingPorts };
    this.meetings = new Meetings(pages);
    this.calls = new MeetingCalls({
      ...parts,
      calendar: () => this.calendar,
      leadersInCharge: async () => ({ D13: 'LG.deputy' }),
    });
    this.editors = new MeetingEditors(pages);
    this.minutes = new Minutes({ ...pages, unitNames: async () => (unit) => this.unitNames.get(unit) ?? unit });
    this.documents = new MeetingDocuments(sql);
    this.rules = new MeetingRuleBook(parts);
    this.items = new SupervisionItems(parts);
    this.unconfirmed = new UnconfirmedItems(parts);
    this.sweeper = new TimerSweeper(sql, clock, engine, { intervalMs: 5 });
    this.jobs = {
      ...engineJobs(engine),
      ...supervisionItemJobs(parts),
      ...meetingJobs({ ...parts, minutes: this.minutes, compose }),
    };
  }

  /** Opens on Monday, 2 November 2026, 09:00 in Binhai. */
  static async open(composing: Composing = {}): Promise<MeetingsUnderTest> {
    const testDatabase = await createTestDatabase();
    const sql = new Database({ url: testDatabase.url, connections: 12 });
    const clock = new ManualClock(new Date('2026-11-02T01:00:00.000Z'));
    const notices: Notify[] = [];
    const listening: CommandHandlers = {
      notify: (_changes, command) => {
        notices.push(command.params as unknown as Notify);
      },
    };
    const { vacant = [] } = composing;
    const engine = new ProcessEngine({
      database: sql,
      clock,
      definitions: [
        ...[...streetTownReview, ...pushMeeting, ...leadingGroupConference, ...specialMeeting],
        ...[...supervisionItem, waitingProcess],
      ],
      commandHandlers: [
        ...[meetingCommandHandlers, queueCommandHandlers, pushRequestCommandHandlers],
        ...[supervisionItemCommandHandlers, listening],
      ],
      formFormats: formFormats(routingUnderTest),
      fallbackGroup: 'LGO.staff',
      groups: { ...OPEN_DIRECTORY, isStaffed: (group) => !vacant.includes(group) },
      repeatableCommands: [...repeatableSupervisionCommands, ...repeatableMeetingCommands],
    });
    await engine.open();
    return new MeetingsUnderTest(testDatabase, sql, engine, clock, notices, composing);
  }

  /** Sets the clock to a time of day in Binhai. */
  at(day: string, time = '09:00'): void {
    this.clock.set(new Date(`${day}T${time}:00+08:00`));
  }

  /** Somebody begins to wait, a minute after whoever waited before. */
  async wait(title: string, change: Partial<WaitingInput> = {}): Promise<string> {
    this.clock.advance(60_000);
    const { instanceId } = await this.engine.start({
      definition: 'waiting',
      input: {
        queue: 'streetTown',
        title,
        units: ['D12', 'D13'],
        presenter: 'T01',
        urgent: false,
        holdBy: null,
        ...change,
      },
      actor: OFFICE,
    });
    return instanceId;
  }

  async tell(instanceId: string, type: string): Promise<void> {
    await this.engine.send({ instanceId, event: { type }, actor: SYSTEM_ACTOR });
  }

  /** Calls a meeting that the rules ask for, and lets everybody hear of it. */
  async call(definition: BatchMeeting, day: string, trigger?: string): Promise<string> {
    const called = await this.calls.callOne(definition, day, trigger);
    if (called === undefined) throw new Error(`No '${definition}' is called on ${day}`);
    await this.runJobs();
    return called.meetingId;
  }

  /** Sends the notice of a meeting: planned by the office and confirmed by everybody who calls it. */
  async convene(meetingId: string, plannedOn: string, plannedTime = '14:30'): Promise<void> {
    const form = { plannedOn, plannedTime, place: '区政府第三会议室' };
    await this.complete(meetingId, 'planMeeting', 'plan', OFFICE, form);
    const { conveners } = await this.meeting(meetingId);
    await this.complete(meetingId, 'confirmPlan', 'confirm', DIRECTOR, {}, 'LGO');
    if (conveners.includes('SEO')) await this.complete(meetingId, 'confirmPlan', 'confirm', STREET_ECONOMY, {}, 'SEO');
    await this.runJobs();
  }

  async meeting(id: string): Promise<Meeting> {
    const meeting = await readMeeting(this.sql, id);
    if (meeting === undefined) throw new Error(`There is no meeting ${id}`);
    return meeting;
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
    if (!open) throw new Error(`There is no open task '${task}' ${slot ?? ''}`);
    return this.engine.completeTask({ taskId: open.id, outcome, form, actor });
  }

  async openTasks(instanceId: string): Promise<string[]> {
    const rows = await this.sql.query<{ task_key: string; slot: string; candidate_group: string }>(
      `SELECT task_key, slot, candidate_group FROM user_task WHERE instance_id = $1 AND state IN ('created', 'claimed')
       ORDER BY task_key, slot`,
      [instanceId],
    );
    return rows.map(({ task_key, slot, candidate_group }) => `${task_key} ${slot} ${candidate_group}`);
  }

  async states(instanceId: string): Promise<string> {
    const [row] = await this.sql.query<{ states: string[] }>('SELECT states FROM process_instance WHERE id = $1', [
      instanceId,
    ]);
    return row?.states.join(' ') ?? '';
  }

  /** The titles of those who wait in a queue. */
  async queue(queue: string): Promise<string[]> {
    const rows = await this.sql.query<{ title: string }>(
      'SELECT title FROM meeting_queue WHERE queue = $1 AND left_at IS NULL ORDER BY waiting_since, id',
      [queue],
    );
    return rows.map(({ title }) => title);
  }

  async count(table: string): Promise<number> {
    const [row] = await this.sql.query<{ count: string }>(`SELECT count(*) FROM ${table}`);
    return Number(row?.count);
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

  /** Fires the timers that are due now, and lets everybody hear of it. */
  async sweep(): Promise<void> {
    await this.sweeper.sweep();
    await this.runJobs();
  }

  async close(): Promise<void> {
    await this.engine.close();
    await this.sql.close();
    await this.testDatabase.drop();
  }
}
