import { userTaskState } from '@landfall/process-definition';
import { type MeetingContext, owingReports } from '../../../meeting-parts/v1/context';
import { recordMeeting, remind, standsIn } from '../../../meeting-parts/v1/say';
import { deskOf } from '../../../meeting-parts/v1/work-groups';
import { conferring } from '../conferring';
import { toldConference } from '../say';

const report = userTaskState<MeetingContext>('unitReport', (context) =>
  owingReports(context).map((unit) => ({ slot: unit, group: deskOf(unit) })),
);

const chased = { actions: remind('unitReport') } as const;
const reported = { guard: 'owesReport', actions: ['rememberReport', recordMeeting] } as const;

/** Until thirty working days before the window. */
export const scheduled = conferring.createStateConfig({
  entry: [...standsIn('scheduled')],
  meta: {
    title: { zh: '待启动', en: 'Scheduled' },
    stage: 'scheduled',
    owner: { zh: '领导小组办公室主任', en: 'the director' },
  },
  after: { collectingOpens: { target: 'collecting', actions: 'rememberCollecting' } },
});

/** 征集: every unit hands in its report; who has not is chased, and recorded as 未报 when it is due. */
export const collecting = conferring.createStateConfig({
  entry: [report.entry, ...standsIn('collecting'), toldConference.collecting],
  exit: report.exit,
  meta: { title: { zh: '征集情况', en: 'Collecting' }, stage: 'collecting', task: 'unitReport' },
  on: {
    'unitReport.submit': reported,
    'unitReport.submitWithTopic': reported,
    closeCollecting: { guard: 'allReported', target: 'composing', actions: 'draftAgenda' },
  },
  after: {
    reportReminder15: chased,
    reportReminder10: chased,
    reportReminder5: chased,
    reportReminder2: chased,
    reportsDue: [
      { guard: 'allReported', target: 'composing', actions: 'draftAgenda' },
      { target: 'composing', actions: [toldConference.unreported, 'rememberUnreported', 'draftAgenda'] },
    ],
  },
});
