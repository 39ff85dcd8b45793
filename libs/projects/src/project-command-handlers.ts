import type { Command } from '@landfall/process-definition';
import type { CommandHandlers, CommandSource } from '@landfall/process-engine';
import { CHECK_DUPLICATES } from './duplicates/check-duplicates';
import { isProjectId } from './form-formats';
import { MILESTONES, type Milestone } from './leads/lead';
import { addParticipants, investorColumns, nameColumns } from './leads/project-row';
import { refuse } from './refusal-texts';

const MILESTONE_COLUMNS: Readonly<Record<Milestone, string>> = {
  signedOn: 'signed_on',
  registeredOn: 'registered_on',
  startedOn: 'started_on',
  operatedOn: 'operated_on',
};

/** Facts that have a column of their own; the names are those of the data dictionary (domain-model 3.3). */
const FACT_COLUMNS: Readonly<Record<string, string>> = {
  investorUscc: 'investor_uscc',
  investorOrigin: 'investor_origin',
  capitalType: 'capital_type',
  industryFocus: 'industry_focus',
  industryCode: 'industry_code',
  totalInvestment: 'total_investment',
  projectLevel: 'level',
  enterpriseName: 'enterprise_name',
  uscc: 'enterprise_uscc',
  enterpriseUscc: 'enterprise_uscc',
};

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isMilestone = (value: unknown): value is Milestone => MILESTONES.some((milestone) => milestone === value);

const columnsOf = (facts: Readonly<Record<string, unknown>>): Record<string, unknown> => {
  const columns: Record<string, unknown> = {};
  for (const [fact, value] of Object.entries(facts)) {
    const column = FACT_COLUMNS[fact];
    if (column) columns[column] = value === '' ? null : value;
  }
  const name = text(facts.projectName);
  const investor = text(facts.investorName);
  const amount = text(facts.totalInvestment);
  return {
    ...columns,
    ...(name ? nameColumns(name) : {}),
    ...(investor ? investorColumns(investor) : {}),
    // A corrected amount is stated in 万元, whatever unit the first report had.
    ...(amount ? { stated_amount: amount, stated_unit: '万元', currency: 'CNY', exchange_rate: null } : {}),
  };
};

const fail = (command: Command, what: string): never => {
  throw new Error(`Command '${command.type}' needs ${what}, but its params are ${JSON.stringify(command.params)}`);
};

const touch = (source: CommandSource) => ({ updated_at: source.at });

/**
 * What the commands of the investment project do to the rows of a project. The instance's id is the project's id, and a
 * correction of facts keeps the columns for search and comparing in step.
 */
export const projectCommandHandlers: CommandHandlers = {
  checkDuplicates: (changes, _command, { instanceId }) => {
    changes.enqueue(CHECK_DUPLICATES, { projectId: instanceId });
  },

  recordFacts: (changes, command, source) => {
    const facts = isRecord(command.params.facts) ? command.params.facts : fail(command, 'facts');
    changes.merge('project', source.instanceId, 'facts', facts);
    changes.update('project', source.instanceId, { ...columnsOf(facts), ...touch(source) });
  },

  recordMilestone: (changes, command, source) => {
    const { milestone, on } = command.params;
    if (!isMilestone(milestone) || !text(on)) return fail(command, 'a milestone and its date');
    changes.update('project', source.instanceId, { [MILESTONE_COLUMNS[milestone]]: on, ...touch(source) });
    changes.merge('project', source.instanceId, 'milestone_precision', { [milestone]: 'day' });
  },

  assignTaskForces: (changes, command, source) => {
    const { leadTaskForce, assistTaskForces, landingUnit, reason } = command.params;
    const assignment = {
      leadTaskForce: text(leadTaskForce),
      assistTaskForces: texts(assistTaskForces),
      landingUnit: text(landingUnit),
    };
    changes.update('project', source.instanceId, {
      lead_task_force: assignment.leadTaskForce,
      assist_task_forces: assignment.assistTaskForces,
      landing_unit: assignment.landingUnit,
      landing_kind: landingKindOfCode(assignment.landingUnit),
      ...(isRecord(reason) && text(reason.zh) ? { routing_reason: reason } : {}),
      ...touch(source),
    });
    addParticipants(changes, source.instanceId, assignment, source.at);
  },

  recordLevel: (changes, command, source) => {
    changes.update('project', source.instanceId, { level: text(command.params.level), ...touch(source) });
  },

  markDuplicate: (changes, command, source) => {
    const of = text(command.params.of);
    if (of === null || !isProjectId(of) || of === source.instanceId) throw refuse('PROJECT.DUPLICATE_OF_UNKNOWN', 422);
    changes.update('project', source.instanceId, { duplicate_of: of, ...touch(source) });
  },
};

/** A handler looks nothing up; the codes of the notice say what they are (Z01–Z05 zones, T01–T21 streets and towns). */
const landingKindOfCode = (code: string | null): 'ZONE' | 'STREET_TOWN' | null => {
  if (code === null) return null;
  return code.startsWith('Z') ? 'ZONE' : 'STREET_TOWN';
};
