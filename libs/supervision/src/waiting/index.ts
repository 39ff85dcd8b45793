export { type AcceptedDispute, applyDisputes, type CountedPiece } from './apply-disputes';
export {
  attributeWaiting,
  type StateInterval,
  type TaskInterval,
  type WaitingInterval,
  type WaitingPiece,
} from './attribute-waiting';
export { countDays, type OwnerDays, ownersByDay, workdayCount } from './count-days';
export { waitingRefusalTexts } from './refusal-texts';
export { type OwnerSum, type Period, type ProjectWaiting, Waiting, type WaitingParts } from './waiting';
export type { WaitingDispute } from './waiting-dispute';
export { type DisputeDecision, type DisputeRequest, WaitingDisputes } from './waiting-disputes';
export { type Owner, type OwnerKind, type OwnerRule, type WaitingRules, waitingRulesOf } from './waiting-rules';
