import { refuse } from '../refusal-texts';

/** Where a page ended: the value it was sorted by, and the id that makes it unique. */
export interface Cursor {
  readonly value: string;
  readonly id: string;
}

export type CursorValue = 'time' | 'number' | 'text';

const READABLE: Readonly<Record<CursorValue, (value: string) => boolean>> = {
  time: (value) => /^\d{4}-\d{2}-\d{2}[T ][\d:.]+(Z|[+-]\d{2}(:?\d{2})?)$/.test(value),
  number: (value) => /^\d{1,14}(\.\d{1,4})?$/.test(value),
  text: (value) => value.length <= 400,
};

const UUID = /^[0-9a-f-]{36}$/;

export const writeCursor = (cursor: Cursor): string =>
  Buffer.from(JSON.stringify([cursor.value, cursor.id])).toString('base64url');

/** Reads a cursor; throws `PROJECT.CURSOR_INVALID` (400) for anything that no page gave. */
export const readCursor = (text: string, kind: CursorValue): Cursor => {
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (Array.isArray(parts) && parts.length === 2) {
      const [value, id]: unknown[] = parts;
      if (typeof value === 'string' && typeof id === 'string' && READABLE[kind](value) && UUID.test(id)) {
        return { value, id };
      }
    }
  } catch {
    // Not JSON: refused below like any other text that is no cursor.
  }
  throw refuse('PROJECT.CURSOR_INVALID', 400);
};
