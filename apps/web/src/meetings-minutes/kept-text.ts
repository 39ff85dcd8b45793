/** A text that the server does not have yet, with the version that it was written over. */
export interface KeptText {
  rev: number;
  /** What that version said. */
  base: string;
  text: string;
}

const isKept = (value: unknown): value is KeptText =>
  typeof value === 'object' &&
  value !== null &&
  'rev' in value &&
  typeof value.rev === 'number' &&
  'base' in value &&
  typeof value.base === 'string' &&
  'text' in value &&
  typeof value.text === 'string';

/** Keeps unsaved text in this tab until the server has it: a reload or a lost connection costs no word. */
export const keptText = (name: string) => {
  const key = `landfall.minutes.${name}`;
  return {
    read: (): KeptText | null => {
      try {
        const found: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null');
        return isKept(found) ? found : null;
      } catch {
        return null;
      }
    },
    keep: (kept: KeptText): void => {
      try {
        sessionStorage.setItem(key, JSON.stringify(kept));
      } catch {
        // A full or forbidden store only costs the copy; the text itself is still on the page.
      }
    },
    drop: (): void => {
      try {
        sessionStorage.removeItem(key);
      } catch {
        // Nothing was stored.
      }
    },
  };
};
