import type { Clock } from '@landfall/clock';
import type { Database } from '@landfall/persistence';
import type { LocalizedText } from '@landfall/process-definition';
import type { DefinitionRegistry } from '@landfall/process-engine';
import { findSimilar, readCompared, type SimilarProject } from '../duplicates/duplicate-candidates';
import type { DuplicateReason } from '../duplicates/duplicate-rules';
import { isProjectId } from '../form-formats';
import { type LeadRouting, maskedUnitName } from '../leads/lead-routing';
import { refuse } from '../refusal-texts';
import { listProjects, type ProjectPage, type ProjectQuery } from './list-projects';
import { type HistoryPage, readHistory } from './project-history';
import {
  type CodedName,
  investorShownTo,
  type ProjectSummary,
  SUMMARY_COLUMNS,
  type SummaryRow,
  summaryOf,
  taskForceOf,
} from './project-summary';
import { insiderOf, type ProjectViewer, Values, visibleTo } from './project-viewer';

/** A project as its page shows it; what the process itself says (tasks, events, timers) is the engine's to add. */
export interface ProjectDetail extends ProjectSummary {
  readonly facts: Readonly<Record<string, unknown>>;
  readonly assistTaskForces: readonly CodedName[];
  readonly routing: { readonly reason: LocalizedText };
  readonly level: string | null;
  readonly definition: { readonly key: string; readonly version: number };
  readonly activeStates: readonly string[];
  readonly duplicateOf: string | null;
  readonly filer: { readonly unit: CodedName; readonly name: string };
}

/** A like project as somebody learns of it who may not see it: whose kind of unit, since when, why. */
export interface SimilarShown {
  readonly projectId: string | null;
  readonly maskedOwner: LocalizedText;
  readonly firstReportAt: string;
  readonly score: number;
  readonly reasons: readonly LocalizedText[];
}

interface DetailRow extends SummaryRow {
  readonly facts: Readonly<Record<string, unknown>>;
  readonly assist_task_forces: readonly string[];
  readonly routing_reason: LocalizedText;
  readonly level: string | null;
  readonly filer_unit: string;
  readonly filer_name: string;
  readonly duplicate_of: string | null;
  readonly investor_uscc: string | null;
  readonly investor_origin: string | null;
  readonly capital_type: string;
  readonly industry_code: string | null;
  readonly stated_amount: string | null;
  readonly stated_unit: string | null;
  readonly currency: string | null;
  readonly exchange_rate: Readonly<Record<string, unknown>> | null;
  readonly enterprise_name: string | null;
  readonly enterprise_uscc: string | null;
  readonly source: string;
  readonly source_type: string;
  readonly source_id: string | null;
  readonly definition_key: string;
  readonly definition_version: number;
}

const REASONS: Readonly<Record<DuplicateReason, LocalizedText>> = {
  sameUscc: { zh: '信用代码相同', en: 'same credit code' },
  sameInvestorAndIndustry: { zh: '投资方和产业相同', en: 'same investor and industry' },
  sameInvestorOtherScale: { zh: '投资方和产业相同，投资规模相差较大', en: 'same investor and industry, another scale' },
  sameInvestorOtherPlace: {
    zh: '投资方和产业相同，已在不同区域落地',
    en: 'same investor and industry, standing elsewhere',
  },
  otherPhase: { zh: '可能是同一项目的不同期', en: 'perhaps another phase' },
  sameName: { zh: '项目名称相同', en: 'same name' },
  similarNameAndAmount: { zh: '名称相似且金额相近', en: 'similar name and amount' },
  similarNameAmountUnknown: { zh: '名称相似', en: 'similar name' },
  shortInvestorName: { zh: '投资方可能是简称', en: "perhaps the investor's short name" },
  nameContained: { zh: '名称互相包含', en: 'one name contains the other' },
  sameContact: { zh: '联系人相同', en: 'same contact' },
};

/** Reads projects for people: who may not see one is told that there is none. */
export class Projects {
  constructor(
    private readonly parts: {
      readonly database: Database;
      readonly clock: Clock;
      readonly routing: LeadRouting;
      readonly definitions: DefinitionRegistry;
    },
  ) {}

  async list(viewer: ProjectViewer, query: ProjectQuery): Promise<ProjectPage> {
    return listProjects(this.parts.database, await this.parts.routing.view(), viewer, query);
  }

  /** @throws Rejection `PROJECT.NOT_FOUND` (404), also for a project that the viewer may not see */
  async find(viewer: ProjectViewer, id: string): Promise<ProjectDetail> {
    const view = await this.parts.routing.view();
    const row = await this.row(viewer, id);
    return {
      ...summaryOf(row, view),
      facts: factsShown(row),
      assistTaskForces: row.assist_task_forces.flatMap((code) => taskForceOf(code, view) ?? []),
      routing: { reason: row.routing_reason },
      level: row.level,
      definition: { key: row.definition_key, version: row.definition_version },
      activeStates: row.states,
      duplicateOf: row.duplicate_of,
      filer: { unit: { code: row.filer_unit, name: view.unitName(row.filer_unit) }, name: row.filer_name },
    };
  }

  /** Throws `PROJECT.NOT_FOUND` unless the viewer may see the project. */
  async requireVisible(viewer: ProjectViewer, id: string): Promise<void> {
    const visible = await this.visibleIds(viewer, [id]);
    if (!visible.has(id)) throw refuse('PROJECT.NOT_FOUND', 404);
  }

  /** Those of the ids that the viewer may see. */
  async visibleIds(viewer: ProjectViewer, ids: readonly string[]): Promise<ReadonlySet<string>> {
    const known = ids.filter(isProjectId);
    if (known.length === 0) return new Set();
    const values = new Values();
    const rows = await this.parts.database.query<{ id: string }>(
      `SELECT p.id FROM project p WHERE p.id = ANY(${values.add(known)}::uuid[]) AND ${visibleTo(viewer, values)}`,
      values.list,
    );
    return new Set(rows.map(({ id }) => id));
  }

  async history(
    viewer: ProjectViewer,
    id: string,
    page: { readonly limit: number; readonly cursor?: string | undefined },
  ): Promise<HistoryPage> {
    const row = await this.row(viewer, id);
    const insider = row.insider || !row.investor_hidden;
    return readHistory(this.parts.database, this.parts.definitions, id, page, insider);
  }

  /** Earlier projects that are like this one. */
  async similar(viewer: ProjectViewer, id: string): Promise<SimilarShown[]> {
    const { database, clock } = this.parts;
    const project = await readCompared(database, id);
    return project ? this.showSimilar(viewer, await findSimilar(database, project, clock.now(), project)) : [];
  }

  /** Shows like projects to somebody; of those he may not see, only the kind of owner (commercial secrecy, 3.4). */
  async showSimilar(viewer: ProjectViewer, similar: readonly SimilarProject[]): Promise<SimilarShown[]> {
    const view = await this.parts.routing.view();
    const visible = await this.visibleIds(
      viewer,
      similar.map(({ projectId }) => projectId),
    );
    return similar.map(({ projectId, name, ownerUnit, firstReportAt, score, reasons }) => {
      const open = visible.has(projectId);
      const unit = view.unitName(ownerUnit);
      return {
        projectId: open ? projectId : null,
        maskedOwner: open ? { zh: `${unit.zh}：${name}`, en: `${unit.en}: ${name}` } : maskedUnitName(view, ownerUnit),
        firstReportAt: firstReportAt.toISOString(),
        score,
        reasons: reasons.map((reason) => REASONS[reason]),
      };
    });
  }

  private async row(viewer: ProjectViewer, id: string): Promise<DetailRow> {
    if (!isProjectId(id)) throw refuse('PROJECT.NOT_FOUND', 404);
    const values = new Values();
    const [row] = await this.parts.database.query<DetailRow>(
      `SELECT p.*, ${SUMMARY_COLUMNS}, i.definition_key, i.definition_version, ${insiderOf(viewer, values)} AS insider
       FROM project p JOIN process_instance i ON i.id = p.id
       WHERE p.id = ${values.add(id)} AND ${visibleTo(viewer, values)}`,
      values.list,
    );
    if (!row) throw refuse('PROJECT.NOT_FOUND', 404);
    return row;
  }
}

const CONFIDENTIAL_FACTS = new Set(['investorName', 'investorUscc', 'enterpriseName', 'enterpriseUscc', 'uscc']);

/** 138****8000: enough to recognise a number one knows, not enough to call it. */
const maskPhones = (contact: string): string =>
  contact.replace(/\d[\d-]{5,}\d/g, (phone) => {
    const shown = phone.length >= 11 ? 4 : 2;
    return `${phone.slice(0, 3)}****${phone.slice(-shown)}`;
  });

/** Everything known under its name of the data dictionary; empty facts are left out. */
const factsShown = (row: DetailRow): Readonly<Record<string, unknown>> => {
  const known: Record<string, unknown> = {
    capitalType: row.capital_type,
    investorOrigin: row.investor_origin,
    investorUscc: row.investor_uscc,
    industryCode: row.industry_code,
    statedInvestment: row.currency === 'CNY' ? null : statedOf(row),
    exchangeRate: row.exchange_rate,
    enterpriseName: row.enterprise_name,
    enterpriseUscc: row.enterprise_uscc,
    sourceType: row.source_type,
    sourceId: row.source_id,
    ...row.facts,
  };
  if ('investorName' in known) known.investorName = investorShownTo(row);
  if (!row.insider && typeof known.contact === 'string') known.contact = maskPhones(known.contact);
  return Object.fromEntries(
    Object.entries(known).filter(
      ([name, value]) =>
        value !== null && value !== '' && !(row.investor_hidden && !row.insider && CONFIDENTIAL_FACTS.has(name)),
    ),
  );
};

const statedOf = ({ stated_amount, stated_unit }: DetailRow): string | null =>
  stated_amount === null ? null : `${stated_amount} ${stated_unit ?? ''}`.trim();
