import { issueV1 } from './v1/issue.v1';
import { issueV2 } from './v2/issue.v2';

export type * from './commands';
export type { IssueInput } from './v2/context';
export { issueRefusalTexts } from './v2/refusals';

/** Every deployed version of the issue process, oldest first. New issues start with the last one. */
export const issue = [issueV1, issueV2] as const;
