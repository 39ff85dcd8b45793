import { createHash } from 'node:crypto';
import type { Actor } from '@landfall/process-definition';
import type { ChangeSet } from '@landfall/process-engine';
import { investorNames } from '../naming/investor-name';
import { lettersAndDigits, unify } from '../naming/plain-name';
import { projectNameCore, projectNameKey } from '../naming/project-name';
import { bigrams, prefixTrigrams } from '../naming/trigram';
import { type Lead, MILESTONES } from './lead';
import { type LeadRoute, landingKindOf, type RoutingView } from './lead-routing';
import type { LeadNumbers } from './number-series';

/** The likeness of names from which on they are looked at; the index of prefixes is built for it. */
export const NAME_LIKENESS = 0.6;

export interface Filer {
  readonly unit: string;
  /** The candidate group that gets the lead back when it is returned. */
  readonly group: string;
}

/** Everything that is known about a new project when its process starts. */
export interface NewProject {
  readonly id: string;
  readonly numbers: LeadNumbers;
  readonly lead: Lead;
  readonly route: LeadRoute;
  readonly filer: Filer;
  readonly actor: Actor;
  readonly at: Date;
}

/** The spelling in which names are searched and search words are read. */
export const searchable = (text: string): string => lettersAndDigits(unify(text));

/** The columns by which a name is searched and compared; they change with it. */
export const nameColumns = (name: string) => {
  const key = projectNameKey(name);
  return {
    name,
    name_key: key,
    name_prefix: prefixTrigrams(projectNameCore(name), NAME_LIKENESS),
    name_bigrams: bigrams(key),
  };
};

/** The same for the investor; a joint investor has several keys. */
export const investorColumns = (name: string | null) => {
  const search = searchable(name ?? '');
  return {
    investor_name: name,
    investor_keys: [...new Set(investorNames(name).map(({ core }) => core))],
    investor_search: search,
    investor_bigrams: bigrams(search),
  };
};

/** Tells phone numbers alike without keeping a second readable copy; null when there is no phone number. */
export const contactHash = (contact: string | null): string | null => {
  const phone = /1\d{10}|0\d{2,3}-?\d{7,8}/.exec((contact ?? '').normalize('NFKC').replace(/\s/g, ''))?.[0];
  return phone ? createHash('sha256').update(phone.replaceAll('-', '')).digest('base64url') : null;
};

/**
 * What makes two reported rows the same project: the name and the investor; where nobody is named, the place as well,
 * because many places have a project called 标准厂房.
 */
export const fingerprintOf = (lead: Pick<Lead, 'projectName' | 'investorName' | 'landingUnit'>): string => {
  const investors = investorNames(lead.investorName)
    .map(({ key }) => key)
    .sort();
  const parts = [
    projectNameKey(lead.projectName),
    ...(investors.length > 0 ? investors : ['', lead.landingUnit ?? '']),
  ];
  return createHash('sha256').update(parts.join('\n')).digest('base64url');
};

const milestoneColumns = (lead: Lead) => {
  const dates = MILESTONES.map((milestone) => lead.milestones[milestone]);
  const [signed, registered, started, operated] = dates;
  return {
    signed_on: signed?.from ?? null,
    registered_on: registered?.from ?? null,
    started_on: started?.from ?? null,
    operated_on: operated?.from ?? null,
    milestone_precision: Object.fromEntries(
      MILESTONES.flatMap((milestone) => {
        const date = lead.milestones[milestone];
        return date && date.precision !== 'day' ? [[milestone, date.precision]] : [];
      }),
    ),
  };
};

const moneyColumns = ({ totalInvestment }: Lead) => ({
  total_investment: totalInvestment?.tenThousandYuan ?? null,
  stated_amount: totalInvestment?.amount ?? null,
  stated_unit: totalInvestment?.unit ?? null,
  currency: totalInvestment?.currency ?? null,
  exchange_rate: totalInvestment?.rate ?? null,
});

const factsOf = (lead: Lead): Record<string, unknown> => ({
  ...lead.facts,
  ...(lead.contact ? { contact: lead.contact } : {}),
  ...(lead.brief ? { brief: lead.brief } : {}),
  ...(lead.carrierMode ? { carrierMode: lead.carrierMode } : {}),
  ...(lead.ownership ? { ownership: lead.ownership } : {}),
  ...(lead.crossRegion ? { crossRegion: true } : {}),
});

/** Adds the rows of a new project to the change set of its first event, so that they stand or fall together. */
export const insertProject = (changes: ChangeSet, project: NewProject, view: RoutingView): void => {
  const { id, lead, route, filer, actor, at, numbers } = project;
  changes.insert('project', {
    id,
    lead_no: numbers.leadNo,
    project_no: numbers.projectNo,
    ...nameColumns(lead.projectName),
    ...investorColumns(lead.investorName),
    investor_hidden: lead.investorHidden,
    investor_uscc: lead.investorUscc,
    investor_origin: lead.investorOrigin,
    capital_type: lead.capitalType,
    industry_focus: lead.industryFocus,
    industry_code: lead.industryCode,
    lead_task_force: route.leadTaskForce,
    assist_task_forces: route.assistTaskForces,
    landing_unit: lead.landingUnit,
    landing_kind: landingKindOf(view, lead.landingUnit),
    routing_reason: route.reason,
    filer_unit: filer.unit,
    filer_kind: view.unit(filer.unit)?.kind ?? 'UNKNOWN',
    filer_group: filer.group,
    filer_account: actor.accountId,
    filer_name: actor.name,
    ...moneyColumns(lead),
    level: null,
    ...milestoneColumns(lead),
    enterprise_name: lead.enterpriseName,
    enterprise_uscc: lead.enterpriseUscc,
    contact_hash: contactHash(lead.contact),
    facts: factsOf(lead),
    source: lead.source,
    source_type: lead.sourceType,
    source_id: lead.sourceId,
    fingerprint: lead.source === 'import' ? fingerprintOf(lead) : null,
    duplicate_of: null,
    first_report_at: at,
    created_at: at,
    updated_at: at,
  });
  addParticipant(changes, id, filer.unit, 'filer', at);
  addParticipants(changes, id, { ...route, landingUnit: lead.landingUnit }, at);
};

export interface Assignment {
  readonly leadTaskForce: string | null;
  readonly assistTaskForces: readonly string[];
  readonly landingUnit: string | null;
}

/**
 * Notes who takes part in a project. A part that was taken is never taken back: who worked on a project can look up what
 * they did; who works on it now is said by the project's own columns.
 */
export const addParticipants = (changes: ChangeSet, projectId: string, assignment: Assignment, at: Date): void => {
  const { leadTaskForce, assistTaskForces, landingUnit } = assignment;
  if (leadTaskForce) addParticipant(changes, projectId, leadTaskForce, 'lead', at);
  for (const unit of assistTaskForces) addParticipant(changes, projectId, unit, 'assist', at);
  if (landingUnit) addParticipant(changes, projectId, landingUnit, 'landing', at);
};

const addParticipant = (changes: ChangeSet, projectId: string, unit: string, part: string, at: Date): void => {
  changes.insert('project_participant', { project_id: projectId, unit, part, since: at }, { onConflict: 'nothing' });
};

/** The input of the lifecycle: what its guards and tasks need, and nothing else. */
export const startInputOf = (
  { lead, route, filer }: Pick<NewProject, 'lead' | 'route' | 'filer'>,
  view: RoutingView,
) => ({
  projectName: lead.projectName,
  investorName: lead.investorName ?? '',
  filer,
  industryFocus: lead.industryFocus,
  leadTaskForce: route.leadTaskForce,
  assistTaskForces: route.assistTaskForces,
  routingReason: route.reason,
  landingUnit: lead.landingUnit,
  landingKind: landingKindOf(view, lead.landingUnit),
  totalInvestment: lead.totalInvestment?.tenThousandYuan ?? null,
  capitalType: lead.capitalType,
  ...(lead.carrierMode ? { carrierMode: lead.carrierMode } : {}),
  crossRegion: lead.crossRegion,
  milestones: Object.fromEntries(
    MILESTONES.flatMap((milestone) => {
      const date = lead.milestones[milestone];
      return date ? [[milestone, date.from]] : [];
    }),
  ),
});

const GROUP_ORDER = ['specialist', 'staff', 'coordinator', 'liaison', 'deputy', 'head', 'commander', 'director'];

/** The unit and group a lead goes back to when it is returned: the filer's own, those who do the daily work first. */
export const filerOf = (actor: Actor): Filer | undefined => {
  const own = actor.groups.filter((group) => group.startsWith(`${actor.unit}.`));
  const rank = (group: string): number => {
    const at = GROUP_ORDER.indexOf(group.slice(actor.unit.length + 1));
    return at < 0 ? GROUP_ORDER.length : at;
  };
  const [group] = own.sort((a, b) => rank(a) - rank(b));
  return group === undefined ? undefined : { unit: actor.unit, group };
};
