import {
  type Actor,
  advance,
  type Command,
  type Decision,
  leavesWithin,
  type ProcessDefinition,
  type ProcessEvent,
  persist,
  Rejection,
  relocate,
  relocationScope,
  restore,
  statePaths,
} from '@landfall/process-definition';
import { v7 as uuid } from 'uuid';
import type { AnyMachineSnapshot } from 'xstate';
import type { EventChanges } from './commit/change-set';
import { isOpen, type LiveTask, type LiveTimer, type LoadedInstance } from './commit/loaded-instance';
import type { Decided } from './commit/operation';
import type { EngineRules } from './engine-rules';
import { closedAsOf, stageOf } from './instance-stage';
import { startTimer, stopTimer } from './timer/timer-handlers';
import { type InstanceWork, type TimerDue, writeWork } from './user-task/instance-work';
import { cancelUserTask, escalateUserTask, openUserTask, remindUserTask } from './user-task/user-task-handlers';
import { isEnded } from './user-task/work-item';
import type { WorkNotice } from './user-task/work-notice';

/** What a history entry says besides the machine's own part. */
export interface Entry {
  readonly kind: string;
  readonly event: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

type InstanceCommand = (turn: Turn, command: Command) => void;

/** The commands that change the instance's own tasks and timers. */
const INSTANCE_COMMANDS: Readonly<Record<string, InstanceCommand>> = {
  openUserTask,
  cancelUserTask,
  remindUserTask,
  escalateUserTask,
  startTimer,
  cancelTimer: stopTimer,
};

/** While these are active the clocks of what was left stand still. */
export const CLOCK_PAUSED = 'clockPaused';

const isPaused = (snapshot: AnyMachineSnapshot): boolean => snapshot.tags.has(CLOCK_PAUSED);

/** The active states in which clocks stand still. */
const pausedStates = (snapshot: AnyMachineSnapshot): string[] =>
  snapshot._nodes.flatMap(({ id, tags }) => (tags.includes(CLOCK_PAUSED) ? [id] : []));

/**
 * One operation on one instance while it is being decided: what the instance is becoming, and the rows that make it so.
 *
 * It is pure but for drawing ids; when it throws, its rows are dropped with it.
 */
export class Turn {
  readonly tasks: Map<string, LiveTask>;
  readonly timers: Map<string, LiveTimer>;
  readonly rev: number;
  readonly commands: Command[] = [];
  /** The tasks that this turn has opened. */
  readonly opened: string[] = [];
  /** Timers that this turn has cancelled, with the time they were due. */
  readonly stopped = new Map<string, TimerDue>();
  /** The definition that decides; a migration changes it on the way. */
  definition: ProcessDefinition;
  snapshot: AnyMachineSnapshot;
  stage: string | null;
  work: InstanceWork;
  /** Whether what is left now is only put aside, because the process comes back to it. */
  putsAside = false;
  /** What this turn has put aside. */
  readonly aside = { tasks: [] as string[], timers: [] as string[] };
  /** Due times that timers keep when their states are entered again. */
  keptTimers: Readonly<Record<string, TimerDue>> = {};
  /** Whether tasks that are opened again go to whoever did them before. */
  remembersHandlers = false;
  private readonly from: readonly string[];
  private readonly paused: ReadonlySet<string>;

  constructor(
    readonly rules: EngineRules,
    readonly instance: LoadedInstance,
    readonly actor: Actor,
    readonly changes: EventChanges,
    readonly at: Date,
  ) {
    this.tasks = new Map(instance.tasks);
    this.timers = new Map(instance.timers);
    this.rev = instance.rev + 1;
    this.definition = instance.definition;
    this.snapshot = instance.snapshot;
    this.stage = instance.stage;
    this.work = instance.work;
    this.from = instance.rev === 0 ? [] : statePaths(instance.snapshot.value);
    this.paused = new Set(instance.rev > 0 ? pausedStates(instance.snapshot) : []);
  }

  get id(): string {
    return this.instance.id;
  }

  get context(): Readonly<Record<string, unknown>> {
    return this.snapshot.context as Readonly<Record<string, unknown>>;
  }

  get states(): string[] {
    return statePaths(this.snapshot.value);
  }

  /** Whether the process stands still now, so that nobody moves it but by going on. */
  get standsStill(): boolean {
    return isPaused(this.snapshot);
  }

  /** Whether the clocks stop with this turn. */
  get pauses(): boolean {
    return this.paused.size === 0 && isPaused(this.snapshot);
  }

  /** Whether what is left now stands still, because a state is entered that the process comes back from. */
  get keepsWork(): boolean {
    return this.putsAside || pausedStates(this.snapshot).some((id) => !this.paused.has(id));
  }

  /** Sends an event to the machine and carries out what it says. @throws Rejection when it is not taken */
  send(event: ProcessEvent & Record<string, unknown>): void {
    const answer = advance(this.definition, this.snapshot, event);
    if (answer instanceof Rejection) throw answer;
    this.carryOut(answer, event.type);
  }

  /** Sends an event that may be late; one that is not taken changes nothing. */
  offer(event: ProcessEvent & Record<string, unknown>): void {
    const answer = advance(this.definition, this.snapshot, event);
    if (!(answer instanceof Rejection)) this.carryOut(answer, event.type);
  }

  /** Moves the process to other states; see `relocate`. @returns the atomic states that were left */
  relocate(targets: readonly string[], event: string): string[] {
    const left = leavesWithin(this.snapshot, relocationScope(this.snapshot, targets));
    const occasion = { at: this.at.toISOString(), actor: this.actor };
    this.carryOut(relocate(this.definition, this.snapshot, targets, occasion), event);
    return left;
  }

  /** Replaces the machine's context, the states staying as they are. */
  putContext(context: Readonly<Record<string, unknown>>): void {
    const { machine } = this.definition;
    const stored = persist(machine, this.snapshot) as object;
    this.snapshot = restore(machine, { ...stored, context });
  }

  /** Carries out the commands of a decision, in order. */
  carryOut(decision: Decision, event: string): void {
    this.snapshot = decision.snapshot;
    this.stage = stageOf(decision.snapshot) ?? this.stage;
    for (const command of decision.commands) {
      this.commands.push(command);
      this.handle(command, event);
    }
  }

  addTask(task: LiveTask): void {
    this.tasks.set(task.id, task);
    this.opened.push(task.id);
    this.changes.insert('user_task', {
      ...(isBlank(task) ? blankColumns(task) : task),
      instance_id: this.id,
      definition_key: this.definition.key,
      definition_version: this.definition.version,
      stage: this.stage,
      created_at: this.at,
    });
  }

  /** Stores the new standing of a live task; one that is no longer live leaves the instance. */
  putTask(task: LiveTask): void {
    if (task.live) this.tasks.set(task.id, task);
    else this.tasks.delete(task.id);
    const stored = this.instance.tasks.get(task.id);
    const columns = stored && onlyAnswered(stored, task) ? answerColumns(task) : changedColumns(task);
    this.changes.update('user_task', task.id, columns);
  }

  sharesOf(itemId: string): LiveTask[] {
    return [...this.tasks.values()].filter((task) => task.item_id === itemId);
  }

  /** Ends a work item: what is still to do of it is cancelled. */
  endItem(itemId: string): void {
    for (const share of this.sharesOf(itemId)) this.endTask(share);
  }

  endTask(task: LiveTask): void {
    const ended = isEnded(task)
      ? { ...task, live: false }
      : { ...task, live: false, state: 'cancelled' as const, ended_at: this.at.toISOString() };
    this.putTask(ended);
  }

  tell(
    notice: Pick<WorkNotice, 'kind' | 'to'> & { readonly task?: LiveTask | undefined; readonly note?: string },
  ): void {
    const { kind, to, task, note } = notice;
    if (!this.rules.onWork || to.accounts.length + to.groups.length === 0) return;
    this.rules.onWork(this.changes, {
      kind,
      to,
      instanceId: this.id,
      rev: this.rev,
      definition: { key: this.definition.key, version: this.definition.version },
      subject: this.definition.subject?.(this.context) ?? null,
      taskId: task?.id ?? null,
      task: task?.task_key ?? null,
      slot: task?.slot ?? '',
      actor: this.actor,
      note: note ?? null,
      at: this.at,
    });
  }

  /** Adds the rows of the instance and its history, and answers what it has become. */
  finish(entry: Entry, actor: Actor = this.actor): Decided {
    this.clearAway();
    const { snapshot, stage, rev } = this;
    const status = snapshot.status === 'done' ? ('done' as const) : ('active' as const);
    const to = this.states;
    const historyId = uuid();
    this.changes.update('process_instance', this.id, {
      snapshot: persist(this.definition.machine, snapshot),
      rev,
      status,
      stage,
      states: to,
      tags: [...snapshot.tags].sort(),
      closed_as: closedAsOf(snapshot),
      work: writeWork(this.work, this.definition),
      updated_at: this.at,
      ended_at: status === 'done' ? this.at : null,
    });
    this.changes.insert('process_history', {
      id: historyId,
      instance_id: this.id,
      seq: rev,
      ...entry,
      actor_id: actor.accountId,
      actor_name: actor.name,
      actor_unit: actor.unit,
      on_behalf_of: actor.onBehalfOf ?? null,
      at: this.at,
      from_states: this.from,
      to_states: to,
      commands: this.commands,
    });
    this.rules.afterEvent?.(this.changes, { instanceId: this.id, definition: this.definition.key, at: this.at });
    const { id, definition, tasks, timers, work } = this;
    const { startedBy } = this.instance;
    return {
      next: { id, definition, snapshot, rev, stage, startedBy, tasks, timers, work },
      receipt: {
        instanceId: id,
        rev,
        states: to,
        status,
        historyId,
        openTasks: [...tasks.values()].filter(isOpen).map((task) => task.id),
        repeated: false,
      },
    };
  }

  private handle(command: Command, event: string): void {
    const own = INSTANCE_COMMANDS[command.type];
    if (own) {
      own(this, command);
      return;
    }
    const handler = this.rules.handlers[command.type];
    if (!handler) throw new Error(`Command '${command.type}' has no handler. Add one to the command handlers.`);
    const { id, definition, rev, at, actor } = this;
    handler(this.changes, command, { instanceId: id, definition, at, actor, event, rev });
  }

  /** What stood still is kept as long as the process can come back to it, and no longer. */
  private clearAway(): void {
    const done = this.snapshot.status === 'done';
    const resume = done ? [] : this.work.resume.filter((entry) => this.isAwaited(entry));
    const heldTasks = new Set(resume.flatMap((entry) => entry.heldTasks));
    const heldTimers = new Set(resume.flatMap((entry) => entry.heldTimers));
    const standsStill = !done && isPaused(this.snapshot);
    for (const task of [...this.tasks.values()]) {
      if (done) this.endTask(task);
      else if (task.state === 'suspended' && !standsStill && !heldTasks.has(task.id)) this.endItem(task.item_id);
    }
    for (const timer of [...this.timers.values()]) {
      if (done || (timer.suspended_at !== null && !standsStill && !heldTimers.has(timer.id))) {
        this.timers.delete(timer.timer_key);
        this.changes.update('timer', timer.id, { state: 'cancelled', ended_at: this.at });
      }
    }
    const active = new Set(this.states);
    const undo = done
      ? []
      : this.work.undo.filter(({ entered }) => entered.every((leaf) => active.has(leaf))).slice(-4);
    this.work = { ...this.work, resume, undo };
  }

  private isAwaited({ task, slot }: { readonly task: string; readonly slot: string }): boolean {
    return [...this.tasks.values()].some((live) => live.task_key === task && live.slot === slot && !isEnded(live));
  }
}

/** A task as most of them are opened: offered to a group, alone in its item. */
const isBlank = (task: LiveTask): boolean =>
  task.part === 'sole' &&
  task.state === 'created' &&
  task.escalated_to === null &&
  task.added_by === null &&
  task.seq === 0 &&
  task.weight === 1;

/** The columns of a blank task that are not empty; the table fills in the others. */
const blankColumns = (task: LiveTask) => ({
  id: task.id,
  item_id: task.item_id,
  live: task.live,
  task_key: task.task_key,
  slot: task.slot,
  state: task.state,
  candidate_group: task.candidate_group,
  due_at: task.due_at,
  deadline: task.deadline,
  reminders: task.reminders,
});

/** Whether nothing but an answer, or the end of the task, is new. */
const onlyAnswered = (stored: LiveTask, task: LiveTask): boolean =>
  stored.due_at === task.due_at &&
  stored.deadline === task.deadline &&
  stored.escalated_to === task.escalated_to &&
  stored.reminders === task.reminders &&
  stored.suspended_at === task.suspended_at &&
  stored.urges === task.urges &&
  stored.urged_on === task.urged_on;

/** What claiming, handing on, answering and ending a task change. */
const answerColumns = (task: LiveTask) => ({
  state: task.state,
  live: task.live,
  assignee: task.assignee,
  assignee_name: task.assignee_name,
  owner: task.owner,
  owner_name: task.owner_name,
  claimed_at: task.claimed_at,
  ended_at: task.ended_at,
  outcome: task.outcome,
  form: task.form,
  completed_by: task.completed_by,
  completed_by_name: task.completed_by_name,
  completed_for: task.completed_for,
  completed_for_name: task.completed_for_name,
});

/**
 * All columns that an operation may change: updates of tasks have one of two shapes, so that few statements write them.
 *
 * They are named one by one: taking the others out of a copy costs several times as much, and this is done for every event.
 */
const changedColumns = (task: LiveTask) => ({
  state: task.state,
  live: task.live,
  escalated_to: task.escalated_to,
  assignee: task.assignee,
  assignee_name: task.assignee_name,
  owner: task.owner,
  owner_name: task.owner_name,
  claimed_at: task.claimed_at,
  reminded_at: task.reminded_at,
  reminders: task.reminders,
  urged_on: task.urged_on,
  urges: task.urges,
  due_at: task.due_at,
  deadline: task.deadline,
  suspended_at: task.suspended_at,
  ended_at: task.ended_at,
  outcome: task.outcome,
  form: task.form,
  completed_by: task.completed_by,
  completed_by_name: task.completed_by_name,
  completed_for: task.completed_for,
  completed_for_name: task.completed_for_name,
});
