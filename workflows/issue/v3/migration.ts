import type { IssueContext as ContextOfVersion1 } from '../v1/context';
import type { IssueContext as ContextOfVersion2 } from '../v2/context';
import { type IssueContext, NO_MEETINGS } from './context';

/** An issue that began with version 2 has waited for no meeting of the leading group. */
export const contextOfVersion2 = (old: ContextOfVersion2): IssueContext => ({ ...old, meetings: NO_MEETINGS });

/** An issue that began with version 1 has asked for no push meeting either. */
export const contextOfVersion1 = ({ resolvedByUnit, ...kept }: ContextOfVersion1): IssueContext => ({
  ...kept,
  projectLevel: null,
  push: null,
  pushes: 0,
  meetings: NO_MEETINGS,
  resolvedByUnits: resolvedByUnit === null ? [] : [resolvedByUnit],
});

/** What stands before the leading group comes before it once more, and into the queue of its meetings. */
const BEFORE_THE_LEADING_GROUP = {
  'unresolved.l3.inTime': ['unresolved.l3.limit.inTime', 'unresolved.l3.meeting.queued'],
  'unresolved.l3.overdue': ['unresolved.l3.limit.overdue', 'unresolved.l3.meeting.queued'],
} as const;

type Plain = Readonly<Record<string, unknown>>;

/** The engine keeps contexts as plain JSON; the machine of the version named here wrote them. */
const plainly =
  <Old>(mapped: (old: Old) => IssueContext) =>
  (old: Plain): Plain => ({ ...mapped(old as unknown as Old) });

/** How running issues come over: everything but the leading group's level is as it was, with its tasks and clocks. */
export const migratesFrom = [
  { version: 2, enter: BEFORE_THE_LEADING_GROUP, context: plainly(contextOfVersion2) },
  { version: 1, enter: BEFORE_THE_LEADING_GROUP, context: plainly(contextOfVersion1) },
] as const;
