import type { AnyStateMachine } from 'xstate';
import type { Actor } from './actor';
import type { DelayRule } from './countdown-rule';
import type { FormValues } from './form';
import type { LocalizedText } from './localized-text';
import { boundMicrosteps } from './microsteps';
import type { MigrationWay } from './migration';
import type { InstanceEventDefinition, UserTaskDefinition } from './user-task-definition';

/** A part of the process that people speak of; a read model only, derived from the active states' `meta.stage`. */
export interface StageDefinition {
  readonly key: string;
  readonly title: LocalizedText;
}

/**
 * What a state tells about itself in `meta`.
 *
 * A waiting state (atomic, not final, not passed over) needs an owner and a deadline: it has them by its `task`, or it
 * names `owner` and has a delayed transition.
 */
export interface StateMeta {
  readonly title: LocalizedText;
  readonly stage?: string;
  /** The user task that is open while the state is active. */
  readonly task?: string;
  /** Who moves a waiting state without a task (a job, another process, a person by an instance event). */
  readonly owner?: LocalizedText;
  /** What a final state means for the instance (`achieved`, `rejected`, …). */
  readonly closedAs?: string;
}

/** The input that every process is started with, besides its own facts. */
export interface StartInput {
  readonly at: string;
  readonly actor: Actor;
  /** The instance's own id, for what it tells others to answer to; the engine always says it. */
  readonly instanceId?: string;
}

/** Every event a machine receives: its type, when (ISO 8601, UTC), by whom, and for task outcomes the slot and form. */
export interface ProcessEvent {
  readonly type: string;
  readonly at: string;
  readonly actor: Actor;
  readonly slot?: string;
  readonly form?: FormValues;
  /** What everybody said, where a work rule made one outcome of several shares. */
  readonly shares?: readonly WorkShare[];
}

/** One answer in a task that several people do. */
export interface WorkShare {
  readonly slot: string;
  readonly group: string;
  readonly weight: number;
  readonly outcome: string;
  readonly form: FormValues;
  readonly by: string;
  readonly at: string;
}

/**
 * A version of a process: its pure machine, its tasks with their forms, and the texts people read.
 *
 * Keys of states, events, delays and tasks are persisted and for ever (design law 7). `machine.id` equals `key`.
 */
export interface ProcessDefinition {
  readonly key: string;
  readonly version: number;
  readonly title: LocalizedText;
  readonly machine: AnyStateMachine;
  readonly stages: readonly StageDefinition[];
  readonly userTasks: Readonly<Record<string, UserTaskDefinition>>;
  readonly events: Readonly<Record<string, InstanceEventDefinition>>;
  /** Titles of the named delays, for the timeline and the list of running timers. */
  readonly timers: Readonly<Record<string, LocalizedText>>;
  /**
   * The limits of named delays that run in working time, or up to a date. The engine's calendar says when such a timer is
   * due and shows the arithmetic; the machine's own number only has to come close, for simulation.
   */
  readonly delayRules?: Readonly<Record<string, DelayRule>>;
  /** What an instance is about, in a few words, for notices and lists. */
  readonly subject?: (context: Readonly<Record<string, unknown>>) => string;
  /** The task in which whoever started the process mends what he filed: where a return to the initiator leads. */
  readonly initiatorStep?: string;
  /**
   * How running instances of earlier versions come over to this one; without a way they stay on their version. It says how
   * others get here and not what the version means, so a way may be added to a deployed version.
   */
  readonly migratesFrom?: readonly MigrationWay[];
  /** Titles of events that neither a task nor a person sends (results of jobs, other processes). */
  readonly signals: Readonly<Record<string, LocalizedText>>;
}

/**
 * Declares a process definition; the shape is checked by the compiler, the meaning by `checkDefinition` at boot. From here
 * on its machine goes round no circle for ever.
 */
export const defineProcess = (definition: ProcessDefinition): ProcessDefinition => {
  boundMicrosteps(definition.machine);
  return definition;
};
