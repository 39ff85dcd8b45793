import {
  leavesEntered,
  type MigrationWay,
  type ProcessDefinition,
  stateKind,
  statesOfTask,
} from '@landfall/process-definition';
import type { InstanceWork, Step } from '../user-task/instance-work';

/**
 * What an instance remembers of the work on it, in the words of a later version. Steps are remembered, because duties are
 * kept apart from them, but those whose states are gone are none to go back to. Nothing can be taken back any more.
 */
export const workIn = (work: InstanceWork, to: ProcessDefinition, { enter = {} }: MigrationWay): InstanceWork => {
  const isKept = (state: string): boolean => stateKind(to, state) !== undefined && !(state in enter);
  const replaced = (leaf: string): readonly string[] =>
    enter[leaf]?.flatMap((target) => leavesEntered(to.machine, target)) ?? [leaf];
  return {
    steps: work.steps.map((step) => (step.leaves.every(isKept) ? step : { ...step, leaves: placeOf(step, to) })),
    inside: Object.fromEntries(
      Object.entries(work.inside).filter(
        ([parallel, leaves]) => stateKind(to, parallel) === 'parallel' && leaves.every(isKept),
      ),
    ),
    undo: [],
    resume: work.resume
      .filter(({ task }) => task in to.userTasks)
      .map((awaited) => ({ ...awaited, leaves: awaited.leaves.flatMap(replaced) })),
    held: work.held.filter(({ task }) => task in to.userTasks),
  };
};

/** Where a step is done in the new version; nowhere when it has no such task, or has it in several places. */
const placeOf = ({ task }: Step, to: ProcessDefinition): readonly string[] => {
  const states = statesOfTask(to, task);
  return states.length === 1 ? states : [];
};
