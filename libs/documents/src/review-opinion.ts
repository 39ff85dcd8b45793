import { type Block, cell, gap, paragraph, type TableCell } from './layout/document-model';
import { arabicDate } from './layout/numbering';
import { type OfficialHead, officialDocument } from './official-head';
import { sampleHead, sampleMeeting } from './preview/sample-meeting';
import { sayMoney } from './say-money';
import { fill, paragraphsOf, startsSection } from './templates/fill';
import type { DocumentType, View } from './templates/wording';

/** One unit's opinion; null where the unit said nothing until the opinions were closed. */
export interface UnitOpinion {
  readonly unit: string;
  readonly opinion: {
    /** 产业匹配度, 1 to 5. */
    readonly match: number;
    /** 落地可行性, 1 to 5. */
    readonly feasibility: number;
    readonly text: string;
  } | null;
}

/** 研判意见书 of one project. */
export interface ReviewOpinionData {
  readonly head: OfficialHead;
  readonly meetingTitle: string;
  /** The day of the meeting, YYYY-MM-DD. */
  readonly heldOn: string;
  readonly projectNo: string;
  readonly projectName: string;
  readonly investor: string | null;
  readonly industry: string | null;
  readonly landingUnit: string | null;
  readonly investment: string | null;
  readonly currency?: string;
  readonly opinions: readonly UnitOpinion[];
  /** The outcome in words: 建议推进, 有条件推进, … */
  readonly conclusion: string;
  /** Why, and under which conditions; a paragraph per line. */
  readonly reasons: string;
  readonly conditions: readonly {
    readonly text: string;
    readonly unit: string | null;
    readonly dueOn: string | null;
  }[];
}

/** The word for a unit that said nothing: silence is told, and is no consent. */
export const SILENT = '逾期未反馈';

const mean = (opinions: readonly UnitOpinion[], of: 'match' | 'feasibility'): string => {
  const marks = opinions.flatMap(({ opinion }) => (opinion === null ? [] : [opinion[of]]));
  if (marks.length === 0) return '';
  const tenths = Math.round((marks.reduce((sum, mark) => sum + mark, 0) * 10) / marks.length);
  return `${Math.floor(tenths / 10)}.${tenths % 10}`;
};

const view = (data: ReviewOpinionData): View => {
  const silent = data.opinions.filter(({ opinion }) => opinion === null);
  return {
    meetingTitle: data.meetingTitle,
    heldOn: arabicDate(data.heldOn),
    projectNo: data.projectNo,
    projectName: data.projectName,
    investor: data.investor ?? '未提供',
    industry: data.industry ?? '未提供',
    landingUnit: data.landingUnit ?? '未提供',
    investment: sayMoney(data.investment, data.currency),
    count: String(data.opinions.length),
    answered: String(data.opinions.length - silent.length),
    silentUnits: silent.map(({ unit }) => unit).join('、'),
    meanMatch: mean(data.opinions, 'match'),
    meanFeasibility: mean(data.opinions, 'feasibility'),
    conclusion: data.conclusion,
  };
};

const table = (opinions: readonly UnitOpinion[]): Block => ({
  block: 'table',
  columns: [0.24, 0.13, 0.13, 0.5],
  header: [cell('单位'), cell('产业\n匹配度'), cell('落地\n可行性'), cell('意见')],
  rows: opinions.map(({ unit, opinion }): TableCell[] =>
    opinion === null
      ? [cell(unit), cell(SILENT, { span: 3, align: 'center' })]
      : [
          cell(unit),
          cell(String(opinion.match), { align: 'center' }),
          cell(String(opinion.feasibility), { align: 'center' }),
          cell(opinion.text),
        ],
  ),
});

const conditionLine = ({ text, unit, dueOn }: ReviewOpinionData['conditions'][number], at: number): string => {
  const terms = [unit === null ? '' : `责任单位：${unit}`, dueOn === null ? '' : `完成时限：${arabicDate(dueOn)}`];
  const told = terms.filter((term) => term !== '').join('；');
  return `${at + 1}.${text.replace(/[。；]$/u, '')}${told === '' ? '' : `（${told}）`}。`;
};

export const reviewOpinion: DocumentType<ReviewOpinionData> = {
  type: 'reviewOpinion',
  label: '研判意见书',
  parts: [
    { name: 'title', label: '标题', mandatory: true, mustSay: ['projectName'] },
    { name: 'opening', label: '导语', mandatory: true, mustSay: ['projectName', 'heldOn'] },
    { name: 'opinions', label: '研判情况', mandatory: true, mustSay: ['answered'] },
    { name: 'conclusion', label: '研判结论', mandatory: true, mustSay: ['conclusion'] },
    { name: 'conditions', label: '条件前的一句', mandatory: true },
    { name: 'advisory', label: '供参考的说明', mandatory: true },
    { name: 'note', label: '附注', mandatory: false },
  ],
  fields: {
    meetingTitle: '会议名称',
    heldOn: '会议日期',
    projectNo: '项目编号',
    projectName: '项目名称',
    investor: '投资方',
    industry: '所属产业',
    landingUnit: '拟落地区域',
    investment: '总投资',
    count: '参与研判单位数',
    answered: '已反馈单位数',
    silentUnits: '逾期未反馈单位',
    meanMatch: '产业匹配度平均分',
    meanFeasibility: '落地可行性平均分',
    conclusion: '研判结论',
  },
  view,
  compose: (data, wording) => {
    const values = view(data);
    // The headings of all parts are one sequence.
    let headings = 0;
    const text = (part: string) => {
      const paragraphs = paragraphsOf(fill(wording, part, values), headings + 1);
      headings += paragraphs.filter(startsSection).length;
      return paragraphs;
    };
    const opening = text('opening');
    const opinions = text('opinions');
    const conclusion = text('conclusion');
    const conditions =
      data.conditions.length === 0
        ? []
        : [...text('conditions'), ...data.conditions.map((one, at) => paragraph('body', conditionLine(one, at)))];
    return officialDocument({
      format: 'document',
      head: data.head,
      title: fill(wording, 'title', values),
      content: [
        ...opening,
        ...opinions,
        ...(data.opinions.length === 0 ? [] : [gap(), table(data.opinions), gap()]),
        ...conclusion,
        ...data.reasons
          .split('\n')
          .filter((line) => line.trim() !== '')
          .map((line) => paragraph('body', line.trim())),
        ...conditions,
        ...text('advisory'),
      ],
      note: fill(wording, 'note', values),
    });
  },
  sample: {
    head: { ...sampleHead({ prefix: '津滨招商办研', number: 7 }), addressees: ['古林街道办事处'] },
    meetingTitle: sampleMeeting.meetingTitle,
    heldOn: '2026-12-10',
    projectNo: 'BH113',
    projectName: '古林街马棚口100MW渔光互补光伏发电项目',
    investor: '信义光伏产业（安徽）控股有限公司',
    industry: '新能源',
    landingUnit: '古林街道',
    investment: '100000',
    opinions: [
      {
        unit: '市规划资源局滨海新区分局',
        opinion: { match: 4, feasibility: 3, text: '（样例）用地涉及养殖水面，需核实用地性质和生态保护红线。' },
      },
      {
        unit: '区生态环境局',
        opinion: { match: 4, feasibility: 4, text: '（样例）属于清洁能源项目，建议尽早开展环境影响评价。' },
      },
      {
        unit: '区发展改革委',
        opinion: { match: 5, feasibility: 4, text: '（样例）符合产业方向，并网接入容量需电网企业确认。' },
      },
      { unit: '区应急局', opinion: null },
    ],
    conclusion: '有条件推进',
    reasons: '（样例）项目产业方向符合新区新能源产业布局，落地的主要不确定因素是用地性质和并网接入。',
    conditions: [
      { text: '（样例）完成用地性质和生态保护红线核查', unit: '古林街道', dueOn: '2027-01-15' },
      { text: '（样例）取得电网企业接入意见', unit: '区发展改革委', dueOn: '2027-01-29' },
    ],
  },
};
