import type { AnyStateMachine } from 'xstate';

/**
 * How many steps one event may take by itself (`always` and raised events) before it counts as a circle without an end. A
 * loop over the units of a district or the items of an agenda stays far below.
 */
export const MICROSTEPS_AT_MOST = 1_000;

/**
 * Lets a machine throw where it would go round for ever, unless it names a limit of its own.
 *
 * XState counts by itself and has no limit unless it is told one, so this costs nothing while an event is decided.
 */
export const boundMicrosteps = (machine: AnyStateMachine): void => {
  if (machine.options.maxIterations !== undefined && machine.options.maxIterations !== Infinity) return;
  machine.options = { ...machine.options, maxIterations: MICROSTEPS_AT_MOST };
};
