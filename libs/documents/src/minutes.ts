import { type Block, blank, type OfficialDocument, type Paragraph, paragraph, type Run } from './layout/document-model';
import { arabicDate, headingNumber, meetingTime } from './layout/numbering';
import { imprintOf, minutesHead, type OfficialHead } from './official-head';
import { sampleHead, sampleMeeting } from './preview/sample-meeting';
import { fill, paragraphsOf } from './templates/fill';
import type { DocumentType, View, Wording } from './templates/wording';

/** 议定事项 as the minutes say it. */
export interface MinutedResolution {
  readonly text: string;
  /** The unit that answers for it; null only for what is merely taken note of (知悉). */
  readonly unit: string | null;
  /** YYYY-MM-DD */
  readonly dueOn: string | null;
  /** How it is seen that it is done. */
  readonly criterion: string | null;
}

export interface MinutedItem {
  readonly title: string;
  readonly presenter: string | null;
  /** What was said, a paragraph per line; may be empty. */
  readonly discussion: string;
  readonly resolutions: readonly MinutedResolution[];
}

/** 会议纪要. */
export interface MinutesData {
  readonly head: OfficialHead;
  /** The red mark: 滨海新区街镇项目研判联席会议纪要. */
  readonly mark: string;
  readonly meetingTitle: string;
  readonly startsAt: string;
  readonly place: string;
  /** Name and post as they are to be printed. */
  readonly chair: string;
  readonly items: readonly MinutedItem[];
  /** 出席, 请假, 列席: persons or units as they are to be printed. */
  readonly present: readonly string[];
  readonly excused: readonly string[];
  readonly guests: readonly string[];
}

const view = (data: MinutesData): View => ({
  meetingTitle: data.meetingTitle,
  startsAt: meetingTime(data.startsAt),
  place: data.place,
  chair: data.chair,
  count: String(data.items.length),
  resolutions: String(data.items.reduce((sum, { resolutions }) => sum + resolutions.length, 0)),
});

/** Who must do what by when, and how that is seen: one sentence in brackets behind what was agreed. */
const terms = ({ unit, dueOn, criterion }: MinutedResolution): string => {
  const parts = [
    unit === null ? '' : `责任单位：${unit}`,
    dueOn === null ? '' : `完成时限：${arabicDate(dueOn)}`,
    criterion === null ? '' : `验收标准：${criterion}`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : `（${parts.join('；')}）`;
};

const withoutStop = (text: string): string => text.trim().replace(/[。；;]$/u, '');

const itemBlocks = (item: MinutedItem, at: number, wording: Wording, values: View): Block[] => {
  const presented = item.presenter === null ? '' : `（汇报单位：${item.presenter}）`;
  const decided = fill(wording, item.resolutions.length === 0 ? 'nothingDecided' : 'decided', values);
  return [
    paragraph('heading1', `${headingNumber(1, at + 1)}${item.title}${presented}`),
    ...item.discussion
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => paragraph('body', line.trim())),
    ...paragraphsOf(decided),
    ...item.resolutions.map((resolution, number): Paragraph => {
      const runs: Run[] = [
        { text: `${headingNumber(2, number + 1)}${withoutStop(resolution.text)}` },
        { text: `${terms(resolution)}。` },
      ];
      return { block: 'paragraph', kind: 'body', runs };
    }),
  ];
};

const attendance = (label: string, people: readonly string[]): Block[] =>
  people.length === 0
    ? []
    : [
        {
          block: 'paragraph',
          kind: 'attendance',
          runs: [{ text: `${label}：`, font: 'heiti' }, { text: people.join('、') }],
        },
      ];

export const minutes: DocumentType<MinutesData> = {
  type: 'minutes',
  label: '会议纪要',
  parts: [
    { name: 'opening', label: '导语', mandatory: true, mustSay: ['startsAt', 'chair'] },
    { name: 'decided', label: '议定事项前的一句', mandatory: true },
    { name: 'nothingDecided', label: '没有议定事项时', mandatory: true },
    { name: 'closing', label: '结语', mandatory: false },
  ],
  fields: {
    meetingTitle: '会议名称',
    startsAt: '会议时间',
    place: '会议地点',
    chair: '主持人',
    count: '议题数',
    resolutions: '议定事项数',
  },
  view,
  compose: (data, wording): OfficialDocument => {
    const values = view(data);
    const { head, mark } = data;
    return {
      format: 'general',
      name: mark,
      blocks: [
        ...minutesHead(mark, head.number, head.issuer, arabicDate(head.issuedOn)),
        ...paragraphsOf(fill(wording, 'opening', values)),
        ...data.items.flatMap((item, at) => itemBlocks(item, at, wording, values)),
        ...paragraphsOf(fill(wording, 'closing', values)),
        blank(),
        ...attendance('出席', data.present),
        ...attendance('请假', data.excused),
        ...attendance('列席', data.guests),
      ],
      imprint: imprintOf({ ...head, copiesTo: [...head.addressees, ...head.copiesTo] }),
    };
  },
  sample: {
    head: sampleHead({ prefix: '津滨招商办纪要', number: 3 }),
    mark: '滨海新区街镇项目研判联席会议纪要',
    meetingTitle: sampleMeeting.meetingTitle,
    startsAt: sampleMeeting.startsAt,
    place: sampleMeeting.place,
    chair: '领导小组办公室主任（样例）',
    items: sampleMeeting.items.map(({ title, presenter }, at) => ({
      title,
      presenter,
      discussion: '（样例）会议听取了项目情况汇报，各参会单位围绕产业匹配度、落地可行性进行了研判。',
      resolutions: [
        {
          text: '（样例）原则同意项目继续推进，由属地街镇会同主责专班补充完善选址论证材料',
          unit: presenter,
          dueOn: `2026-12-${20 + at}`,
          criterion: '选址论证材料经规划资源部门书面确认',
        },
      ],
    })),
    present: sampleMeeting.units,
    excused: ['区审计局'],
    guests: ['项目投资方代表'],
  },
};
