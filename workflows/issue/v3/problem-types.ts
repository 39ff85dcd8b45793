import type { IssueType } from '../commands';

/** What kind of problem a push meeting has before it, by the type of the issue (domain-model 6.b2, 6.d). */
export const PROBLEM_TYPES: Readonly<Record<IssueType, readonly string[]>> = {
  site: ['site'],
  planning: ['planning'],
  environment: ['environment'],
  energy: ['energy'],
  safety: ['safety'],
  // 规划资源分局 and 住建委 decide on permits too.
  constructionPermit: ['planning'],
  funds: ['policy'],
  policyDelivery: ['policy'],
  registration: ['registration'],
  // Who must sit is for the office to say.
  utilities: ['other'],
  labour: ['other'],
  enterprise: ['other'],
  crossRegion: ['other'],
  other: ['other'],
};
