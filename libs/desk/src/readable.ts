// PostgreSQL cannot store the NUL character, and half a surrogate pair is no text.
const UNREADABLE = /\0|\p{Surrogate}/u;
const DEEPEST = 20;

/** Whether a JSON value can be stored: text in its keys and values, nested at most twenty levels deep. */
export const isReadable = (value: unknown, depth = 0): boolean => {
  if (typeof value === 'string') return !UNREADABLE.test(value);
  if (typeof value !== 'object' || value === null) return true;
  if (depth >= DEEPEST) return false;
  return Object.entries(value).every(([key, child]) => !UNREADABLE.test(key) && isReadable(child, depth + 1));
};
