import type { JobHandlers } from '@landfall/outbox';
import { DELIVER, type Deliveries } from './deliveries';
import type { FanOut } from './fan-out';
import { FAN_OUT } from './notice';

/** The jobs of this library; each may come twice. */
export const notificationJobs = (
  fanOut: Pick<FanOut, 'run'>,
  deliveries: Pick<Deliveries, 'deliver'>,
): JobHandlers => ({
  [FAN_OUT]: async ({ key }) => {
    await fanOut.run(String(key));
  },
  [DELIVER]: async ({ deliveryId }) => {
    await deliveries.deliver(String(deliveryId));
  },
});
