import { types } from 'pg';

const DATE = 1082;

/** Keeps `date` as text; everything else as pg does it (numeric and bigint are strings already). */
export const parserFor = ((oid: number, format?: 'text' | 'binary') =>
  oid === DATE ? (value: string) => value : types.getTypeParser(oid, format as 'text')) as typeof types.getTypeParser;
