import type { Sql } from '@landfall/persistence';
import type { LocalizedText } from '@landfall/process-definition';

export type UnitKind =
  | 'LEADING_GROUP'
  | 'OFFICE'
  | 'ZONE'
  | 'STREET_TOWN'
  | 'DEPARTMENT'
  | 'LIAISON'
  | 'MEMBER_ONLY'
  | 'OTHER_BODY'
  | 'ADMINISTRATION';

/** A span of days, half open: valid from the first day to the day before `validTo`. */
export interface Span {
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** A unit of the notice as it is called during a span. `statName` and `aliases` are names it is also known by. */
export interface Unit extends Span {
  readonly code: string;
  readonly kind: UnitKind;
  readonly name: LocalizedText;
  readonly shortName: string;
  readonly statCode: string | null;
  readonly statName: string | null;
  readonly aliases: readonly string[];
  /** The unit that hosts it (the office sits in the commerce bureau). */
  readonly parentCode: string | null;
  /** Whether its head has a seat in the leading group. */
  readonly isMember: boolean;
  readonly duties: readonly string[];
  readonly sortOrder: number;
}

/** 招商专班: its code is the code of the unit that forms it. */
export interface TaskForce extends Span {
  readonly code: string;
  readonly unitCode: string;
  readonly name: LocalizedText;
  readonly partners: readonly string[];
  readonly basis: string | null;
  /** Assists every project with its registration. */
  readonly registersEveryProject: boolean;
  /** Coordinates projects of state-owned investors and the use of idle state assets, whatever the industry. */
  readonly servesStateInvestors: boolean;
}

/** A duty that somebody holds; its code (`D01.specialist`) is the candidate group of user tasks. */
export interface Post extends Span {
  readonly code: string;
  readonly unit: string;
  readonly role: string;
  readonly title: LocalizedText;
  /** Heads also belong to the other groups of their unit and assign tasks within it. */
  readonly headsUnit: boolean;
  readonly seats: number;
}

/** Who sits in the leading group; the names of 2022 are samples to be replaced. */
export interface LeadingGroupSeat extends Span {
  readonly seat: number;
  readonly postCode: string;
  readonly holderName: string;
  readonly holderPosition: string;
}

/** One keyword of the notice's table and the task force that it gives it to. */
export interface IndustryRule extends Span {
  readonly keyword: LocalizedText;
  readonly synonyms: readonly string[];
  readonly leadTaskForce: string;
  readonly assistTaskForces: readonly string[];
  /** `STATE_OWNED`: a field of work of the state-owned system, not an industry; it needs a state-owned investor. */
  readonly appliesTo: 'ANY' | 'STATE_OWNED';
  readonly note: LocalizedText | null;
  readonly source: LocalizedText;
  readonly priority: number;
}

/** Every row of the organisation, past and future ones too. */
export interface OrganizationRows {
  readonly units: readonly Unit[];
  readonly taskForces: readonly TaskForce[];
  readonly posts: readonly Post[];
  readonly seats: readonly LeadingGroupSeat[];
  readonly industryRules: readonly IndustryRule[];
}

const span = 'valid_from AS "validFrom", valid_to AS "validTo"';
const localized = (column: string) => `jsonb_build_object('zh', ${column}_zh, 'en', ${column}_en)`;

/** Reads the whole organisation; it is small (some 250 rows). */
export const readOrganizationRows = async (db: Sql): Promise<OrganizationRows> => {
  const [units, taskForces, posts, seats, industryRules] = await Promise.all([
    db.query<Unit>(`
      SELECT code, kind, ${localized('name')} AS name, short_name AS "shortName", stat_code AS "statCode",
             stat_name AS "statName", aliases, parent_code AS "parentCode", is_member AS "isMember", duties,
             sort_order AS "sortOrder", ${span}
      FROM organization_unit ORDER BY sort_order, code, valid_from`),
    db.query<TaskForce>(`
      SELECT code, unit_code AS "unitCode", ${localized('name')} AS name, partners, basis,
             registers_every_project AS "registersEveryProject", serves_state_investors AS "servesStateInvestors", ${span}
      FROM task_force ORDER BY code, valid_from`),
    db.query<Post>(`
      SELECT code, unit_code AS unit, role, ${localized('title')} AS title, heads_unit AS "headsUnit", seats, ${span}
      FROM post ORDER BY code, valid_from`),
    db.query<LeadingGroupSeat>(`
      SELECT seat, post_code AS "postCode", holder_name AS "holderName", holder_position AS "holderPosition", ${span}
      FROM leading_group_seat ORDER BY seat, valid_from`),
    db.query<IndustryRule>(`
      SELECT ${localized('keyword')} AS keyword, synonyms, lead_task_force AS "leadTaskForce",
             assist_task_forces AS "assistTaskForces", applies_to AS "appliesTo",
             CASE WHEN note_zh IS NOT NULL THEN ${localized('note')} END AS note, ${localized('source')} AS source,
             priority, ${span}
      FROM industry_rule ORDER BY priority, keyword_zh, valid_from`),
  ]);
  return { units, taskForces, posts, seats, industryRules };
};

/** Whether a row is valid on a day (YYYY-MM-DD). */
export const isValidOn =
  (day: string) =>
  (row: Span): boolean =>
    row.validFrom <= day && (row.validTo === null || day < row.validTo);
