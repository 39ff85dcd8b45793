import { type Block, blank, cell, gap, type TableCell } from './layout/document-model';
import { arabicDate } from './layout/numbering';
import {
  addresseeBlocks,
  imprintOf,
  noteBlocks,
  type OfficialHead,
  redHead,
  signatureBlocks,
  signed,
  titleBlock,
} from './official-head';
import { sampleHead } from './preview/sample-meeting';
import { fill, paragraphsOf } from './templates/fill';
import type { DocumentType, View } from './templates/wording';

/** 督办单 (and, with a colour, 催办). */
export interface SupervisionSlipData {
  readonly head: OfficialHead;
  /** What is to be done. */
  readonly matter: string;
  /** Where it comes from: 津滨招商办纪要〔2026〕3号议定事项, 领导批示, … */
  readonly source: string;
  readonly projectName: string | null;
  readonly leadUnit: string;
  readonly assistingUnits: readonly string[];
  /** YYYY-MM-DD */
  readonly assignedOn: string;
  readonly dueOn: string;
  /** What has to be handed in, and how it is seen that it is done. */
  readonly criterion: string;
  /** How often progress is reported: 每周, 每月. */
  readonly reportEvery: string | null;
  /** 蓝, 黄, 红: set when it is chased. */
  readonly colour: '蓝' | '黄' | '红' | null;
  /** What was done until now, for a chased item. */
  readonly progress: string | null;
  readonly contact: { readonly name: string; readonly phone: string } | null;
}

const view = (data: SupervisionSlipData): View => ({
  matter: data.matter,
  source: data.source,
  projectName: data.projectName ?? '',
  leadUnit: data.leadUnit,
  assistingUnits: data.assistingUnits.join('、'),
  assignedOn: arabicDate(data.assignedOn),
  dueOn: arabicDate(data.dueOn),
  criterion: data.criterion,
  reportEvery: data.reportEvery ?? '',
  colour: data.colour ?? '',
  contact: data.contact?.name ?? '',
  phone: data.contact?.phone ?? '',
});

const table = (data: SupervisionSlipData): Block => {
  const row = (label: string, value: string): TableCell[] => [cell(label, { label: true }), cell(value, { span: 3 })];
  const pairs = (label: string, value: string, other: string, otherValue: string): TableCell[] => [
    cell(label, { label: true }),
    cell(value),
    cell(other, { label: true }),
    cell(otherValue),
  ];
  return {
    block: 'table',
    columns: [0.18, 0.32, 0.18, 0.32],
    rowLines: 1.4,
    rows: [
      row('督办事项', data.matter),
      row('事项来源', data.source),
      ...(data.projectName === null ? [] : [row('涉及项目', data.projectName)]),
      pairs('主办单位', data.leadUnit, '协办单位', data.assistingUnits.join('、') || '无'),
      pairs('交办日期', arabicDate(data.assignedOn), '完成时限', arabicDate(data.dueOn)),
      row('验收标准', data.criterion),
      pairs(
        '反馈要求',
        data.reportEvery ?? '办结时反馈',
        '督办等级',
        data.colour === null ? '正常' : `${data.colour}色督办`,
      ),
      ...(data.progress === null ? [] : [row('目前进展', data.progress)]),
      row('办理情况', '\n\n'),
      row('单位意见', '\n负责人（签字）：　　　　　　　　年　月　日'),
    ],
  };
};

export const supervisionSlip: DocumentType<SupervisionSlipData> = {
  type: 'supervisionSlip',
  label: '督办单',
  parts: [
    { name: 'mark', label: '红头标志', mandatory: true },
    { name: 'title', label: '标题', mandatory: true },
    { name: 'opening', label: '导语', mandatory: true, mustSay: ['dueOn'] },
    { name: 'closing', label: '要求', mandatory: true },
    { name: 'note', label: '附注', mandatory: false },
  ],
  fields: {
    matter: '督办事项',
    source: '事项来源',
    projectName: '涉及项目',
    leadUnit: '主办单位',
    assistingUnits: '协办单位',
    assignedOn: '交办日期',
    dueOn: '完成时限',
    criterion: '验收标准',
    reportEvery: '反馈周期',
    colour: '督办颜色',
    contact: '联系人',
    phone: '联系电话',
  },
  view,
  compose: (data, wording) => {
    const values = view(data);
    const text = (part: string) => paragraphsOf(fill(wording, part, values));
    const { head } = data;
    const title = fill(wording, 'title', values);
    return {
      format: 'general',
      name: title,
      blocks: [
        ...redHead(fill(wording, 'mark', values), head.number),
        titleBlock(title),
        blank(),
        ...addresseeBlocks(head.addressees),
        ...text('opening'),
        gap(),
        table(data),
        gap(),
        ...signed(text('closing'), signatureBlocks(head)),
        ...noteBlocks(fill(wording, 'note', values)),
      ],
      imprint: imprintOf(head),
    };
  },
  sample: {
    head: {
      ...sampleHead({ prefix: '津滨招商督', number: 5 }),
      addressees: ['古林街道办事处'],
      copiesTo: ['区发展改革委', '市规划资源局滨海新区分局'],
    },
    matter: '（样例）完成古林街马棚口100MW渔光互补光伏发电项目用地性质和生态保护红线核查，提出选址处置意见。',
    source: '津滨招商办纪要〔2026〕3号',
    projectName: '古林街马棚口100MW渔光互补光伏发电项目',
    leadUnit: '古林街道',
    assistingUnits: ['市规划资源局滨海新区分局', '区生态环境局'],
    assignedOn: '2026-12-14',
    dueOn: '2027-01-15',
    criterion: '规划资源部门出具书面核查意见',
    reportEvery: '每周',
    colour: '黄',
    progress: '（样例）已完成现场踏勘，核查意见尚未出具。',
    contact: { name: '（样例）张某', phone: '022-0000 0000' },
  },
};
