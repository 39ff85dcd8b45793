import { type Actor, Rejection } from '@landfall/process-definition';
import { EventChanges } from '../commit/change-set';
import type { LiveTask, LoadedInstance } from '../commit/loaded-instance';
import type { EngineRules } from '../engine-rules';
import type { Operations } from '../operations';
import { Turn } from '../turn';
import { returnTargets } from './operations/go-back';
import type { TaskOperation } from './operations/task-operation';
import { isMember, SIGNER_OUTCOMES } from './work-item';

/** An earlier step that a task can be returned to. */
export interface ReturnOption {
  readonly task: string;
  readonly slot: string;
  /** Whose step it was. */
  readonly name: string;
  /** Whether the process may come straight back from there. */
  readonly canJumpBack: boolean;
}

/** What somebody may do with a task now. */
export interface TaskOptions {
  readonly may: readonly TaskOperation['kind'][];
  /** The outcomes that this share of the task may choose. */
  readonly outcomes: readonly string[];
  readonly returns: readonly ReturnOption[];
  readonly returnsToInitiator: boolean;
}

const SOMEBODY = 'somebody-else';

/**
 * Says what an actor may do with a task by trying everything and keeping nothing, so that the answer is never another than
 * what happens when it is done.
 */
export const taskOptions = (
  operations: Operations,
  rules: EngineRules,
  instance: LoadedInstance,
  row: LiveTask,
  rows: readonly LiveTask[],
  actor: Actor,
  at: Date,
): TaskOptions => {
  const silent = new EventChanges(at);
  const refusal = (operation: TaskOperation): string | undefined => {
    try {
      operations.task(instance, row.id, operation, actor, silent, at, rows);
      return undefined;
    } catch (error) {
      if (error instanceof Rejection) return error.code;
      // What a machine cannot do with an empty form is not the actor's lack of a right.
      return 'FAULT';
    }
  };
  const task = instance.tasks.get(row.id) ?? row;
  const definition = instance.definition.userTasks[task.task_key];
  const outcomes = (isMember(task) ? Object.keys(definition?.outcomes ?? {}) : [...SIGNER_OUTCOMES]).filter((outcome) =>
    isAboutTheForm(refusal({ kind: 'complete', outcome, form: {} })),
  );
  const turn = new Turn(rules, instance, actor, silent, at);
  const to = { accountId: SOMEBODY, name: SOMEBODY, groups: [task.candidate_group] };
  const steps = instance.tasks.has(row.id) ? returnTargets(turn, task) : [];
  const goes = (goal: Extract<TaskOperation, { kind: 'return' }>['to'], afterwards: 'inOrder' | 'jumpBack') =>
    refusal({ kind: 'return', to: goal, afterwards, reason: '-' }) === undefined;
  const returns = steps
    .filter(({ task: key, slot }) => goes({ kind: 'step', task: key, slot }, 'inOrder'))
    .map(({ task: key, slot, name }) => ({
      task: key,
      slot,
      name,
      canJumpBack: goes({ kind: 'step', task: key, slot }, 'jumpBack'),
    }));
  const returnsToInitiator = goes({ kind: 'initiator' }, 'inOrder');
  const tried: readonly TaskOperation[] = [
    { kind: 'claim' },
    { kind: 'unclaim' },
    { kind: 'assign', to },
    { kind: 'transfer', to, reason: '-' },
    { kind: 'delegate', to, note: '-' },
    { kind: 'resolve', note: '-' },
    { kind: 'addSigners', position: 'after', signers: [to], reason: '-' },
    { kind: 'removeSigner', reason: '-' },
    { kind: 'withdraw', reason: '-' },
    { kind: 'skip', reason: '-' },
    { kind: 'redo', reason: '-' },
    { kind: 'urge', note: '' },
    { kind: 'copy', to: [to], note: '' },
  ];
  return {
    may: [
      ...(outcomes.length > 0 ? (['complete'] as const) : []),
      ...tried.filter((operation) => refusal(operation) === undefined).map(({ kind }) => kind),
      ...(returns.length > 0 || returnsToInitiator || goes({ kind: 'previous' }, 'inOrder')
        ? (['return'] as const)
        : []),
    ],
    outcomes,
    returns,
    returnsToInitiator,
  };
};

/** A form that is still empty, or a guard that looks into it, says nothing about who may answer. */
const isAboutTheForm = (code: string | undefined): boolean =>
  code === undefined ||
  code === 'FAULT' ||
  code === 'PROCESS.EVENT_NOT_ACCEPTED' ||
  !/^(USER_TASK|PROCESS)\./.test(code);
