import { type Block, blank, cell, gap, type Paragraph, paragraph, type Run } from './layout/document-model';
import { arabicDate, headingNumber, meetingTime } from './layout/numbering';
import { titleBlock } from './official-head';
import { sampleMeeting, sampleProjects } from './preview/sample-meeting';
import { sayMoney } from './say-money';
import { fill, paragraphsOf } from './templates/fill';
import type { DocumentType, View, Wording } from './templates/wording';

/** One project on one page. */
export interface ProjectBrief {
  /** Its place on the agenda from 1 on; in the order of the list where left out. */
  readonly place?: number;
  /** The project's number in Landfall. */
  readonly projectNo: string;
  readonly name: string;
  readonly investor: string | null;
  readonly investorOrigin: string | null;
  readonly industry: string | null;
  readonly landingUnit: string | null;
  readonly leadTaskForce: string | null;
  /** A decimal in 万, or null when it is not known. */
  readonly investment: string | null;
  /** ISO 4217; CNY when left out. */
  readonly currency?: string;
  /** A decimal in 亩. */
  readonly landMu: string | null;
  /** What has been reached, in words: 洽谈, 签约… */
  readonly stage: string | null;
  /** Milestones that are known, in order: 签约 2024年6月19日. */
  readonly milestones: readonly { readonly name: string; readonly on: string }[];
  readonly summary: string | null;
  /** What the meeting is asked. */
  readonly question: string | null;
  readonly problems: readonly string[];
  readonly proposal: string | null;
}

/** An item on no single project: a report, work that is deployed. */
export interface TopicLine {
  /** Its place on the agenda from 1 on. */
  readonly place: number;
  readonly title: string;
  readonly presenter: string | null;
  readonly question: string | null;
}

/** 议题材料: the list of the items, then a page for each project. */
export interface PapersPackData {
  readonly meetingTitle: string;
  readonly startsAt: string;
  readonly preparedBy: string;
  readonly projects: readonly ProjectBrief[];
  readonly topics?: readonly TopicLine[];
}

const OPEN = '未提供';

const view = (data: PapersPackData): View => ({
  meetingTitle: data.meetingTitle,
  startsAt: meetingTime(data.startsAt),
  preparedBy: data.preparedBy,
  count: String(data.projects.length + (data.topics?.length ?? 0)),
  hasProjects: data.projects.length > 0,
  hasItems: data.projects.length + (data.topics?.length ?? 0) > 0,
});

/** A day or, where no more is known, a month or a year. */
const sayDay = (on: string): string => {
  if (/^\d{4}-\d{2}-\d{2}$/.test(on)) return arabicDate(on);
  const [year, month] = on.split('-');
  return month === undefined ? `${year}年` : `${year}年${Number(month)}月`;
};

const facts = (project: ProjectBrief): Block => {
  const pair = (label: string, value: string | null) => [cell(label, { label: true }), cell(value ?? OPEN)];
  const whole = (label: string, value: string | null) => [
    cell(label, { label: true }),
    cell(value ?? OPEN, { span: 3 }),
  ];
  const milestones = project.milestones.map(({ name, on }) => `${name}：${sayDay(on)}`).join('；');
  return {
    block: 'table',
    columns: [0.17, 0.33, 0.17, 0.33],
    rows: [
      whole('投资方', project.investor),
      [...pair('项目编号', project.projectNo), ...pair('来源地', project.investorOrigin)],
      [...pair('所属产业', project.industry), ...pair('落地区域', project.landingUnit)],
      [
        ...pair('总投资', sayMoney(project.investment, project.currency)),
        ...pair('用地', project.landMu === null ? null : `${project.landMu}亩`),
      ],
      [...pair('主责专班', project.leadTaskForce), ...pair('当前阶段', project.stage)],
      whole('已有节点', milestones === '' ? null : milestones),
    ],
  };
};

/** A heading and its text in one paragraph, so that a project stays on one page. */
const section = (number: number, label: string, text: string): Paragraph[] => {
  const [first = '', ...others] = text.split('\n');
  const runs: Run[] = [{ text: `${headingNumber(1, number)}${label}：`, font: 'heiti' }, { text: first }];
  return [{ block: 'paragraph', kind: 'body', runs }, ...others.map((line) => paragraph('body', line))];
};

/** Several points in one sentence: 1.…；2.…。 */
const inOneSentence = (texts: readonly string[]): string =>
  `${texts.map((text, at) => `${headingNumber(3, at + 1)}${text.replace(/[。；]$/u, '')}`).join('；')}。`;

const onePager = (project: ProjectBrief, at: number, wording: Wording, values: View): Block[] => {
  const told: readonly [part: string, text: string | null][] = [
    ['summaryLabel', project.summary ?? OPEN],
    ['questionLabel', project.question ?? OPEN],
    ['problemsLabel', project.problems.length === 0 ? null : inOneSentence(project.problems)],
    ['proposalLabel', project.proposal],
  ];
  const sections = told.flatMap(([part, text]) =>
    text === null ? [] : [{ label: fill(wording, part, values), text }],
  );
  return [
    { ...paragraph('attachmentLabel', `议题${project.place ?? at + 1}`), startsPage: true },
    blank(),
    titleBlock(project.name),
    blank(),
    facts(project),
    gap(),
    ...sections.flatMap(({ label, text }, index) => section(index + 1, label, text)),
  ];
};

/** The items in the order of the agenda, each in a line; of topics also what is to be decided. */
const catalogue = ({ projects, topics = [] }: PapersPackData): Paragraph[] =>
  [
    ...projects.map(({ place, name, landingUnit }, at) => ({
      place: place ?? at + 1,
      line: `${name}${landingUnit === null ? '' : `（${landingUnit}）`}`,
    })),
    ...topics.map(({ place, title, presenter, question }) => ({
      place,
      line: `${title}${presenter === null ? '' : `（${presenter}）`}${question === null ? '' : `：${question}`}`,
    })),
  ]
    .sort((a, b) => a.place - b.place)
    .map(({ place, line }) => paragraph('body', `${headingNumber(3, place)}${line}`));

export const papersPack: DocumentType<PapersPackData> = {
  type: 'papersPack',
  label: '议题材料',
  parts: [
    { name: 'title', label: '标题', mandatory: true, mustSay: ['meetingTitle'] },
    { name: 'opening', label: '说明', mandatory: true, mustSay: ['count'] },
    { name: 'summaryLabel', label: '小标题：项目概况', mandatory: true },
    { name: 'questionLabel', label: '小标题：提请研判事项', mandatory: true },
    { name: 'problemsLabel', label: '小标题：存在问题', mandatory: true },
    { name: 'proposalLabel', label: '小标题：有关建议', mandatory: true },
  ],
  fields: {
    meetingTitle: '会议名称',
    startsAt: '会议时间',
    preparedBy: '材料整理单位',
    count: '议题数',
    hasProjects: '是否有项目',
    hasItems: '是否有议题',
  },
  view,
  compose: (data, wording) => {
    const values = view(data);
    const title = fill(wording, 'title', values);
    return {
      format: 'plain',
      name: title,
      blocks: [
        titleBlock(title),
        blank(),
        ...paragraphsOf(fill(wording, 'opening', values)),
        ...catalogue(data),
        ...data.projects.flatMap((project, at) => onePager(project, at, wording, values)),
      ],
    };
  },
  sample: {
    meetingTitle: sampleMeeting.meetingTitle,
    startsAt: sampleMeeting.startsAt,
    preparedBy: '滨海新区招商引资工作领导小组办公室',
    projects: sampleProjects,
  },
};
