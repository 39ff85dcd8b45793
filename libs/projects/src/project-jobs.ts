import type { Clock } from '@landfall/clock';
import type { JobHandlers, Outbox } from '@landfall/outbox';
import type { Database } from '@landfall/persistence';
import type { ProcessEngine } from '@landfall/process-engine';
import { CHECK_DUPLICATES, checkDuplicates } from './duplicates/check-duplicates';
import { IMPORT_LEADS, importLeads } from './imports/import-leads';
import type { LeadRouting } from './leads/lead-routing';

export interface ProjectJobParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly engine: ProcessEngine;
  readonly routing: LeadRouting;
  readonly outbox: Outbox;
}

/** Jobs that take long: they must not keep the short ones waiting. */
export const LONG_PROJECT_JOBS = [IMPORT_LEADS] as const;

/** The jobs of this library; each may come twice and has one effect. */
export const projectJobs = (parts: ProjectJobParts): JobHandlers => ({
  [CHECK_DUPLICATES]: checkDuplicates(parts),
  [IMPORT_LEADS]: importLeads(parts),
});
