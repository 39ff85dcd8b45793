import { queryOptions } from '@tanstack/react-query';
import { landfall } from '../api/landfall';
import { followTime } from '../time/present';

const WHILE_MOVING_MS = 400;
const OTHERWISE_MS = 5_000;

/** The clock of a demonstration; whoever asks for it lets the page go by it. Only where there is one. */
export const demoClockQuery = queryOptions({
  queryKey: ['demo-clock'],
  queryFn: async () => {
    const clock = await landfall.demoClock();
    followTime(clock.now);
    return clock;
  },
  staleTime: 0,
  refetchInterval: ({ state }) => (state.data?.move?.state === 'moving' ? WHILE_MOVING_MS : OTHERWISE_MS),
});
