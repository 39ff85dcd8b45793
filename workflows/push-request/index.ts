import { pushRequestV1 } from './v1/push-request.v1';

export type * from './commands';
export type { PushRequestInput } from './v1/context';
export { pushRequestRefusalTexts } from './v1/refusals';
export { suggestedUnits } from './v1/suggested-units';

/** Every deployed version of the push request, oldest first. New requests start with the last one. */
export const pushRequest = [pushRequestV1] as const;
