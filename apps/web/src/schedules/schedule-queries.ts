import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { ScheduleItem } from '../api/contract';
import { landfall } from '../api/landfall';
import { queryClient } from '../api/queries';

const AT_REST_MS = 15_000;
const UNDER_WAY_MS = 1_000;

const isUnderWay = ({ last }: ScheduleItem): boolean => last?.state === 'due' || last?.state === 'running';

/** Followed closely while something runs. */
export const schedulesQuery = queryOptions({
  queryKey: ['schedules', 'list'],
  queryFn: landfall.schedules,
  refetchInterval: ({ state }) => (state.data?.some(isUnderWay) ? UNDER_WAY_MS : AT_REST_MS),
});

export const scheduleRunsQuery = (key: string) =>
  infiniteQueryOptions({
    queryKey: ['schedules', 'runs', key],
    queryFn: ({ pageParam }) => landfall.scheduleRuns(key, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

export const refreshSchedules = () => queryClient.invalidateQueries({ queryKey: ['schedules'] });
