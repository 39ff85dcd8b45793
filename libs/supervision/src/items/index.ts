export { supervisionItemCommandHandlers } from './item-command-handlers';
export type { ItemEnding } from './item-ending';
export type { ItemQuery, SupervisionItemRow } from './item-list';
export { type ItemSlip, readItemSlip } from './item-slip';
export { NUMBER_ITEM, type NumberItemParts, supervisionItemJobs } from './number-item';
export { draftingRefusalTexts } from './refusal-texts';
export {
  type DraftBody,
  type DraftedItem,
  ITEM_PROCESS,
  ITEM_SOURCES,
  type ItemSource,
  type OnBehalfOf,
  type RedLightItem,
  SupervisionItems,
} from './supervision-items';
