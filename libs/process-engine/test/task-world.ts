import { shippedCalendar, WorkingCalendar } from '@landfall/calendar';
import {
  type Actor,
  type FormValues,
  type ProcessDefinition,
  Rejection,
  restore,
  SYSTEM_ACTOR,
} from '@landfall/process-definition';
import { EventChanges, type Row } from '../src/commit/change-set';
import type { LiveTask, LiveTimer, LoadedInstance } from '../src/commit/loaded-instance';
import type { Decided } from '../src/commit/operation';
import { type EngineRules, OPEN_DIRECTORY } from '../src/engine-rules';
import { FormValidator } from '../src/form/form-validator';
import { Operations } from '../src/operations';
import { readWork } from '../src/user-task/instance-work';
import type { TaskOperation } from '../src/user-task/operations/task-operation';
import type { WorkNotice } from '../src/user-task/work-notice';
import type { Scene } from './task-stories';

const CALENDAR = new WorkingCalendar(shippedCalendar());

/** Compiling a form takes far longer than checking one; every story checks by the same. */
const FORMS = new FormValidator({});

/**
 * One instance under the pure operations, with the rows they write kept as tables: what is decided and what would be
 * stored are compared after every step, and every step starts from what was stored.
 */
export class TaskWorld {
  readonly tasks = new Map<string, Row>();
  readonly timers = new Map<string, Row>();
  readonly copies = new Map<string, Row>();
  readonly history: Row[] = [];
  readonly notices: WorkNotice[] = [];
  now = new Date('2026-03-02T01:00:00.000Z');
  private readonly operations: Operations;
  private writes = 0;
  private stored: Record<string, unknown> = {};
  instance: LoadedInstance;

  constructor(
    public definition: ProcessDefinition,
    starter: Actor,
    rules: Partial<EngineRules> = {},
    input: Readonly<Record<string, unknown>> = {},
  ) {
    this.operations = new Operations({
      handlers: {},
      forms: FORMS,
      alarmHorizonMs: 0,
      supervisorsOf: (group) => [`${group.split('.')[0]}.chief`],
      overseersOf: () => ['office.staff'],
      administrators: ['admin.security'],
      fallbackGroup: 'office.staff',
      groups: OPEN_DIRECTORY,
      allocator: undefined,
      unitOf: () => undefined,
      calendar: () => CALENDAR,
      urgesPerDay: 3,
      repeatableCommands: [],
      onWork: (_changes, notice) => this.notices.push(notice),
      afterEvent: undefined,
      ...rules,
    });
    this.instance = this.accept((changes) =>
      this.operations.start(definition, { id: 'instance', input }, starter, changes, this.now),
    );
  }

  get states(): readonly string[] {
    return (this.stored.states as string[]) ?? [];
  }

  get scene(): Scene {
    return {
      instance: this.instance,
      tasks: [...this.tasks.values()] as unknown as LiveTask[],
      timers: [...this.timers.values()] as unknown as Scene['timers'],
      copies: [...this.copies.values()] as unknown as Scene['copies'],
    };
  }

  get done(): boolean {
    return this.instance.snapshot.status === 'done';
  }

  get live(): LiveTask[] {
    return [...this.instance.tasks.values()];
  }

  get open(): LiveTask[] {
    return this.live.filter(({ state }) => state === 'created' || state === 'claimed');
  }

  /** The open task of a key and slot. */
  task(key: string, slot = ''): LiveTask {
    const found = this.live.find((task) => task.task_key === key && task.slot === slot);
    if (!found) throw new Error(`There is no live task '${key}' of slot '${slot}'`);
    return found;
  }

  row(id: string): LiveTask {
    const row = this.tasks.get(id);
    if (!row) throw new Error(`There is no task '${id}'`);
    return row as unknown as LiveTask;
  }

  perform(taskId: string, operation: TaskOperation, actor: Actor): void {
    const item = this.tasks.get(taskId)?.item_id;
    const rows = [...this.tasks.values()].filter((row) => row.item_id === item) as unknown as LiveTask[];
    this.instance = this.accept((changes) =>
      this.operations.task(this.instance, taskId, operation, actor, changes, this.now, rows),
    );
  }

  complete(key: string, slot: string, outcome: string, actor: Actor, form: FormValues = {}): void {
    this.perform(this.task(key, slot).id, { kind: 'complete', outcome, form }, actor);
  }

  personEvent(type: string, actor: Actor, form: FormValues = {}): void {
    this.instance = this.accept((changes) =>
      this.operations.personEvent(this.instance, { type, form }, actor, changes, this.now),
    );
  }

  /** A signal of another process or of a job. */
  send(type: string, more: Readonly<Record<string, unknown>> = {}): void {
    this.instance = this.accept((changes) =>
      this.operations.event(this.instance, { ...more, type }, SYSTEM_ACTOR, changes, this.now),
    );
  }

  fire(timerId: string): void {
    this.instance = this.accept((changes) => this.operations.fireTimer(this.instance, timerId, changes, this.now));
  }

  /** Brings the instance over to a later version that says how. */
  migrate(to: ProcessDefinition): void {
    const from = this.definition;
    const way = to.migratesFrom?.find(({ version }) => version === from.version);
    const wayFrom = () => way && { from, to, way };
    // What is stored is read by the version that it was stored by.
    this.definition = to;
    try {
      this.instance = this.accept((changes) => this.operations.migrate(this.instance, { wayFrom }, changes, this.now));
    } catch (error) {
      this.definition = from;
      throw error;
    }
  }

  readCopy(id: string, actor: Actor): void {
    const copy = this.copies.get(id);
    this.instance = this.accept((changes) =>
      this.operations.readCopy(this.instance, copy as never, actor, changes, this.now),
    );
  }

  pass(hours: number): void {
    this.now = new Date(this.now.getTime() + hours * 3_600_000);
  }

  /** What a rejection says, or undefined when the step was accepted. */
  attempt(step: () => void): string | undefined {
    const writes = this.writes;
    try {
      step();
      return undefined;
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
      if (this.writes !== writes) throw new Error(`'${error.code}' was refused, but something was written`);
      return error.code;
    }
  }

  private accept(decide: (changes: EventChanges) => Decided): LoadedInstance {
    const changes = new EventChanges(this.now);
    const { next } = decide(changes);
    for (const mutation of changes.mutations) {
      this.writes += 1;
      if (mutation.kind === 'merge') throw new Error('The engine merges nothing');
      const row = plain(mutation.kind === 'insert' ? mutation.row : mutation.patch);
      if (mutation.table === 'process_instance') this.stored = { ...this.stored, ...row };
      else if (mutation.table === 'process_history') this.history.push(row);
      else
        this.write(
          mutation.table,
          mutation.kind === 'insert' ? String(row.id) : mutation.kind === 'update' ? mutation.id : '',
          row,
        );
    }
    return this.reloaded(next);
  }

  private write(table: string, id: string, row: Row): void {
    if (table === 'outbox_message') return;
    const tables: Readonly<Record<string, Map<string, Row>>> = {
      user_task: this.tasks,
      timer: this.timers,
      carbon_copy: this.copies,
    };
    const known = tables[table];
    if (!known) throw new Error(`The engine writes to '${table}'`);
    known.set(id, { ...(table === 'user_task' ? EMPTY_TASK : {}), ...known.get(id), ...row });
  }

  /** The instance as another process would load it; it has to be what was decided. */
  private reloaded(next: LoadedInstance): LoadedInstance {
    const tasks = [...this.tasks.values()].filter(({ live }) => live === true) as unknown as LiveTask[];
    const timers = [...this.timers.values()].filter(({ state }) => state === 'armed' || state === 'suspended');
    const loaded: LoadedInstance = {
      id: next.id,
      definition: this.definition,
      snapshot: restore(this.definition.machine, this.stored.snapshot),
      rev: this.stored.rev as number,
      stage: this.stored.stage as string | null,
      startedBy: this.stored.started_by as string,
      work: readWork(this.stored.work as never, this.definition),
      tasks: new Map(tasks.map((task) => [task.id, task])),
      timers: new Map(timers.map((timer) => [String(timer.timer_key), timer as unknown as LiveTimer])),
    };
    same('states', loaded.snapshot.value, next.snapshot.value);
    same('context', loaded.snapshot.context, next.snapshot.context);
    same('work', sorted(loaded.work), sorted(JSON.parse(JSON.stringify(next.work))));
    same('tasks', tasks.map(columns).sort(byId), [...next.tasks.values()].map(columns).sort(byId));
    same('timers', [...loaded.timers.keys()].sort(), [...next.timers.keys()].sort());
    return loaded;
  }
}

/** What the table fills in where a new task says nothing. */
const EMPTY_TASK: Row = {
  ...{ seq: 0, weight: 1, part: 'sole', signs_for: null, added_by: null, escalated_to: null, assignee: null },
  ...{ assignee_name: null, owner: null, owner_name: null, claimed_at: null, reminded_at: null, urged_on: null },
  ...{ urges: 0, suspended_at: null, ended_at: null, outcome: null, form: null, completed_by: null },
  ...{ completed_by_name: null, completed_for: null, completed_for_name: null },
};

const byId = (a: Row, b: Row): number => (String(a.id) < String(b.id) ? -1 : 1);

/** A value with its keys in order, so that two that say the same are written the same. */
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
};

const plain = (row: Row): Row => JSON.parse(JSON.stringify(row)) as Row;

const columns = ({ id, state, assignee, owner, outcome, due_at, suspended_at, slot, task_key }: LiveTask): Row => ({
  ...{ id, state, assignee, owner, outcome, due_at, suspended_at, slot, task_key },
});

const same = (what: string, stored: unknown, decided: unknown): void => {
  const [a, b] = [JSON.stringify(stored), JSON.stringify(decided)];
  if (a !== b) throw new Error(`The ${what} that were stored are not what was decided:\n${a}\n${b}`);
};
