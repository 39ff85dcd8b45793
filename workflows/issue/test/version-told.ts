import type { ProcessDefinition } from '@landfall/process-definition';
import type { IssueContext as ContextOfVersion1, IssueInput } from '../v1/context';
import type { IssueContext } from '../v2/context';
import type { IssueStory } from './story';
import type { Walking } from './walking';

/** A story of any version from the second on, whose contexts have what the second's has. */
export type AnyStory = IssueStory<IssueContext>;

/** A version that is told how an issue goes up its ladder. */
export interface LadderTold {
  readonly of: (input: IssueInput) => IssueStory<Pick<ContextOfVersion1, keyof ContextOfVersion1 & keyof IssueContext>>;
  /** What the version remembers of a solution by a unit. */
  readonly solvedBy: (unit: string) => object;
  /** What every end says. */
  readonly endsSaying: readonly string[];
  /** Where an issue stands before the leading group, within its limit and after it. */
  readonly inTime: string;
  readonly overdue: string;
}

/** A version that knows push meetings. */
export interface VersionTold extends LadderTold {
  readonly definition: ProcessDefinition;
  readonly of: (input: IssueInput) => AnyStory;
  readonly formFor: Walking['formFor'];
}
