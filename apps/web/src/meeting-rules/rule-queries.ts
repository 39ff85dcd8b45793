import { queryOptions } from '@tanstack/react-query';
import { landfall } from '../api/landfall';

export const meetingRulesQuery = queryOptions({ queryKey: ['meeting-rules'], queryFn: landfall.meetingRules });
