import {
  type Actor,
  advance,
  begin,
  type Command,
  type Decision,
  type FormValues,
  outcomeEvent,
  outcomeSchema,
  type ProcessDefinition,
  type ProcessEvent,
  persist,
  Rejection,
  SYSTEM_ACTOR,
  statePaths,
} from '@landfall/process-definition';
import { v7 as uuid } from 'uuid';
import type { CommandHandlers } from './command-handler';
import type { ChangeSet, EventChanges } from './commit/change-set';
import type { LoadedInstance, OpenTask } from './commit/loaded-instance';
import type { Decided } from './commit/operation';
import { type FormValidator, refuseProblems } from './form/form-validator';
import { closedAsOf, draftOf, type InstanceDraft } from './instance-draft';
import { cancelTimer, startTimer } from './timer/timer-handlers';
import {
  cancelUserTask,
  changedColumns,
  escalateUserTask,
  openUserTask,
  remindUserTask,
  replaceTask,
} from './user-task/user-task-handlers';
import { claimedByOther, existing, openTask, requireMember } from './user-task/user-task-rules';

export type MachineEvent = { readonly type: string } & Readonly<Record<string, unknown>>;

type InstanceCommand = (
  draft: InstanceDraft,
  changes: ChangeSet,
  command: Command,
  at: Date,
  alarmHorizonMs: number,
) => void;

/** The commands that change the instance's own tasks and timers. */
const INSTANCE_COMMANDS: Readonly<Record<string, InstanceCommand>> = {
  openUserTask,
  cancelUserTask,
  remindUserTask,
  escalateUserTask,
  startTimer,
  cancelTimer,
};

/** What a history entry says besides the machine's own part. */
interface Entry {
  readonly kind: string;
  readonly event: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

export interface TaskCompletion {
  readonly taskId: string;
  readonly outcome: string;
  readonly form: FormValues;
}

/**
 * Decides every command on a loaded instance: pure, except that it draws new ids. Each function answers the next
 * instance and its receipt and adds the rows, or throws a `Rejection`.
 */
export class Operations {
  constructor(
    private readonly handlers: CommandHandlers,
    private readonly forms: FormValidator,
    private readonly alarmHorizonMs: number,
    /** The groups whose members may assign the tasks of a group, besides whoever holds them. */
    private readonly supervisorsOf: (group: string) => readonly string[],
  ) {}

  start(
    definition: ProcessDefinition,
    request: {
      readonly id: string;
      readonly correlationKey?: string | undefined;
      readonly input: Readonly<Record<string, unknown>>;
      readonly also?: ((changes: ChangeSet) => void) | undefined;
    },
    actor: Actor,
    changes: EventChanges,
    at: Date,
  ): Decided {
    const decision = begin(definition, { ...request.input, at: at.toISOString(), actor });
    const blank: LoadedInstance = {
      id: request.id,
      definition,
      snapshot: decision.snapshot,
      rev: 0,
      stage: null,
      tasks: new Map(),
      timers: new Map(),
    };
    changes.insert('process_instance', {
      id: request.id,
      definition_key: definition.key,
      definition_version: definition.version,
      correlation_key: request.correlationKey ?? null,
      started_by: actor.accountId,
      started_at: at,
    });
    request.also?.(changes);
    const entry = { kind: 'started', event: 'started', payload: { input: request.input } };
    return this.apply(blank, decision, entry, actor, changes, at);
  }

  /** An event of the system or of another process. */
  event(
    instance: LoadedInstance | undefined,
    event: MachineEvent,
    actor: Actor,
    changes: EventChanges,
    at: Date,
  ): Decided {
    const known = existing(instance);
    const { type, ...payload } = event;
    const decision = this.accepted(known, { ...event, at: at.toISOString(), actor });
    return this.apply(known, decision, { kind: 'event', event: type, payload }, actor, changes, at);
  }

  /** An event that a person sends to the process as a whole; only those the definition offers, with their form. */
  personEvent(
    instance: LoadedInstance | undefined,
    request: { readonly type: string; readonly form: FormValues },
    actor: Actor,
    changes: EventChanges,
    at: Date,
  ): Decided {
    const known = existing(instance);
    const offered = known.definition.events[request.type];
    if (!offered) {
      throw new Rejection({
        code: 'PROCESS.UNKNOWN_EVENT',
        status: 404,
        message: `Expected an event of process '${known.definition.key}', but it has no '${request.type}'`,
        params: { event: request.type },
      });
    }
    const context = known.snapshot.context as Readonly<Record<string, unknown>>;
    if (!offered.allowedGroups(context).some((group) => actor.groups.includes(group))) {
      throw new Rejection({
        code: 'PROCESS.EVENT_NOT_ALLOWED',
        status: 403,
        message: `Expected to apply '${request.type}', but the posts of '${actor.name}' do not allow it`,
        params: { event: request.type, actor: actor.name },
      });
    }
    const schema = () => ({
      type: 'object' as const,
      additionalProperties: false as const,
      properties: offered.fields,
      required: offered.required,
    });
    this.forms.validate(offered, request.type, schema, request.form);
    refuseProblems(offered.check?.(request.form, context, { at: at.toISOString(), actor }) ?? []);
    const event = { type: request.type, form: request.form, at: at.toISOString(), actor };
    const entry = { kind: 'event', event: request.type, payload: { form: request.form } };
    return this.apply(known, this.accepted(known, event), entry, actor, changes, at);
  }

  completeTask(
    instance: LoadedInstance | undefined,
    { taskId, outcome, form }: TaskCompletion,
    actor: Actor,
    changes: EventChanges,
    at: Date,
  ): Decided {
    const known = existing(instance);
    const task = openTask(known, taskId);
    if (task.state === 'claimed' && task.assignee !== actor.accountId) throw claimedByOther('complete', task);
    if (task.state === 'created') requireMember('complete', task, actor);
    const definition = known.definition.userTasks[task.task_key];
    const offered = definition?.outcomes[outcome];
    if (!definition || !offered) {
      throw new Rejection({
        code: 'USER_TASK.UNKNOWN_OUTCOME',
        status: 422,
        message: `Expected to complete user task '${task.task_key}', but it has no outcome '${outcome}'`,
        params: { task: task.task_key, outcome },
      });
    }
    this.forms.validate(definition, outcome, () => outcomeSchema(definition, outcome), form);
    const context = known.snapshot.context as Readonly<Record<string, unknown>>;
    refuseProblems(definition.check?.(form, context, { at: at.toISOString(), actor, outcome }) ?? []);
    const type = outcomeEvent(task.task_key, outcome);
    const event = { type, slot: task.slot, form, at: at.toISOString(), actor };
    const decision = this.accepted(known, event);
    const tasks = new Map(known.tasks);
    tasks.delete(taskId);
    changes.update('user_task', taskId, {
      ...changedColumns({
        ...task,
        state: 'completed',
        assignee: actor.accountId,
        assignee_name: actor.name,
        claimed_at: task.claimed_at ?? at.toISOString(),
      }),
      outcome,
      form,
      completed_by: actor.accountId,
      completed_by_name: actor.name,
      ended_at: at,
    });
    const payload = { taskId, task: task.task_key, slot: task.slot, outcome, form };
    return this.apply({ ...known, tasks }, decision, { kind: 'event', event: type, payload }, actor, changes, at);
  }

  claimTask(
    instance: LoadedInstance | undefined,
    taskId: string,
    actor: Actor,
    changes: EventChanges,
    at: Date,
  ): Decided {
    const known = existing(instance);
    const task = openTask(known, taskId);
    if (task.state === 'claimed') throw claimedByOther('claim', task);
    requireMember('claim', task, actor);
    return this.reassign(
      known,
      task,
      { accountId: actor.accountId, name: actor.name },
      'taskClaimed',
      actor,
      changes,
      at,
    );
  }

  unclaimTask(
    instance: LoadedInstance | undefined,
    taskId: string,
    actor: Actor,
    changes: EventChanges,
    at: Date,
  ): Decided {
    const known = existing(instance);
    const task = openTask(known, taskId);
    if (task.state !== 'claimed') {
      throw new Rejection({
        code: 'USER_TASK.NOT_CLAIMED',
        status: 409,
        message: `Expected to unclaim user task '${task.task_key}', but nobody has claimed it`,
        params: { task: task.task_key },
      });
    }
    if (task.assignee !== actor.accountId && !this.supervises(actor, task)) throw claimedByOther('unclaim', task);
    return this.reassign(known, task, null, 'taskUnclaimed', actor, changes, at);
  }

  assignTask(
    instance: LoadedInstance | undefined,
    taskId: string,
    assignee: { readonly accountId: string; readonly name: string; readonly groups: readonly string[] },
    actor: Actor,
    changes: EventChanges,
    at: Date,
  ): Decided {
    const known = existing(instance);
    const task = openTask(known, taskId);
    if (!this.supervises(actor, task)) {
      throw new Rejection({
        code: 'USER_TASK.ASSIGN_NOT_ALLOWED',
        status: 403,
        message: `Expected to assign user task '${task.task_key}', but '${actor.name}' does not head '${task.candidate_group}'`,
        params: { task: task.task_key, actor: actor.name, group: task.candidate_group },
      });
    }
    if (!assignee.groups.includes(task.candidate_group) && !assignee.groups.includes(task.escalated_to ?? '')) {
      throw new Rejection({
        code: 'USER_TASK.ASSIGNEE_NOT_CANDIDATE',
        status: 422,
        message: `Expected to assign user task '${task.task_key}', but '${assignee.name}' is not in '${task.candidate_group}'`,
        params: { task: task.task_key, assignee: assignee.name, group: task.candidate_group },
      });
    }
    return this.reassign(known, task, assignee, 'taskAssigned', actor, changes, at);
  }

  /** Fires an armed timer. A timer that is no longer armed changes nothing: its alarm was late or came twice. */
  fireTimer(instance: LoadedInstance | undefined, timerId: string, changes: EventChanges, at: Date): Decided {
    const known = existing(instance);
    const timer = [...known.timers.values()].find(({ id }) => id === timerId);
    if (!timer || new Date(timer.due_at).getTime() > at.getTime()) {
      throw new Rejection({
        code: 'TIMER.NOT_DUE',
        status: 409,
        message: 'Expected to fire a timer, but it is not armed or not yet due',
      });
    }
    const timers = new Map(known.timers);
    timers.delete(timer.timer_key);
    changes.update('timer', timer.id, { state: 'fired', ended_at: at });
    const fired = { ...known, timers };
    const payload = { timer: timer.timer_key, dueAt: timer.due_at };
    const answer = advance(known.definition, known.snapshot, {
      type: timer.event,
      at: at.toISOString(),
      actor: SYSTEM_ACTOR,
    });
    const entry: Entry = { kind: 'timerFired', event: timer.event, payload };
    const decision = answer instanceof Rejection ? unmoved(known) : answer;
    return this.apply(fired, decision, entry, SYSTEM_ACTOR, changes, at);
  }

  private supervises(actor: Actor, task: OpenTask): boolean {
    return this.supervisorsOf(task.candidate_group).some((group) => actor.groups.includes(group));
  }

  private reassign(
    known: LoadedInstance,
    task: OpenTask,
    assignee: { readonly accountId: string; readonly name: string } | null,
    kind: string,
    actor: Actor,
    changes: EventChanges,
    at: Date,
  ): Decided {
    const draft = draftOf(known, known.snapshot);
    replaceTask(draft, changes, {
      ...task,
      state: assignee ? 'claimed' : 'created',
      assignee: assignee?.accountId ?? null,
      assignee_name: assignee?.name ?? null,
      claimed_at: assignee ? at.toISOString() : null,
    });
    const payload = { taskId: task.id, task: task.task_key, slot: task.slot, assignee: assignee?.name ?? null };
    const entry = { kind, event: task.task_key, payload };
    return this.finish(draft, unmoved(known), entry, actor, changes, at);
  }

  private accepted(known: LoadedInstance, event: ProcessEvent & Record<string, unknown>): Decision {
    const answer = advance(known.definition, known.snapshot, event);
    if (answer instanceof Rejection) throw answer;
    return answer;
  }

  private apply(
    instance: LoadedInstance,
    decision: Decision,
    entry: Entry,
    actor: Actor,
    changes: EventChanges,
    at: Date,
  ): Decided {
    const draft = draftOf(instance, decision.snapshot);
    for (const command of decision.commands) this.handle(draft, command, entry, actor, changes, at);
    return this.finish(draft, decision, entry, actor, changes, at);
  }

  private handle(
    draft: InstanceDraft,
    command: Command,
    entry: Entry,
    actor: Actor,
    changes: EventChanges,
    at: Date,
  ): void {
    const own = INSTANCE_COMMANDS[command.type];
    if (own) {
      own(draft, changes, command, at, this.alarmHorizonMs);
      return;
    }
    const handler = this.handlers[command.type];
    if (!handler) throw new Error(`Command '${command.type}' has no handler. Add one to the command handlers.`);
    const { id, definition, rev } = draft;
    handler(changes, command, { instanceId: id, definition, at, actor, event: entry.event, rev });
  }

  private finish(
    draft: InstanceDraft,
    { snapshot, commands, from, to }: Decision,
    entry: Entry,
    actor: Actor,
    changes: EventChanges,
    at: Date,
  ): Decided {
    const status = snapshot.status === 'done' ? ('done' as const) : ('active' as const);
    const { stage } = draft;
    const historyId = uuid();
    changes.update('process_instance', draft.id, {
      snapshot: persist(draft.definition.machine, snapshot),
      rev: draft.rev,
      status,
      stage,
      states: to,
      tags: [...snapshot.tags].sort(),
      closed_as: closedAsOf(snapshot),
      updated_at: at,
      ended_at: status === 'done' ? at : null,
    });
    changes.insert('process_history', {
      id: historyId,
      instance_id: draft.id,
      seq: draft.rev,
      ...entry,
      actor_id: actor.accountId,
      actor_name: actor.name,
      actor_unit: actor.unit,
      on_behalf_of: actor.onBehalfOf ?? null,
      at,
      from_states: from,
      to_states: to,
      commands,
    });
    return {
      next: {
        id: draft.id,
        definition: draft.definition,
        snapshot,
        rev: draft.rev,
        stage,
        tasks: draft.tasks,
        timers: draft.timers,
      },
      receipt: {
        instanceId: draft.id,
        rev: draft.rev,
        states: to,
        status,
        historyId,
        openTasks: [...draft.tasks.keys()],
        repeated: false,
      },
    };
  }
}

const unmoved = (instance: LoadedInstance): Decision => {
  const states = statePaths(instance.snapshot.value);
  return { snapshot: instance.snapshot, commands: [], from: states, to: states };
};
