import { createHash } from 'node:crypto';
import type { Clock } from '@landfall/clock';
import type { Database } from '@landfall/persistence';
import type { Actor, LocalizedText } from '@landfall/process-definition';
import type { ProcessEngine } from '@landfall/process-engine';
import { v7 as uuid } from 'uuid';
import { findSimilar, type SimilarProject } from '../duplicates/duplicate-candidates';
import { refuse } from '../refusal-texts';
import { checkLead, draftOfBody, refuseLead } from './check-lead';
import type { Lead } from './lead';
import type { LeadBody } from './lead-body';
import type { LeadRouting } from './lead-routing';
import { dayInBinhai, takeLeadNumbers } from './number-series';
import { contactHash, filerOf, insertProject, startInputOf } from './project-row';

/** The process that every lead starts. */
export const PROJECT_PROCESS = 'investment-project';

export interface RegisteredLead {
  readonly projectId: string;
  readonly leadNo: string;
  readonly routing: {
    readonly leadTaskForce: string | null;
    readonly assistTaskForces: readonly string[];
    readonly landingUnit: string | null;
    readonly reason: LocalizedText;
    readonly ambiguous: boolean;
  };
  /** Earlier projects like it, best first; whoever answers them to a person masks what that person may not see. */
  readonly similar: readonly SimilarProject[];
}

export interface LeadsParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly engine: ProcessEngine;
  readonly routing: LeadRouting;
}

/** Registers leads: every one becomes a project and its running process in one commit. */
export class Leads {
  constructor(private readonly parts: LeadsParts) {}

  /**
   * Registers an entered lead.
   *
   * @param clientKey the same key with the same lead answers the first result again
   * @throws Rejection `LEAD.INVALID` or the one field's own code (422), `LEAD.FILER_WITHOUT_POST` (403)
   */
  async register(actor: Actor, body: LeadBody): Promise<RegisteredLead> {
    const { database, clock, engine, routing } = this.parts;
    const at = clock.now();
    const view = await routing.view();
    const { lead, problems } = checkLead(draftOfBody(body), view, dayInBinhai(at));
    refuseLead(problems);
    const filer = filerOf(actor);
    if (!filer) throw refuse('LEAD.FILER_WITHOUT_POST', 403);
    const route = view.route(routedParts(lead));
    const similar = await findSimilar(database, comparedParts(lead), at, null);
    const [numbers] = await takeLeadNumbers(database, at, 1);
    if (!numbers) throw new Error('Expected a lead number, but the series gave none');
    const project = { id: uuid(), numbers, lead, route, filer, actor, at };
    const receipt = await engine.start({
      definition: PROJECT_PROCESS,
      id: project.id,
      // What a client key stands for is the whole lead, also what the machine does not need.
      input: { ...startInputOf(project, view), report: digestOf(body) },
      actor,
      also: (changes) => insertProject(changes, project, view),
      ...(body.clientKey === undefined ? {} : { clientKey: `lead:${actor.accountId}:${body.clientKey}` }),
    });
    const leadNo = receipt.repeated ? await this.leadNoOf(receipt.instanceId) : numbers.leadNo;
    return {
      projectId: receipt.instanceId,
      leadNo,
      routing: {
        leadTaskForce: route.leadTaskForce,
        assistTaskForces: route.assistTaskForces,
        landingUnit: lead.landingUnit,
        reason: route.reason,
        ambiguous: route.ambiguous,
      },
      similar: similar.filter(({ projectId }) => projectId !== receipt.instanceId),
    };
  }

  private async leadNoOf(projectId: string): Promise<string> {
    const [row] = await this.parts.database.query<{ lead_no: string }>('SELECT lead_no FROM project WHERE id = $1', [
      projectId,
    ]);
    return row?.lead_no ?? '';
  }
}

const digestOf = (body: LeadBody): string => {
  const entries = Object.entries(body).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(entries)).digest('base64url');
};

/** What of a lead decides and explains its routing. */
export const routedParts = (lead: Lead) => ({
  industryFocus: lead.industryFocus,
  text: `${lead.projectName} ${lead.brief ?? ''}`,
  landingUnit: lead.landingUnit,
  ownership: lead.ownership,
});

const comparedParts = (lead: Lead) => ({
  name: lead.projectName,
  investorName: lead.investorName,
  investorUscc: lead.investorUscc,
  enterpriseUscc: lead.enterpriseUscc,
  industryFocus: lead.industryFocus,
  industryCode: lead.industryCode,
  landingUnit: lead.landingUnit,
  totalInvestment: lead.totalInvestment?.tenThousandYuan ?? null,
  contactHash: contactHash(lead.contact),
  stands: ['registeredOn', 'startedOn', 'operatedOn'].some((milestone) => milestone in lead.milestones),
});
