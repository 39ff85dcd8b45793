import { issueV1 } from './v1/issue.v1';
import { issueV2 } from './v2/issue.v2';
import { issueV3 } from './v3/issue.v3';

export type * from './commands';
export type { IssueInput } from './v3/context';
export { issueRefusalTexts } from './v3/refusals';

/** Every deployed version of the issue process, oldest first. New issues start with the last one. */
export const issue = [issueV1, issueV2, issueV3] as const;
