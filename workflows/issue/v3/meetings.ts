import type { Meetings } from './context';

/** The units that have still to carry out what a special meeting ordered. */
export const openUnits = ({ taken }: Meetings): string[] => [
  ...new Set(taken.flatMap(({ state, unit }) => (state === 'open' && unit !== null ? [unit] : []))),
];

/** YYYY-MM-DD: when the last of what a special meeting ordered is due; null while it ordered nothing. */
export const lastDue = ({ taken }: Meetings): string | null =>
  taken
    .map(({ dueOn }) => dueOn)
    .filter((dueOn) => dueOn !== null)
    .sort()
    .at(-1) ?? null;
