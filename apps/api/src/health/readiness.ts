import { type Database, pendingMigrations } from '@landfall/persistence';

/** Something that has to work before requests make sense; it throws, or answers late, when it does not. */
export interface ReadinessCheck {
  readonly name: string;
  check(): Promise<void>;
}

export interface CheckedReadiness {
  readonly name: string;
  readonly ready: boolean;
  readonly detail?: string;
}

const PATIENCE_MS = 2_000;

/** The database answers and has every migration. */
export const databaseReadiness = (db: Database): ReadinessCheck => ({
  name: 'database',
  check: async () => {
    const missing = await pendingMigrations(db);
    if (missing.length > 0) throw new Error(`migrations missing: ${missing.join(', ')}`);
  },
});

/** Runs all checks at once; one that takes longer than two seconds counts as failed. */
export const checkReadiness = (checks: readonly ReadinessCheck[]): Promise<CheckedReadiness[]> =>
  Promise.all(
    checks.map(async ({ name, check }) => {
      let timer: NodeJS.Timeout | undefined;
      const patience = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new Error(`no answer within ${PATIENCE_MS} ms`)), PATIENCE_MS);
      });
      try {
        await Promise.race([check(), patience]);
        return { name, ready: true };
      } catch (error) {
        return { name, ready: false, detail: sentenceOf(error) };
      } finally {
        clearTimeout(timer);
      }
    }),
  );

// A refused connection has no message of its own, only a code; neither holds an address or a password.
const sentenceOf = (error: unknown): string => {
  if (!(error instanceof Error)) return 'failed';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message;
};
