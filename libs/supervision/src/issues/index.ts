export type { ViewedProjects } from '../viewed-projects';
export { issueConstraintRejections } from './constraint-rejections';
export { issueCommandHandlers } from './issue-command-handlers';
export type { BlockedProject, BlockedQuery, IssueItem } from './issue-list';
export type { IssueMeasure } from './issue-measures';
export { ISSUE_TYPES, type IssueType, issueTypeLabel } from './issue-types';
export {
  ISSUE_PROCESS,
  type IssueBody,
  Issues,
  type IssuesParts,
  type RaisedIssue,
  type RedLightIssue,
} from './issues';
export { LapsedIssues, type LapsedIssuesParts } from './lapsed-issues';
export { issueRefusalTexts as raisingRefusalTexts } from './refusal-texts';
