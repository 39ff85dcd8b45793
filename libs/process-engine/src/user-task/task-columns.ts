import type { LiveTask } from '../commit/loaded-instance';

/** The columns of `user_task` that an instance is kept with. */
export const TASK_COLUMNS: readonly (keyof LiveTask)[] = [
  ...([
    'id',
    'item_id',
    'task_key',
    'slot',
    'seq',
    'weight',
    'part',
    'signs_for',
    'added_by',
    'state',
    'live',
  ] as const),
  ...(['candidate_group', 'escalated_to', 'assignee', 'assignee_name', 'owner', 'owner_name', 'claimed_at'] as const),
  ...(['reminded_at', 'reminders', 'urged_on', 'urges', 'due_at', 'deadline', 'suspended_at', 'ended_at'] as const),
  ...(['outcome', 'form', 'completed_by', 'completed_by_name', 'completed_for', 'completed_for_name'] as const),
];

/** Columns as the arguments of `json_build_object`. */
export const pairs = (columns: readonly string[]): string =>
  columns.map((column) => `'${column}', ${column}`).join(', ');
