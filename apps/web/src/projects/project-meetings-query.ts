import { queryOptions } from '@tanstack/react-query';
import { landfall } from '../api/landfall';

/** Where a project stands with the meetings; meetings move while nobody touches the page. */
export const projectMeetingsQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['project', projectId, 'meetings'],
    queryFn: () => landfall.projectMeetings(projectId),
    refetchInterval: 30_000,
  });
