import { headingNumber, meetingTime } from './layout/numbering';
import { type HeadFormat, type OfficialHead, officialDocument } from './official-head';
import { sampleHead, sampleMeeting } from './preview/sample-meeting';
import { fill, paragraphsOf } from './templates/fill';
import type { DocumentType, View } from './templates/wording';

/** What is on the agenda, as a notice says it. */
export interface NoticedItem {
  readonly title: string;
  /** The unit that reports, or null. */
  readonly presenter: string | null;
}

/** 会议通知. */
export interface MeetingNoticeData {
  readonly format: HeadFormat;
  readonly head: OfficialHead;
  readonly meetingTitle: string;
  /** Instants with a zone. */
  readonly startsAt: string;
  readonly place: string;
  /** Post or name of whoever takes the chair, or null while it is open. */
  readonly chair: string | null;
  readonly items: readonly NoticedItem[];
  /** Who must come, as the notice says it: units or posts. */
  readonly attendees: readonly string[];
  /** Until when replies are awaited (an instant), or null. */
  readonly replyBy: string | null;
  readonly contact: { readonly name: string; readonly phone: string } | null;
  readonly attachments: readonly string[];
  /** Set when a meeting that was announced already is held at another time. */
  readonly rescheduled: { readonly previousStartsAt: string; readonly reason: string } | null;
}

const view = (data: MeetingNoticeData): View => ({
  meetingTitle: data.meetingTitle,
  startsAt: meetingTime(data.startsAt),
  place: data.place,
  chair: data.chair ?? '',
  attendees: data.attendees.join('、'),
  hasItems: data.items.length > 0,
  items: data.items.map(({ title, presenter }, at) => ({
    number: headingNumber(3, at + 1),
    title,
    presenter: presenter ?? '',
  })),
  replyBy: data.replyBy === null ? '' : meetingTime(data.replyBy),
  contact: data.contact?.name ?? '',
  phone: data.contact?.phone ?? '',
  issuer: data.head.issuer,
  isRescheduled: data.rescheduled !== null,
  previousStartsAt: data.rescheduled === null ? '' : meetingTime(data.rescheduled.previousStartsAt),
  reason: data.rescheduled?.reason ?? '',
});

export const meetingNotice: DocumentType<MeetingNoticeData> = {
  type: 'meetingNotice',
  label: '会议通知',
  parts: [
    { name: 'title', label: '标题', mandatory: true, mustSay: ['meetingTitle'] },
    { name: 'body', label: '正文', mandatory: true, mustSay: ['startsAt', 'place', 'attendees'] },
    { name: 'note', label: '附注', mandatory: false },
  ],
  fields: {
    meetingTitle: '会议名称',
    startsAt: '会议时间',
    place: '会议地点',
    chair: '主持人',
    attendees: '参会人员（单位）',
    hasItems: '是否有议题',
    items: '议题（逐项）',
    'items.number': '议题序号',
    'items.title': '议题名称',
    'items.presenter': '汇报单位',
    replyBy: '回执截止时间',
    contact: '联系人',
    phone: '联系电话',
    issuer: '发文机关',
    isRescheduled: '是否改期',
    previousStartsAt: '原定时间',
    reason: '改期原因',
  },
  view,
  compose: (data, wording) => {
    const values = view(data);
    return officialDocument({
      format: data.format,
      head: data.head,
      title: fill(wording, 'title', values),
      content: paragraphsOf(fill(wording, 'body', values)),
      attachments: data.attachments,
      note: fill(wording, 'note', values),
    });
  },
  sample: {
    format: 'document',
    head: sampleHead({ prefix: '津滨招商办发', number: 12 }),
    ...sampleMeeting,
    items: sampleMeeting.items.map(({ title, presenter }) => ({ title, presenter })),
    attendees: [...sampleMeeting.units, '相关街镇主要负责同志'],
    replyBy: '2026-12-07T17:00:00+08:00',
    contact: { name: '（样例）张某', phone: '022-0000 0000' },
    attachments: ['会议议程', '参会回执'],
    rescheduled: { previousStartsAt: '2026-12-08T09:30:00+08:00', reason: '会议室调整' },
  },
};
