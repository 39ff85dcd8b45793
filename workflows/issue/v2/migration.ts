import type { IssueContext as ContextOfVersion1 } from '../v1/context';
import type { IssueContext } from './context';

/** An issue that began with version 1 goes on in the same state: it has asked for no push meeting that would answer it. */
export const contextOfVersion1 = ({ resolvedByUnit, ...kept }: ContextOfVersion1): IssueContext => ({
  ...kept,
  projectLevel: null,
  push: null,
  pushes: 0,
  resolvedByUnits: resolvedByUnit === null ? [] : [resolvedByUnit],
});
