import type { Clock } from '@landfall/clock';
import type { Database } from '@landfall/persistence';
import type { ProcessEngine } from '@landfall/process-engine';
import { CHECK_DUPLICATES, checkDuplicates } from './duplicates/check-duplicates';
import type { LeadRouting } from './leads/lead-routing';

export interface ProjectJobParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly engine: ProcessEngine;
  readonly routing: LeadRouting;
}

type JobHandler = (payload: Readonly<Record<string, unknown>>, message: { readonly id: string }) => Promise<void>;

/** The jobs of this library; each may come twice and has one effect. */
export const projectJobs = (parts: ProjectJobParts): Readonly<Record<string, JobHandler>> => ({
  [CHECK_DUPLICATES]: checkDuplicates(parts),
});
