import type { ProcessDefinition } from '@landfall/process-definition';
import type { IssueContext, IssueInput } from '../v2/context';
import type { IssueStory } from './story';
import type { Walking } from './walking';

/** A story of any version from the second on, whose contexts have what the second's has. */
export type AnyStory = IssueStory<IssueContext>;

/** A version that stories are told of. */
export interface VersionTold {
  readonly definition: ProcessDefinition;
  readonly of: (input: IssueInput) => AnyStory;
  readonly formFor: Walking['formFor'];
  /** Where an issue stands before the leading group, within its limit and after it. */
  readonly inTime: string;
  readonly overdue: string;
}
