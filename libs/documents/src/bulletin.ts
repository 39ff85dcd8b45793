import { type Block, cell, paragraph } from './layout/document-model';
import { arabicDate, headingNumber } from './layout/numbering';
import { type OfficialHead, officialDocument } from './official-head';
import { sampleHead } from './preview/sample-meeting';
import { fill, paragraphsOf } from './templates/fill';
import type { DocumentType, View } from './templates/wording';

/** One unit's line in a table of figures; every figure as it is to be printed. */
export interface BulletinRow {
  readonly unit: string;
  readonly figures: readonly string[];
}

export interface BulletinSection {
  readonly title: string;
  /** A paragraph per line. */
  readonly text: string;
}

/** 招商引资工作通报. */
export interface BulletinData {
  readonly head: OfficialHead;
  /** The period in words: 2026年11月. */
  readonly period: string;
  /** Until when the figures count, YYYY-MM-DD. */
  readonly asOf: string;
  readonly sections: readonly BulletinSection[];
  /** The table that goes with it, on pages of its own; null when there is none. */
  readonly table: {
    readonly title: string;
    readonly columns: readonly string[];
    readonly rows: readonly BulletinRow[];
  } | null;
}

const view = (data: BulletinData): View => ({
  period: data.period,
  asOf: arabicDate(data.asOf),
  tableTitle: data.table?.title ?? '',
  units: String(data.table?.rows.length ?? 0),
});

const sectionBlocks = ({ title, text }: BulletinSection): Block[] => [
  paragraph('heading1', title),
  ...text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .flatMap((line) => paragraphsOf(line)),
];

const annex = ({ title, columns, rows }: NonNullable<BulletinData['table']>): Block[] => {
  const first = 0.3;
  const others = (1 - 0.09 - first) / Math.max(1, columns.length);
  return [
    { ...paragraph('attachmentLabel', '附件'), startsPage: true },
    paragraph('blank', ''),
    paragraph('title', title),
    paragraph('blank', ''),
    {
      block: 'table',
      columns: [0.09, columns.length === 0 ? 0.91 : first, ...columns.map(() => others)],
      header: ['序号', '单位', ...columns].map((label) => cell(label)),
      rows: rows.map(({ unit, figures }, at) => [
        cell(String(at + 1), { align: 'center' }),
        cell(unit),
        ...columns.map((_column, index) => cell(figures[index] ?? '', { align: 'center' })),
      ]),
    },
  ];
};

export const bulletin: DocumentType<BulletinData> = {
  type: 'bulletin',
  label: '通报',
  parts: [
    { name: 'title', label: '标题', mandatory: true, mustSay: ['period'] },
    { name: 'opening', label: '导语', mandatory: true, mustSay: ['asOf'] },
    { name: 'closing', label: '要求', mandatory: true },
    { name: 'note', label: '附注', mandatory: false },
  ],
  fields: { period: '通报期间', asOf: '数据截止日期', tableTitle: '附表名称', units: '附表单位数' },
  view,
  compose: (data, wording) => {
    const values = view(data);
    const text = (part: string) => paragraphsOf(fill(wording, part, values));
    const numbered = data.sections.map((section, at) => ({
      ...section,
      title: /^[一二三四五六七八九十]+、/u.test(section.title)
        ? section.title
        : `${headingNumber(1, at + 1)}${section.title}`,
    }));
    return officialDocument({
      format: 'document',
      head: data.head,
      title: fill(wording, 'title', values),
      content: [...text('opening'), ...numbered.flatMap(sectionBlocks), ...text('closing')],
      attachments: data.table === null ? [] : [data.table.title],
      note: fill(wording, 'note', values),
      annexes: data.table === null ? [] : annex(data.table),
    });
  },
  sample: {
    head: sampleHead({ prefix: '津滨招商办发', number: 13 }),
    period: '2026年11月',
    asOf: '2026-11-30',
    sections: [
      { title: '总体情况', text: '（样例）全区在跟踪招商引资项目82个，其中已签约项目20个，已开工项目27个。' },
      {
        title: '存在问题',
        text: '（样例）部分项目选址用地、环评手续办理周期较长。\n（样例）个别单位未按期反馈研判意见。',
      },
      { title: '下一步工作', text: '（样例）各单位要围绕早签约、早注册、早落地、早见效，逐项明确责任和时限。' },
    ],
    table: {
      title: '各单位招商引资任务完成情况',
      columns: ['在库项目', '已签约', '已开工', '逾期事项'],
      rows: [
        { unit: '天津经济技术开发区', figures: ['23', '6', '9', '0'] },
        { unit: '天津港保税区', figures: ['24', '3', '12', '1'] },
        { unit: '天津滨海高新技术产业开发区', figures: ['9', '3', '5', '0'] },
        { unit: '中新天津生态城', figures: ['10', '4', '4', '0'] },
      ],
    },
  },
};
