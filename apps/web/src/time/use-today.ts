import { useQuery } from '@tanstack/react-query';
import { calendarQuery } from '../api/queries';
import { presentTime } from './present';
import { isoDay } from './shanghai-time';

/** Today as the server says it, YYYY-MM-DD; the computer's clock helps out until it has spoken. */
export const useToday = (): string => {
  const { data } = useQuery(calendarQuery(undefined));
  return data?.today ?? isoDay(new Date(presentTime()).toISOString());
};
