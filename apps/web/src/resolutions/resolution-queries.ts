import { queryOptions } from '@tanstack/react-query';
import { landfall } from '../api/landfall';

/** The resolutions of all meetings that the reader may see. */
export const resolutionsQuery = queryOptions({
  queryKey: ['resolutions'],
  queryFn: landfall.resolutions,
  refetchInterval: 30_000,
});
