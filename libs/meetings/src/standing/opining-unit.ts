const OPINION_TASKS = ['judge', 'advise'];

/** Whose opinion a share of a meeting's task holds: its share is named by item and unit. Null for every other task. */
export const opiningUnitOf = (taskKey: string, slot: string): string | null =>
  OPINION_TASKS.includes(taskKey) ? (slot.split('/').at(-1) ?? null) : null;
