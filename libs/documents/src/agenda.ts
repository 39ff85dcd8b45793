import { type Block, blank, cell, type OfficialDocument, paragraph } from './layout/document-model';
import { meetingTime, shanghaiTime } from './layout/numbering';
import { titleBlock } from './official-head';
import { sampleMeeting } from './preview/sample-meeting';
import { fill, paragraphsOf } from './templates/fill';
import type { DocumentType, View } from './templates/wording';

export interface AgendaItem {
  /** An instant, or null when items simply follow each other. */
  readonly startsAt: string | null;
  readonly title: string;
  readonly presenter: string | null;
  /** The units that sit through this item. */
  readonly units: readonly string[];
}

/** 会议议程. */
export interface AgendaData {
  readonly meetingTitle: string;
  readonly startsAt: string;
  readonly place: string;
  readonly chair: string | null;
  readonly items: readonly AgendaItem[];
}

const view = (data: AgendaData): View => ({
  meetingTitle: data.meetingTitle,
  startsAt: meetingTime(data.startsAt),
  place: data.place,
  chair: data.chair ?? '待定',
  count: String(data.items.length),
});

const table = (items: readonly AgendaItem[]): Block => {
  const timed = items.some(({ startsAt }) => startsAt !== null);
  const columns = timed ? [0.09, 0.12, 0.31, 0.16, 0.32] : [0.09, 0.38, 0.18, 0.35];
  return {
    block: 'table',
    columns,
    header: ['序号', ...(timed ? ['时间'] : []), '议题', '汇报单位', '参加单位'].map((label) => cell(label)),
    rows: items.map(({ startsAt, title, presenter, units }, at) => [
      cell(String(at + 1), { align: 'center' }),
      ...(timed ? [cell(startsAt === null ? '' : shanghaiTime(startsAt).clock, { align: 'center' })] : []),
      cell(title),
      cell(presenter ?? ''),
      cell(units.join('、')),
    ]),
  };
};

export const agenda: DocumentType<AgendaData> = {
  type: 'agenda',
  label: '会议议程',
  parts: [
    { name: 'title', label: '标题', mandatory: true, mustSay: ['meetingTitle'] },
    { name: 'opening', label: '会议信息', mandatory: true, mustSay: ['startsAt', 'place'] },
    { name: 'empty', label: '没有议题时', mandatory: true },
    { name: 'closing', label: '表后说明', mandatory: false },
  ],
  fields: {
    meetingTitle: '会议名称',
    startsAt: '会议时间',
    place: '会议地点',
    chair: '主持人',
    count: '议题数',
  },
  view,
  compose: (data, wording): OfficialDocument => {
    const values = view(data);
    const text = (part: string) => paragraphsOf(fill(wording, part, values));
    const title = fill(wording, 'title', values);
    const items = data.items.length === 0 ? text('empty') : [blank(), table(data.items)];
    const closing = text('closing');
    return {
      format: 'plain',
      name: title,
      blocks: [
        titleBlock(title),
        blank(),
        ...text('opening'),
        ...items,
        ...(closing.length === 0 ? [] : [paragraph('blank', ''), ...closing]),
      ],
    };
  },
  sample: {
    meetingTitle: sampleMeeting.meetingTitle,
    startsAt: sampleMeeting.startsAt,
    place: sampleMeeting.place,
    chair: sampleMeeting.chair,
    items: sampleMeeting.items,
  },
};
