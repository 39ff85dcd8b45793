import { type Block, blank, cell, paragraph } from './layout/document-model';
import { arabicDate, headingNumber, meetingTime } from './layout/numbering';
import { titleBlock } from './official-head';
import { fill, paragraphsOf } from './templates/fill';
import type { DocumentType, View, Wording } from './templates/wording';

/** A resolution of the conference before, as it stands when it is read back. */
export interface ReadBackLine {
  readonly text: string;
  readonly unit: string | null;
  /** YYYY-MM-DD. */
  readonly dueOn: string | null;
  /** How far it has come, in words. */
  readonly standing: string;
}

/** What a member unit reported; what it did not say is null. */
export interface UnitReportText {
  readonly unit: string;
  readonly done: string | null;
  readonly problems: string | null;
  readonly nextSteps: string | null;
}

/** 典型做法: what others could learn from. */
export interface GoodPractice {
  readonly unit: string;
  readonly title: string;
  readonly text: string;
}

/** What a unit says of itself, and what is counted of it; null is 未报. */
export interface FiguresLine {
  readonly unit: string;
  readonly reported: { readonly created: number; readonly signed: number; readonly started: number } | null;
  readonly counted: { readonly created: number; readonly signed: number; readonly started: number };
}

/** 会议材料汇编 of a half-year conference, with its data annex. */
export interface ConferencePapersData {
  readonly meetingTitle: string;
  readonly startsAt: string;
  readonly preparedBy: string;
  /** The half-year in words. */
  readonly period: string;
  /** The days that are counted, YYYY-MM-DD, both included. */
  readonly from: string;
  readonly to: string;
  readonly readBack: readonly ReadBackLine[];
  readonly reports: readonly UnitReportText[];
  /** Units that handed nothing in. */
  readonly missing: readonly string[];
  readonly practices: readonly GoodPractice[];
  readonly figures: readonly FiguresLine[];
}

const NONE = '无。';

const view = (data: ConferencePapersData): View => ({
  meetingTitle: data.meetingTitle,
  startsAt: meetingTime(data.startsAt),
  preparedBy: data.preparedBy,
  period: data.period,
  from: arabicDate(data.from),
  to: arabicDate(data.to),
  reported: String(data.reports.length),
  expected: String(data.reports.length + data.missing.length),
  missing: data.missing.join('、'),
  hasMissing: data.missing.length > 0,
});

const readBackTable = (lines: readonly ReadBackLine[]): Block[] =>
  lines.length === 0
    ? [paragraph('body', NONE)]
    : [
        {
          block: 'table',
          columns: [0.09, 0.37, 0.2, 0.19, 0.15],
          header: ['序号', '议定事项', '责任单位', '完成时限', '落实情况'].map((label) => cell(label)),
          rows: lines.map(({ text, unit, dueOn, standing }, at) => [
            cell(String(at + 1), { align: 'center' }),
            cell(text),
            cell(unit ?? ''),
            cell(dueOn ?? '', { align: 'center' }),
            cell(standing, { align: 'center' }),
          ]),
        },
      ];

/** A report as units write them: what was done, what is in the way, what comes next. */
const reportBlocks = ({ unit, ...told }: UnitReportText, at: number): Block[] => [
  paragraph('heading2', `${headingNumber(2, at + 1)}${unit}`),
  ...[
    ['工作开展情况', told.done],
    ['存在问题', told.problems],
    ['下一步工作', told.nextSteps],
  ].flatMap(([label, text]) => (text === null ? [] : [paragraph('body', `${label}：${text}`)])),
];

const practiceBlocks = ({ unit, title, text }: GoodPractice, at: number): Block[] => [
  paragraph('heading2', `${headingNumber(2, at + 1)}${title}（${unit}）`),
  ...text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => paragraph('body', line)),
];

const FIGURES = [
  ['created', '新增'],
  ['signed', '签约'],
  ['started', '开工'],
] as const;

/** Each figure twice: as the unit gave it, and as the projects say; where the two differ the reader sees it. */
const annex = (figures: readonly FiguresLine[], title: string, note: string): Block[] => [
  { ...paragraph('attachmentLabel', '附件'), startsPage: true },
  blank(),
  titleBlock(title),
  blank(),
  {
    block: 'table',
    columns: [0.09, 0.31, ...FIGURES.flatMap(() => [0.1, 0.1])],
    header: ['序号', '单位', ...FIGURES.flatMap(([, name]) => [`${name}填报`, `${name}系统`])].map((label) =>
      cell(label),
    ),
    rows: figures.map(({ unit, reported, counted }, at) => [
      cell(String(at + 1), { align: 'center' }),
      cell(unit),
      ...FIGURES.flatMap(([key]) => [
        cell(reported === null ? '未报' : String(reported[key]), { align: 'center' }),
        cell(String(counted[key]), { align: 'center' }),
      ]),
    ]),
  },
  ...paragraphsOf(note),
];

const chapters = (data: ConferencePapersData, wording: Wording, values: View): Block[] => {
  const parts: readonly [part: string, blocks: readonly Block[]][] = [
    ['readBackTitle', readBackTable(data.readBack)],
    ['reportsTitle', data.reports.length === 0 ? [paragraph('body', NONE)] : data.reports.flatMap(reportBlocks)],
    [
      'practicesTitle',
      data.practices.length === 0 ? [paragraph('body', NONE)] : data.practices.flatMap(practiceBlocks),
    ],
  ];
  return parts.flatMap(([part, blocks], at) => [
    paragraph('heading1', `${headingNumber(1, at + 1)}${fill(wording, part, values)}`),
    ...blocks,
  ]);
};

export const conferencePapers: DocumentType<ConferencePapersData> = {
  type: 'conferencePapers',
  label: '会议材料汇编',
  parts: [
    { name: 'title', label: '标题', mandatory: true, mustSay: ['meetingTitle'] },
    { name: 'opening', label: '说明', mandatory: true, mustSay: ['period'] },
    { name: 'readBackTitle', label: '小标题：上次议定事项', mandatory: true },
    { name: 'reportsTitle', label: '小标题：各单位情况', mandatory: true },
    { name: 'practicesTitle', label: '小标题：典型做法', mandatory: true },
    { name: 'annexTitle', label: '附件标题', mandatory: true, mustSay: ['period'] },
    { name: 'annexNote', label: '附件说明', mandatory: false },
  ],
  fields: {
    meetingTitle: '会议名称',
    startsAt: '会议时间',
    preparedBy: '材料整理单位',
    period: '所属期间',
    from: '统计起始日',
    to: '统计截止日',
    reported: '已报单位数',
    expected: '应报单位数',
    missing: '未报单位',
    hasMissing: '是否有未报单位',
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
        ...chapters(data, wording, values),
        ...annex(data.figures, fill(wording, 'annexTitle', values), fill(wording, 'annexNote', values)),
      ],
    };
  },
  sample: {
    meetingTitle: '2026年下半年全区招商引资工作会议',
    startsAt: '2026-12-30T09:30:00+08:00',
    preparedBy: '滨海新区招商引资工作领导小组办公室',
    period: '2026年下半年',
    from: '2026-07-01',
    to: '2026-12-31',
    readBack: [
      {
        text: '（样例）分解落实年度招商引资任务。',
        unit: '区发展改革委',
        dueOn: '2026-09-30',
        standing: '已落实',
      },
    ],
    reports: [
      {
        unit: '天津经济技术开发区',
        done: '（样例）围绕汽车、化工新材料开展产业链招商。',
        problems: '（样例）部分项目用地指标紧张。',
        nextSteps: '（样例）推动在谈项目年内签约。',
      },
      {
        unit: '古林街道',
        done: '（样例）盘活闲置载体招引企业。',
        problems: null,
        nextSteps: '（样例）完善服务专员机制。',
      },
    ],
    missing: ['茶淀街道'],
    practices: [{ unit: '天津港保税区', title: '（样例）一企一策盘活厂房', text: '（样例）问题当日响应、限时办结。' }],
    figures: [
      {
        unit: '天津经济技术开发区',
        reported: { created: 23, signed: 6, started: 9 },
        counted: { created: 23, signed: 6, started: 8 },
      },
      {
        unit: '古林街道',
        reported: { created: 2, signed: 1, started: 0 },
        counted: { created: 2, signed: 1, started: 0 },
      },
      { unit: '茶淀街道', reported: null, counted: { created: 1, signed: 0, started: 0 } },
    ],
  },
};
