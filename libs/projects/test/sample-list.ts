import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

const read = (file: string): Record<string, string>[] =>
  parse(readFileSync(join(__dirname, '../sample', file)), { columns: true, bom: true });

/** The publicly reported projects of the sample list, by their ids. */
export const sampleProjects = (): ReadonlyMap<string, Record<string, string>> =>
  new Map(read('binhai-projects.csv').map((row) => [row.id ?? '', row]));

/** The pairs of it that people found to be alike. */
export const samplePairs = (): { idA: string; idB: string; why: string }[] =>
  read('binhai-project-duplicates.csv').map((row) => ({
    idA: row.id_a ?? '',
    idB: row.id_b ?? '',
    why: row.why ?? '',
  }));
