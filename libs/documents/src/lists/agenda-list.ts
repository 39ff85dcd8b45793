import type { AgendaItem } from '../agenda';
import { meetingTime } from '../layout/numbering';
import { writeList } from './write-list';

/** 会议议程 as .xlsx. */
export const agendaXlsx = (items: readonly AgendaItem[]): Promise<Buffer> =>
  writeList<AgendaItem>(
    '会议议程',
    [
      { heading: '序号', width: 6, align: 'center', value: (_row, at) => at + 1 },
      { heading: '时间', width: 28, value: ({ startsAt }) => (startsAt === null ? '' : meetingTime(startsAt)) },
      { heading: '议题', width: 50, value: ({ title }) => title },
      { heading: '汇报单位', width: 22, value: ({ presenter }) => presenter ?? '' },
      { heading: '参加单位', width: 50, value: ({ units }) => units.join('、') },
    ],
    items,
  );
