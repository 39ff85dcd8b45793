import type { Sql, Transaction } from '@landfall/persistence';
import { v7 } from 'uuid';
import { type BinhaiOrganisation, type OrganizationData, type PostKind, readOrganizationData } from './notice-data';
import type { UnitKind } from './organization-rows';

interface UnitSeed {
  readonly code: string;
  readonly kind: UnitKind;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly shortName: string;
  readonly statCode: string | null;
  readonly statName: string | null;
  readonly aliases: readonly string[];
  readonly parentCode: string | null;
  readonly isMember: boolean;
  readonly duties: readonly string[];
}

/**
 * Writes the organisation of the notice; what a database already has is left as it is.
 *
 * A code or keyword with a row, past or present, is never touched again: people's later changes win over the file.
 *
 * @param on the first day the rows are valid; the day of the notice unless told.
 */
export const loadOrganization = async (
  tx: Transaction,
  data: OrganizationData = readOrganizationData(),
  on: string = data.organisation.source.issuedOn,
): Promise<void> => {
  // Processes that start at once take turns, and the later ones find everything there.
  await tx.query(`SELECT pg_advisory_xact_lock(hashtext('organization'))`);
  const units = unitsOf(data.organisation);
  await addMissing(
    tx,
    'organization_unit',
    'code',
    on,
    units.map((unit, index) => ({
      code: unit.code,
      kind: unit.kind,
      name_zh: unit.nameZh,
      name_en: unit.nameEn,
      short_name: unit.shortName,
      stat_code: unit.statCode,
      stat_name: unit.statName,
      aliases: unit.aliases,
      parent_code: unit.parentCode,
      is_member: unit.isMember,
      duties: unit.duties,
      sort_order: index,
    })),
  );
  await addMissing(tx, 'task_force', 'code', on, taskForcesOf(data));
  await addMissing(tx, 'post', 'code', on, postsOf(units, data.posts));
  await addMissing(
    tx,
    'leading_group_seat',
    'seat',
    data.organisation.leadingGroup.appointmentsEffectiveFrom,
    data.organisation.leadingGroup.leaders.map((leader) => ({
      seat: leader.order,
      post_code: `LG.${SEAT_ROLE[leader.seat]}`,
      holder_name: leader.nameZh,
      holder_position: leader.postZh,
      source: data.organisation.source.titleZh,
    })),
  );
  await addMissing(tx, 'industry_rule', 'keyword_zh', on, industryRulesOf(data));
};

const SEAT_ROLE = { GROUP_LEADER: 'leader', EXEC_DEPUTY: 'exec', DEPUTY: 'deputy' } as const;

const addMissing = async (
  tx: Sql,
  table: string,
  key: string,
  on: string,
  rows: readonly Record<string, unknown>[],
): Promise<void> => {
  const records = rows.map((row) => ({ id: v7(), valid_from: on, ...row }));
  const columns = Object.keys(records[0] ?? {});
  if (columns.length === 0) return;
  await tx.query(
    `INSERT INTO ${table} (${columns.join(', ')})
     SELECT ${columns.map((column) => `fresh.${column}`).join(', ')}
     FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb) AS fresh
     WHERE NOT EXISTS (SELECT 1 FROM ${table} AS known WHERE known.${key} = fresh.${key})`,
    [JSON.stringify(records)],
  );
};

const unitsOf = (data: BinhaiOrganisation): UnitSeed[] => {
  const seed = (
    kind: UnitKind,
    body: BinhaiOrganisation['otherBodies'][number],
    more: Partial<Pick<UnitSeed, 'isMember' | 'parentCode' | 'duties'>> = {},
  ): UnitSeed => ({
    code: body.code,
    kind,
    nameZh: body.nameZh,
    nameEn: body.nameEn,
    shortName: body.shortZh ?? body.nameZh,
    statCode: body.statCode ?? null,
    statName: body.statNameZh ?? null,
    aliases: body.aliasZh ?? [],
    parentCode: null,
    isMember: false,
    duties: body.dutyZh === undefined ? [] : [body.dutyZh],
    ...more,
  });
  const member = { isMember: true };
  return [
    seed('LEADING_GROUP', data.leadingGroup, { duties: data.leadingGroup.dutiesZh }),
    seed('OFFICE', data.office, { parentCode: data.office.hostUnit }),
    seed('OFFICE', data.streetEconomyOffice),
    ...data.developmentZones.map((zone) => seed('ZONE', zone, member)),
    ...data.streetTowns.map((place) => seed('STREET_TOWN', place, member)),
    ...data.departmentTaskForces.map((force) =>
      seed(
        'DEPARTMENT',
        { ...force, nameZh: force.department, nameEn: force.nameEn.replace(/ Task Force$/, '') },
        member,
      ),
    ),
    ...data.liaisonDepartments.map((department) => seed('LIAISON', department, member)),
    ...data.memberOnlyUnits.map((unit) => seed('MEMBER_ONLY', unit, member)),
    ...data.otherBodies.map((body) => seed('OTHER_BODY', body)),
    seed('ADMINISTRATION', data.administration),
  ];
};

const taskForcesOf = ({ organisation, routing }: OrganizationData): Record<string, unknown>[] => [
  ...organisation.departmentTaskForces.map((force) => ({
    code: force.code,
    unit_code: force.code,
    name_zh: force.nameZh,
    name_en: force.nameEn,
    partners: force.partners,
    basis: force.basisZh,
    registers_every_project: force.code === routing.registrationService,
    serves_state_investors: force.code === routing.stateInvestor.taskForce,
  })),
  ...[...organisation.developmentZones, ...organisation.streetTowns].map((place) => ({
    code: place.code,
    unit_code: place.code,
    name_zh: `${place.nameZh}招商专班`,
    name_en: `${place.nameEn} Task Force`,
    partners: [],
    basis: null,
    registers_every_project: false,
    serves_state_investors: false,
  })),
];

const postsOf = (units: readonly UnitSeed[], kinds: readonly PostKind[]): Record<string, unknown>[] =>
  units.flatMap((unit) =>
    kinds
      .filter((kind) => kind.units.includes(unit.code) || kind.units.includes(unit.kind))
      .map((kind) => ({
        code: `${unit.code}.${kind.role}`,
        unit_code: unit.code,
        role: kind.role,
        title_zh: kind.titleZh,
        title_en: kind.titleEn,
        heads_unit: kind.headsUnit ?? false,
        seats: kind.seats ?? 1,
      })),
  );

const industryRulesOf = ({ organisation, routing }: OrganizationData): Record<string, unknown>[] => {
  const extras = new Map(routing.rules.map((rule) => [rule.keyword, rule]));
  const rules = organisation.departmentTaskForces.flatMap((force) =>
    force.industries.map((keyword, index) => {
      const extra = extras.get(keyword);
      extras.delete(keyword);
      return {
        keyword_zh: keyword,
        keyword_en: force.industriesEn[index] ?? keyword,
        synonyms: extra?.synonyms ?? [],
        lead_task_force: force.code,
        assist_task_forces: extra?.assists ?? [],
        applies_to: routing.stateInvestor.focus.includes(keyword) ? 'STATE_OWNED' : 'ANY',
        note_zh: extra?.note?.zh ?? null,
        note_en: extra?.note?.en ?? null,
        source_zh: `通知三（四）${force.no}`,
        source_en: `Notice 3 (4) ${force.no}`,
        priority: force.no * 100 + index,
      };
    }),
  );
  if (extras.size > 0) {
    throw new Error(
      `Expected every routing rule to extend a keyword of the notice, but it does not name: ${[...extras.keys()].join('、')}`,
    );
  }
  return rules;
};
