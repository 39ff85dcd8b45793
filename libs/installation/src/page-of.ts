import type { NoticedProcess } from '@landfall/notifications';
import { ISSUE_PROCESS, ITEM_PROCESS } from '@landfall/supervision';

const MEETINGS: ReadonlySet<string> = new Set([
  'street-town-review',
  'push-meeting',
  'leading-group-conference',
  'special-meeting',
]);

/** The page of the web client that shows a process: its own, or that of the project that it is about. */
export const pageOf = ({ id, definition, belongsTo }: NoticedProcess): string => {
  if (MEETINGS.has(definition)) return `/meetings/${id}`;
  if (definition === ISSUE_PROCESS) return `/supervision/issues/${id}`;
  if (definition === ITEM_PROCESS) return `/supervision/items/${id}`;
  return `/projects/${belongsTo ?? id}`;
};
