import { arabicDate } from '../layout/numbering';
import { writeList } from './write-list';

/** One resolution and what became of it. */
export interface ResolutionRow {
  /** 津滨招商办纪要〔2026〕3号 */
  readonly minutesNumber: string;
  readonly meetingTitle: string;
  /** YYYY-MM-DD */
  readonly meetingOn: string | null;
  readonly itemTitle: string;
  readonly projectNo: string | null;
  readonly text: string;
  readonly unit: string | null;
  readonly dueOn: string | null;
  readonly criterion: string | null;
  /** In words: 办理中, 已完成, 已逾期… */
  readonly status: string;
  readonly closedOn: string | null;
  /** What was handed in, or why it was not. */
  readonly note: string | null;
  /** The number of the supervision item that follows it, or null. */
  readonly supervisionNumber: string | null;
}

const day = (on: string | null): string => (on === null ? '' : arabicDate(on));

/** 议定事项台账 as .xlsx. */
export const resolutionsXlsx = (rows: readonly ResolutionRow[]): Promise<Buffer> =>
  writeList<ResolutionRow>(
    '议定事项台账',
    [
      { heading: '序号', width: 6, align: 'center', value: (_row, at) => at + 1 },
      { heading: '纪要文号', width: 26, value: ({ minutesNumber }) => minutesNumber },
      { heading: '会议', width: 30, value: ({ meetingTitle }) => meetingTitle },
      { heading: '会议日期', width: 16, value: ({ meetingOn }) => day(meetingOn) },
      { heading: '议题', width: 34, value: ({ itemTitle }) => itemTitle },
      { heading: '项目编号', width: 12, value: ({ projectNo }) => projectNo ?? '' },
      { heading: '议定事项', width: 50, value: ({ text }) => text },
      { heading: '责任单位', width: 20, value: ({ unit }) => unit ?? '' },
      { heading: '完成时限', width: 16, value: ({ dueOn }) => day(dueOn) },
      { heading: '验收标准', width: 34, value: ({ criterion }) => criterion ?? '' },
      { heading: '办理状态', width: 12, value: ({ status }) => status },
      { heading: '办结日期', width: 16, value: ({ closedOn }) => day(closedOn) },
      { heading: '办理情况', width: 40, value: ({ note }) => note ?? '' },
      { heading: '督办编号', width: 22, value: ({ supervisionNumber }) => supervisionNumber ?? '' },
    ],
    rows,
  );
