import { queryClient } from '../api/queries';

/** A light follows what was done by a job of the server, within about a second. */
const LIGHT_FOLLOWS = 1_500;

const readAgain = (): void => {
  for (const key of ['supervision', 'project', 'inbox']) void queryClient.invalidateQueries({ queryKey: [key] });
};

/** Reads everything again that an act of supervision may have changed: at once, and when the lights have followed. */
export const refreshSupervision = (): void => {
  readAgain();
  window.setTimeout(readAgain, LIGHT_FOLLOWS);
};
