import {
  type Actor,
  begin,
  type FormValues,
  type ProcessDefinition,
  Rejection,
  SYSTEM_ACTOR,
} from '@landfall/process-definition';
import type { ChangeSet, EventChanges } from './commit/change-set';
import type { LiveTask, LoadedInstance } from './commit/loaded-instance';
import type { Decided } from './commit/operation';
import type { DefinitionRegistry } from './definition/definition-registry';
import type { EngineRules } from './engine-rules';
import { refuseProblems } from './form/form-validator';
import { migrateInstance } from './migration/migrate-instance';
import { Turn } from './turn';
import { existing } from './user-task/acting';
import { NO_WORK } from './user-task/instance-work';
import { complete } from './user-task/operations/complete';
import { type CarbonCopy, copy, readCopy } from './user-task/operations/copy';
import { redo, returnTask, withdraw } from './user-task/operations/go-back';
import { assign, claim, delegate, handOver, resolve, transfer, unclaim } from './user-task/operations/hand-on';
import { skip, urge } from './user-task/operations/oversee';
import { addSigners, removeSigner } from './user-task/operations/sign';
import type { TaskOperation } from './user-task/operations/task-operation';

export type MachineEvent = { readonly type: string } & Readonly<Record<string, unknown>>;

/**
 * Decides every command on a loaded instance: pure, except that it draws new ids. Each function answers the next
 * instance and its receipt and adds the rows, or throws a `Rejection`.
 */
export class Operations {
  constructor(private readonly rules: EngineRules) {}

  start(
    definition: ProcessDefinition,
    request: {
      readonly id: string;
      readonly correlationKey?: string | undefined;
      readonly belongsTo?: string | undefined;
      readonly input: Readonly<Record<string, unknown>>;
      readonly also?: ((changes: ChangeSet) => void) | undefined;
    },
    actor: Actor,
    changes: EventChanges,
    at: Date,
  ): Decided {
    const decision = begin(definition, { ...request.input, at: at.toISOString(), actor, instanceId: request.id });
    const blank: LoadedInstance = {
      id: request.id,
      definition,
      snapshot: decision.snapshot,
      rev: 0,
      stage: null,
      startedBy: actor.accountId,
      tasks: new Map(),
      timers: new Map(),
      work: NO_WORK,
    };
    changes.insert('process_instance', {
      id: request.id,
      definition_key: definition.key,
      definition_version: definition.version,
      correlation_key: request.correlationKey ?? null,
      belongs_to: request.belongsTo ?? null,
      started_by: actor.accountId,
      started_at: at,
    });
    request.also?.(changes);
    const turn = new Turn(this.rules, blank, actor, changes, at);
    turn.carryOut(decision, 'started');
    return turn.finish({ kind: 'started', event: 'started', payload: { input: request.input } });
  }

  /** An event of the system or of another process. */
  event(
    instance: LoadedInstance | undefined,
    event: MachineEvent,
    actor: Actor,
    changes: EventChanges,
    at: Date,
  ): Decided {
    const turn = new Turn(this.rules, existing(instance), actor, changes, at);
    const { type, ...payload } = event;
    turn.send({ ...event, at: at.toISOString(), actor });
    return turn.finish({ kind: 'event', event: type, payload });
  }

  /** An event that a person sends to the process as a whole; only those the definition offers, with their form. */
  personEvent(
    instance: LoadedInstance | undefined,
    request: { readonly type: string; readonly form: FormValues },
    actor: Actor,
    changes: EventChanges,
    at: Date,
  ): Decided {
    const turn = new Turn(this.rules, existing(instance), actor, changes, at);
    const { definition, context } = turn;
    const offered = definition.events[request.type];
    if (!offered) {
      throw new Rejection({
        code: 'PROCESS.UNKNOWN_EVENT',
        status: 404,
        message: `Expected an event of process '${definition.key}', but it has no '${request.type}'`,
        params: { event: request.type },
      });
    }
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
    this.rules.forms.validate(offered, request.type, schema, request.form);
    refuseProblems(offered.check?.(request.form, context, { at: at.toISOString(), actor }) ?? []);
    turn.send({ type: request.type, form: request.form, at: at.toISOString(), actor });
    return turn.finish({ kind: 'event', event: request.type, payload: { form: request.form } });
  }

  /**
   * Does something with a user task.
   *
   * @param rows the tasks of its work item as they are stored, for operations on what is done already
   */
  task(
    instance: LoadedInstance | undefined,
    taskId: string,
    operation: TaskOperation,
    actor: Actor,
    changes: EventChanges,
    at: Date,
    rows: readonly LiveTask[] = [],
  ): Decided {
    const turn = new Turn(this.rules, existing(instance), actor, changes, at);
    const stored = () => turn.tasks.get(taskId) ?? rows.find(({ id }) => id === taskId) ?? noSuchTask();
    switch (operation.kind) {
      case 'complete':
        return complete(turn, taskId, operation);
      case 'claim':
        return claim(turn, taskId);
      case 'unclaim':
        return unclaim(turn, taskId);
      case 'assign':
        return assign(turn, taskId, operation);
      case 'transfer':
        return transfer(turn, taskId, operation);
      case 'delegate':
        return delegate(turn, taskId, operation);
      case 'resolve':
        return resolve(turn, taskId, operation);
      case 'addSigners':
        return addSigners(turn, taskId, operation);
      case 'removeSigner':
        return removeSigner(turn, taskId, operation);
      case 'return':
        return returnTask(turn, taskId, operation);
      case 'withdraw':
        return withdraw(turn, stored(), rows, operation);
      case 'skip':
        return skip(turn, taskId, operation);
      case 'redo':
        return redo(turn, stored(), operation);
      case 'urge':
        return urge(turn, taskId, operation);
      case 'copy':
        return copy(turn, stored(), operation);
      case 'handOver':
        return handOver(turn, taskId, operation);
    }
  }

  readCopy(
    instance: LoadedInstance | undefined,
    sent: CarbonCopy,
    actor: Actor,
    changes: EventChanges,
    at: Date,
  ): Decided {
    return readCopy(new Turn(this.rules, existing(instance), actor, changes, at), sent);
  }

  /** Brings an instance over to the latest version that its own has a way to. */
  migrate(
    instance: LoadedInstance | undefined,
    definitions: Pick<DefinitionRegistry, 'wayFrom'>,
    changes: EventChanges,
    at: Date,
  ): Decided {
    const { definition } = existing(instance);
    const turn = new Turn(this.rules, existing(instance), SYSTEM_ACTOR, changes, at);
    return migrateInstance(turn, definitions.wayFrom(definition.key, definition.version));
  }

  /** Fires an armed timer. A timer that is no longer armed changes nothing: its alarm was late or came twice. */
  fireTimer(instance: LoadedInstance | undefined, timerId: string, changes: EventChanges, at: Date): Decided {
    const turn = new Turn(this.rules, existing(instance), SYSTEM_ACTOR, changes, at);
    const timer = [...turn.timers.values()].find(({ id }) => id === timerId);
    if (!timer || timer.suspended_at !== null || new Date(timer.due_at).getTime() > at.getTime()) {
      throw new Rejection({
        code: 'TIMER.NOT_DUE',
        status: 409,
        message: 'Expected to fire a timer, but it is not armed or not yet due',
      });
    }
    turn.timers.delete(timer.timer_key);
    changes.update('timer', timer.id, { state: 'fired', ended_at: at });
    turn.offer({ type: timer.event, at: at.toISOString(), actor: SYSTEM_ACTOR });
    const payload = { timer: timer.timer_key, dueAt: timer.due_at };
    return turn.finish({ kind: 'timerFired', event: timer.event, payload });
  }
}

const noSuchTask = (): never => {
  throw new Rejection({
    code: 'USER_TASK.NOT_FOUND',
    status: 404,
    message: 'Expected a user task, but there is none with this id',
  });
};
