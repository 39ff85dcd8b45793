import type { JobHandlers } from '@landfall/outbox';
import type { WorkingTime } from './working-time';

/** The job that counts again what was opened by the version before while a new one was applied. */
export const REALIGN_DEADLINES = 'working-time.realign-deadlines';

/** The jobs of this library; each may come twice and has one effect. */
export const workingTimeJobs = (workingTime: Pick<WorkingTime, 'realign'>): JobHandlers => ({
  [REALIGN_DEADLINES]: async () => {
    await workingTime.realign();
  },
});
