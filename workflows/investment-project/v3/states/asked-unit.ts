import { type LocalizedText, type TaskSlot, userTaskState } from '@landfall/process-definition';
import type { LifecycleContext } from '../context';
import { lifecycle } from '../lifecycle';
import { remind } from '../say';
import type { DelayName } from '../timers';
import type { TaskKey } from '../user-tasks';
import { OFFICE } from '../work-groups';

type OfficeTask = 'overdueOpinions' | 'overdueWork' | 'blockedTrack';

/**
 * A task of the office beside the task of a unit. Each region has a slot of its own, because several may wait at once.
 *
 * The office never gets the unit's own task: nobody gives an opinion, a clearance or a verification for another unit.
 */
export const officeTask = (task: OfficeTask, region: string) => {
  const slots: readonly TaskSlot[] = [{ slot: region, group: OFFICE }];
  return {
    entry: { type: 'openUserTask' as const, params: { task, slots } },
    exit: { type: 'cancelUserTask' as const, params: { task, slot: region } },
  };
};

export const ofSlot = (slot: string) => ({ type: 'ofSlot' as const, params: { slot } });

interface Asked {
  readonly region: string;
  readonly task: TaskKey;
  readonly title: LocalizedText;
  /** Who is asked, in words. */
  readonly units: LocalizedText;
  readonly group: (context: LifecycleContext) => string | readonly TaskSlot[];
  readonly reminder: DelayName;
  readonly overdue: DelayName;
}

/** A unit's task with its clocks: reminded once, then the office chases; the unit's task stays the unit's all the while. */
export const askedUnit = ({ region, task, title, units, group, reminder, overdue }: Asked) => ({
  ...userTaskState<LifecycleContext>(task, group),
  meta: { title, task },
  initial: 'inTime',
  states: {
    inTime: lifecycle.createStateConfig({
      meta: { title: { zh: '限期内', en: 'In time' }, owner: units },
      after: { [reminder]: { actions: remind(task) }, [overdue]: { target: 'overdue' } },
    }),
    overdue: lifecycle.createStateConfig({
      ...officeTask('overdueWork', region),
      meta: { title: { zh: '逾期，办公室催办', en: 'Overdue, chased by the office' }, task: 'overdueWork' },
      on: { 'overdueWork.chased': { guard: ofSlot(region), target: 'inTime', actions: remind(task) } },
    }),
  },
});
