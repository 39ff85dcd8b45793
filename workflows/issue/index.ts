import { issueV1 } from './v1/issue.v1';

export type * from './commands';
export type { IssueInput } from './v1/context';
export { issueRefusalTexts } from './v1/refusals';

/** Every deployed version of the issue process, oldest first. New issues start with the last one. */
export const issue = [issueV1] as const;
