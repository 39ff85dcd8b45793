import type { Sql } from '@landfall/persistence';

/**
 * The thresholds of the lights (domain-model 3.7) as one version says them. They are data in `light_rule`; a version holds
 * from its day on and is never changed. Days are calendar days unless they are named working days.
 */
export interface LightRules {
  /** The day this version holds from. */
  readonly validFrom: string;
  /** Yellow as soon as a node is a working day late. */
  readonly nodeOverdue: { readonly redOverWorkingDays: number };
  readonly noUpdate: { readonly yellowFromDays: number; readonly redOverDays: number };
  /** Yellow once the month of the start has passed. */
  readonly startLate: { readonly redFromMonths: number };
  /** Percentage points behind the plan that is proportional to time. */
  readonly progressBehind: { readonly yellowFromPoints: number; readonly redOverPoints: number };
  readonly noFunds: { readonly yellowFromMonths: number };
  readonly fundsLow: { readonly redOverMonths: number; readonly redBelowPercent: number };
  readonly notEntered: { readonly yellowOverMonths: number; readonly redOverMonths: number };
  readonly signedNotStarted: { readonly redOverMonths: number };
  readonly issueOpen: {
    readonly yellowOverWorkingDays: number;
    readonly redOverWorkingDays: number;
    readonly redFromLevel: number;
  };
  readonly notRegistered: { readonly redOverDays: number };
}

/** Reads the version that holds on a day; before the first version there are no lights, which is a fault of the data. */
export const readLightRules = async (sql: Sql, day: string): Promise<LightRules> => {
  const [row] = await sql.query<{ valid_from: string; thresholds: Omit<LightRules, 'validFrom'> }>(
    'SELECT valid_from, thresholds FROM light_rule WHERE valid_from <= $1 ORDER BY valid_from DESC LIMIT 1',
    [day],
  );
  if (row === undefined) throw new Error(`No version of the light rules holds on ${day}. Add one to light_rule.`);
  return { ...row.thresholds, validFrom: row.valid_from };
};
