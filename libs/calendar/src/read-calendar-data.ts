import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

// The build compiles TypeScript only, so compiled code reads the data where the sources have it.
const FOLDERS = [join(__dirname, '../data'), join(__dirname, '../../../../libs/calendar/data')];

/** Reads a list that the product is shipped with. */
export const readCalendarData = <Entry>(file: string): Entry[] => {
  const path = FOLDERS.map((folder) => join(folder, file)).find((candidate) => existsSync(candidate));
  if (path === undefined) {
    throw new Error(`Expected to find ${file} in one of ${FOLDERS.join(', ')}, but it is in neither`);
  }
  return JSON.parse(readFileSync(path, 'utf8')) as Entry[];
};
