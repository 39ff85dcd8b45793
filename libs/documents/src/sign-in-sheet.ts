import { type Block, blank, cell, gap } from './layout/document-model';
import { meetingTime } from './layout/numbering';
import { titleBlock } from './official-head';
import { sampleMeeting } from './preview/sample-meeting';
import { fill, paragraphsOf } from './templates/fill';
import type { DocumentType, View } from './templates/wording';

export interface ExpectedAttendee {
  readonly unit: string;
  /** Known from the reply, or null: whoever comes writes it. */
  readonly name: string | null;
  readonly post: string | null;
  readonly phone: string | null;
}

/** 签到表. */
export interface SignInSheetData {
  readonly meetingTitle: string;
  readonly startsAt: string;
  readonly place: string;
  readonly attendees: readonly ExpectedAttendee[];
  /** Empty rows at the end, for whoever comes unannounced. */
  readonly spareRows: number;
}

const view = (data: SignInSheetData): View => ({
  meetingTitle: data.meetingTitle,
  startsAt: meetingTime(data.startsAt),
  place: data.place,
  count: String(data.attendees.length),
});

const SPARE: ExpectedAttendee = { unit: '', name: null, post: null, phone: null };

const table = ({ attendees, spareRows }: SignInSheetData): Block => ({
  block: 'table',
  columns: [0.09, 0.29, 0.13, 0.16, 0.19, 0.14],
  header: ['序号', '单位', '姓名', '职务', '联系电话', '签名'].map((label) => cell(label)),
  rows: [...attendees, ...Array<ExpectedAttendee>(spareRows).fill(SPARE)].map(({ unit, name, post, phone }, at) => [
    cell(String(at + 1), { align: 'center' }),
    cell(unit),
    cell(name ?? '', { align: 'center' }),
    cell(post ?? ''),
    cell(phone ?? ''),
    cell(''),
  ]),
  rowLines: 1.2,
});

export const signInSheet: DocumentType<SignInSheetData> = {
  type: 'signInSheet',
  label: '签到表',
  parts: [
    { name: 'title', label: '标题', mandatory: true, mustSay: ['meetingTitle'] },
    { name: 'opening', label: '会议信息', mandatory: true, mustSay: ['startsAt', 'place'] },
  ],
  fields: { meetingTitle: '会议名称', startsAt: '会议时间', place: '会议地点', count: '应到单位数' },
  view,
  compose: (data, wording) => {
    const values = view(data);
    const title = fill(wording, 'title', values);
    return {
      format: 'plain',
      name: title,
      blocks: [titleBlock(title), blank(), ...paragraphsOf(fill(wording, 'opening', values)), gap(), table(data)],
    };
  },
  sample: {
    meetingTitle: sampleMeeting.meetingTitle,
    startsAt: sampleMeeting.startsAt,
    place: sampleMeeting.place,
    attendees: sampleMeeting.units.map((unit) => ({ unit, name: null, post: null, phone: null })),
    spareRows: 4,
  },
};
