import { ProcessEngine1764000000000 } from './1764000000000-process-engine';

/** All migrations, oldest first. */
export const migrations = [ProcessEngine1764000000000];
