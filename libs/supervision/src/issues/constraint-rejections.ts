import type { Rejection } from '@landfall/process-definition';
import { refuse } from './refusal-texts';

/** What it means when a unique index refuses the row of an issue: two raised it at once, and one was first. */
export const issueConstraintRejections: Readonly<Record<string, () => Rejection>> = {
  issue_open: () => refuse('ISSUE.ALREADY_OPEN', 409),
};
