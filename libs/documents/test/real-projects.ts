import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import Decimal from 'decimal.js';
import type { ProjectBrief } from '../src/papers-pack';

/** One line of the list of publicly reported projects. */
export interface RealProject {
  readonly id: string;
  readonly project_name_zh: string;
  readonly investor_zh: string;
  readonly investor_origin: string;
  readonly industry_keyword_zh: string;
  readonly landing_unit_zh: string;
  readonly total_investment: string;
  readonly currency_unit: string;
  readonly land_mu: string;
  readonly signed_on: string;
  readonly registered_on: string;
  readonly started_on: string;
  readonly production_on: string;
  readonly stage_reported: string;
}

const STAGES: Readonly<Record<string, string>> = {
  signing: '签约',
  registration: '注册',
  landing: '落地',
  results: '见效',
};
const FACTORS: Readonly<Record<string, readonly [number, string]>> = {
  亿元: [10_000, 'CNY'],
  万元: [1, 'CNY'],
  亿美元: [10_000, 'USD'],
};

/** The publicly reported projects of Binhai that the product ships as a sample. */
export const realProjects = (): RealProject[] =>
  parse(readFileSync(join(__dirname, '../../projects/sample/binhai-projects.csv')), { columns: true, bom: true });

const orNull = (text: string): string | null => (text === '' ? null : text);

/** What is known of a reported project, as a one-pager tells it; what a meeting is asked is made up and says so. */
export const briefOf = (project: RealProject): ProjectBrief => {
  const [factor, currency] = FACTORS[project.currency_unit] ?? [1, 'CNY'];
  const milestones = [
    ['签约', project.signed_on],
    ['注册', project.registered_on],
    ['开工', project.started_on],
    ['投产', project.production_on],
  ] as const;
  return {
    projectNo: project.id,
    name: project.project_name_zh,
    investor: orNull(project.investor_zh),
    investorOrigin: orNull(project.investor_origin),
    industry: orNull(project.industry_keyword_zh),
    landingUnit: orNull(project.landing_unit_zh),
    leadTaskForce: '区工业和信息化局招商专班',
    investment: project.total_investment === '' ? null : new Decimal(project.total_investment).times(factor).toFixed(),
    currency,
    landMu: orNull(project.land_mu),
    stage: STAGES[project.stage_reported] ?? null,
    milestones: milestones.filter(([, on]) => on !== '').map(([name, on]) => ({ name, on })),
    summary: `项目由${project.investor_zh || '投资方（未公开）'}投资，拟落地${project.landing_unit_zh || '滨海新区'}，属${project.industry_keyword_zh}领域。（公开报道信息）`,
    question: '（示例）请各单位就产业匹配度和选址用地、规划环评、能耗安全等落地可行性提出研判意见。',
    problems: ['（示例）用地性质和规划条件尚待核实', '（示例）环境影响评价尚未启动'],
    proposal: '（示例）建议由属地街镇会同主责专班补充选址论证材料后继续推进。',
  };
};
