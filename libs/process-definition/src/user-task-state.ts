import type { OpenUserTask, TaskSlot } from './command';

type GroupRule<Context> = (context: Context) => string | readonly TaskSlot[];

/**
 * Makes a state in which people work: entering opens the task, leaving cancels what is still open of it.
 *
 * `group` answers one candidate group, or a list of slots for a task group (one task per slot). Spread the result into
 * the state: `{ ...userTaskState('leadScreening', (context) => …), meta, on }`; its `meta.task` must name the same task.
 */
export const userTaskState = <Context>(task: string, group: GroupRule<Context>) => ({
  entry: {
    type: 'openUserTask' as const,
    // The boot check reads the key off the function, because it cannot run it.
    params: Object.assign(
      ({ context }: { context: Context }): OpenUserTask => {
        const answer = group(context);
        return { task, slots: typeof answer === 'string' ? [{ slot: '', group: answer }] : answer };
      },
      { task },
    ),
  },
  exit: { type: 'cancelUserTask' as const, params: { task } },
});
