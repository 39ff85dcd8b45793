let ahead = 0;

/** The application's time in milliseconds: this computer's, or that of a demonstration. */
export const presentTime = (): number => Date.now() + ahead;

/** Tells what the server says the time is; only a demonstration's differs from the computer's by design. */
export const followTime = (now: string): void => {
  ahead = Date.parse(now) - Date.now();
};
