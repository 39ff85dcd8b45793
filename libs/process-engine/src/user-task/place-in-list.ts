import { Rejection } from '@landfall/process-definition';

/** Where a page ended: a time down to the microsecond, so that no two are taken for one, and an id. */
export interface Place {
  readonly at: string | null;
  readonly id: string | null;
}

/** A time column as its place in a list, in SQL. */
export const placeOf = (column: string): string =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

export const cursorOf = ({ place, id }: { readonly place: string; readonly id: string }): string =>
  Buffer.from(`${place} ${id}`).toString('base64url');

/** @throws Rejection `PAGE.CURSOR_INVALID` (400) for a text that no page gave */
export const placeFrom = (cursor: string | undefined): Place => {
  if (cursor === undefined) return { at: null, id: null };
  const match = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z) ([0-9a-f-]{36})$/.exec(
    Buffer.from(cursor, 'base64url').toString(),
  );
  if (match?.[1] && match[2]) return { at: match[1], id: match[2] };
  throw new Rejection({
    code: 'PAGE.CURSOR_INVALID',
    status: 400,
    message: 'Expected a cursor that an earlier page gave, but it is another text',
  });
};
