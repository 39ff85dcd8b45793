import type { Sql } from '@landfall/persistence';
import { NAME_LIKENESS } from '../leads/project-row';
import { investorNames } from '../naming/investor-name';
import { projectNameCore } from '../naming/project-name';
import { prefixTrigrams, trigrams } from '../naming/trigram';
import {
  CONTAINED_TRIGRAMS,
  type ComparedProject,
  type DuplicateGrade,
  gradeDuplicate,
  prepare,
  WARN_SCORE,
} from './duplicate-rules';

/** A project that is like another one, and how much. */
export interface SimilarProject extends DuplicateGrade {
  readonly projectId: string;
  readonly name: string;
  readonly leadNo: string;
  /** Whose it is: its lead task force, else the unit that filed it. */
  readonly ownerUnit: string;
  readonly firstReportAt: Date;
}

interface CandidateRow extends ComparedProject {
  readonly id: string;
  readonly leadNo: string;
  readonly ownerUnit: string;
  readonly firstReportAt: Date;
}

/** Projects that were reported earlier than this one are its possible originals; itself is not among them. */
export interface Earlier {
  readonly id: string;
  readonly firstReportAt: Date;
}

const COLUMNS = `
  p.id, p.name, p.lead_no AS "leadNo", p.investor_name AS "investorName", p.investor_uscc AS "investorUscc",
  p.enterprise_uscc AS "enterpriseUscc", p.industry_focus AS "industryFocus", p.industry_code AS "industryCode",
  p.landing_unit AS "landingUnit", p.total_investment AS "totalInvestment", p.contact_hash AS "contactHash",
  (p.registered_on IS NOT NULL OR p.started_on IS NOT NULL OR p.operated_on IS NOT NULL) AS stands,
  coalesce(p.lead_task_force, p.filer_unit) AS "ownerUnit", p.first_report_at AS "firstReportAt"`;

/** A name is free again half a year after its project was rejected or terminated; merged and discarded ones never count. */
const STILL_COUNTS = `
  (i.closed_as IS NULL OR i.closed_as NOT IN ('rejected', 'terminated', 'duplicate', 'discarded')
    OR (i.closed_as IN ('rejected', 'terminated') AND i.ended_at > $1::timestamptz - interval '6 months'))`;

const EARLIER = '($2::uuid IS NULL OR (first_report_at, id) < ($3::timestamptz, $2::uuid))';

/** The newest so many of each kind are graded; more would only say again that something is common. */
const LIMIT = 50;

const newest = (condition: string): string =>
  `(SELECT id FROM project WHERE ${condition} AND ${EARLIER} ORDER BY created_at DESC LIMIT ${LIMIT})`;

/**
 * Finds the projects that are like one, best first.
 *
 * Every rule has an index that leads to its candidates (codes, investors, contact, the prefixes of the name, industry and
 * place); the rules themselves then grade what was found.
 *
 * @param before only projects reported before this one, so that of two alike the later is the suspect
 */
export const findSimilar = async (
  sql: Sql,
  project: ComparedProject,
  now: Date,
  before: Earlier | null,
): Promise<SimilarProject[]> => {
  const core = projectNameCore(project.name);
  const investors = investorNames(project.investorName);
  const codes = [project.investorUscc, project.enterpriseUscc].filter((code) => code !== null);
  const rows = await sql.query<CandidateRow>(
    `WITH found AS (
       ${newest('investor_uscc = ANY($4)')}
       UNION ${newest('enterprise_uscc = ANY($4)')}
       UNION ${newest('investor_keys && $5::text[]')}
       UNION ${newest('contact_hash = $6')}
       UNION ${newest(`name_prefix && $7::text[] AND (total_investment IS NULL OR $12::numeric IS NULL
         OR total_investment BETWEEN $12::numeric * 0.8 AND $12::numeric / 0.8)`)}
       UNION (
         SELECT id FROM project CROSS JOIN LATERAL (
           SELECT count(*) AS shared FROM unnest($11::text[]) AS gram WHERE strpos(name_key, gram) > 0) AS names
         WHERE industry_focus = $8 AND ($9::text IS NULL OR landing_unit = $9 OR landing_unit IS NULL) AND ${EARLIER}
           AND (names.shared >= ${CONTAINED_TRIGRAMS}
             OR EXISTS (SELECT FROM unnest(investor_keys) AS key WHERE left(key, 1) = ANY($10)))
         ORDER BY names.shared DESC, created_at DESC LIMIT ${LIMIT})
     )
     SELECT ${COLUMNS} FROM found JOIN project p USING (id) JOIN process_instance i ON i.id = p.id
     WHERE ${STILL_COUNTS}`,
    [
      now,
      before?.id ?? null,
      before?.firstReportAt ?? null,
      codes,
      investors.map((investor) => investor.core),
      project.contactHash,
      prefixTrigrams(core, NAME_LIKENESS),
      project.industryFocus,
      project.landingUnit,
      investors.map((investor) => investor.core.slice(0, 1)),
      trigrams(core),
      project.totalInvestment,
    ],
  );
  const compared = prepare(project);
  return rows
    .flatMap((row) => {
      const grade = gradeDuplicate(compared, prepare(row));
      if (!grade || grade.score < WARN_SCORE) return [];
      const { id, name, leadNo, ownerUnit, firstReportAt } = row;
      return [{ projectId: id, name, leadNo, ownerUnit, firstReportAt, ...grade }];
    })
    .sort((a, b) => b.score - a.score || a.firstReportAt.getTime() - b.firstReportAt.getTime())
    .slice(0, 10);
};

/** Reads of a stored project what the rules compare; undefined when there is none. */
export const readCompared = async (sql: Sql, projectId: string): Promise<(ComparedProject & Earlier) | undefined> => {
  const [row] = await sql.query<CandidateRow>(`SELECT ${COLUMNS} FROM project p WHERE p.id = $1`, [projectId]);
  return row;
};
