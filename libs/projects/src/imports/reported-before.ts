import type { Sql } from '@landfall/persistence';
import type { Lead } from '../leads/lead';
import { fingerprintOf } from '../leads/project-row';
import { investorNames, sameInvestor } from '../naming/investor-name';
import { projectNameCore, projectNameKey } from '../naming/project-name';
import { likeness } from '../naming/trigram';

/** A project that an imported row reports again. */
export interface KnownProject {
  readonly id: string;
  readonly leadNo: string;
  readonly leadTaskForce: string | null;
}

interface KnownRow extends KnownProject {
  readonly name: string;
  readonly investorName: string | null;
  readonly landingUnit: string | null;
  readonly sourceId: string | null;
  readonly filerUnit: string;
  readonly freed: boolean;
}

/** A number like BH001 means the same project only where the texts agree a little: other lists count from 1 too. */
const AGREEING_NAMES = 0.3;

/**
 * Finds for each row the project it reports again: the same name and investor, or the same source number of the same
 * filing unit. Rows that are merely similar are not among them: they are created and the process reviews them.
 *
 * A project that was discarded, or rejected or terminated more than half a year ago, has freed its name.
 */
export const findReportedBefore = async (
  sql: Sql,
  leads: readonly Lead[],
  filerUnit: string,
  now: Date,
): Promise<(KnownProject | undefined)[]> => {
  const fingerprints = leads.map(fingerprintOf);
  const rows = await sql.query<KnownRow>(
    `SELECT coalesce(o.id, p.id) AS id, coalesce(o.lead_no, p.lead_no) AS "leadNo",
       coalesce(o.lead_task_force, p.lead_task_force) AS "leadTaskForce", p.name, p.investor_name AS "investorName",
       p.landing_unit AS "landingUnit", p.source_id AS "sourceId", p.filer_unit AS "filerUnit",
       (i.closed_as = 'discarded' OR i.closed_as IN ('rejected', 'terminated') AND i.ended_at < $5::timestamptz - interval '6 months')
         IS TRUE AS freed
     FROM project p JOIN process_instance i ON i.id = p.id LEFT JOIN project o ON o.id = p.duplicate_of
     WHERE p.fingerprint = ANY($1) OR p.name_key = ANY($2) OR (p.source_id = ANY($3) AND p.filer_unit = $4)
     ORDER BY p.first_report_at, p.id`,
    [
      fingerprints,
      leads.map(({ projectName }) => projectNameKey(projectName)),
      leads.flatMap(({ sourceId }) => sourceId ?? []),
      filerUnit,
      now,
    ],
  );
  const known = rows.filter(({ freed }) => !freed).map((row) => ({ row, fingerprint: fingerprintOf(asLead(row)) }));
  return leads.map((lead, at) => {
    const same = known.find(({ fingerprint }) => fingerprint === fingerprints[at]);
    return (same ?? known.find(({ row }) => isSameSource(row, lead, filerUnit)))?.row;
  });
};

const asLead = ({ name, investorName, landingUnit }: KnownRow) => ({ projectName: name, investorName, landingUnit });

const isSameSource = (row: KnownRow, lead: Lead, filerUnit: string): boolean => {
  if (lead.sourceId === null || row.sourceId !== lead.sourceId || row.filerUnit !== filerUnit) return false;
  if (likeness(projectNameCore(row.name), projectNameCore(lead.projectName)).jaccard >= AGREEING_NAMES) return true;
  // A running number says nothing about where it comes from, so an investor's second project may well bear it.
  if (/^\d+$/.test(lead.sourceId)) return false;
  const investors = investorNames(lead.investorName);
  return investorNames(row.investorName).some((one) => investors.some((other) => sameInvestor(one, other)));
};

/**
 * Takes the fingerprints of projects that have freed their names, so that the same project can be reported anew; they are
 * unique among all others.
 */
export const releaseFreedNames = async (sql: Sql, leads: readonly Lead[], now: Date): Promise<void> => {
  await sql.query(
    `UPDATE project p SET fingerprint = NULL FROM process_instance i
     WHERE i.id = p.id AND p.fingerprint = ANY($1) AND (i.closed_as = 'discarded'
       OR i.closed_as IN ('rejected', 'terminated') AND i.ended_at < $2::timestamptz - interval '6 months')`,
    [leads.map(fingerprintOf), now],
  );
};
