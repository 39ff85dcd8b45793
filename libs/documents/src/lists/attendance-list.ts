import { meetingTime } from '../layout/numbering';
import { writeList } from './write-list';

/** One unit of a meeting: its reply and whether it came. */
export interface AttendanceRow {
  readonly unitCode: string;
  readonly unit: string;
  /** The titles of the items that it sits through. */
  readonly items: readonly string[];
  /** `calls` where the unit itself calls or chairs the meeting. */
  readonly reply: 'attend' | 'delegate' | 'written' | 'excused' | 'calls' | null;
  readonly name: string | null;
  readonly post: string | null;
  readonly phone: string | null;
  /** The instant of the check-in, or null. */
  readonly checkedInAt: string | null;
}

const REPLIES = { attend: '参会', delegate: '委托参会', written: '书面意见', excused: '请假', calls: '召集' } as const;

/** 参会及签到情况表 as .xlsx. */
export const attendanceXlsx = (rows: readonly AttendanceRow[]): Promise<Buffer> =>
  writeList<AttendanceRow>(
    '参会情况',
    [
      { heading: '序号', width: 6, align: 'center', value: (_row, at) => at + 1 },
      { heading: '单位代码', width: 10, value: ({ unitCode }) => unitCode },
      { heading: '单位', width: 26, value: ({ unit }) => unit },
      { heading: '参加议题', width: 40, value: ({ items }) => items.join('；') },
      { heading: '回执', width: 12, value: ({ reply }) => (reply === null ? '未回复' : REPLIES[reply]) },
      { heading: '姓名', width: 10, value: ({ name }) => name ?? '' },
      { heading: '职务', width: 18, value: ({ post }) => post ?? '' },
      { heading: '联系电话', width: 16, value: ({ phone }) => phone ?? '' },
      {
        heading: '签到时间',
        width: 26,
        value: ({ checkedInAt }) => (checkedInAt === null ? '未签到' : meetingTime(checkedInAt)),
      },
    ],
    rows,
  );
