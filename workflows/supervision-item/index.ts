import { supervisionItemV1 } from './v1/supervision-item.v1';

export type * from './commands';
export type { SupervisionItemInput } from './v1/context';
export { supervisionItemRefusalTexts } from './v1/refusals';

/** Every deployed version of the supervision item, oldest first. New items start with the last one. */
export const supervisionItem = [supervisionItemV1] as const;
