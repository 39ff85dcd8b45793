import { userTaskState } from '@landfall/process-definition';
import type { MeetingContext } from '../../../meeting-parts/v1/context';
import { recordMeeting, remind } from '../../../meeting-parts/v1/say';
import { EXECUTIVE_DEPUTY } from '../../../meeting-parts/v1/work-groups';
import { conferring } from '../conferring';
import { toldConference } from '../say';

const explain = userTaskState<MeetingContext>('explainDelay', () => EXECUTIVE_DEPUTY);

const director = { zh: '领导小组办公室主任', en: 'the director' };

/**
 * 会期: guards that each half-year has its conference or a record that it has not (6.2 invariant 5). It stops only when the
 * session opens or the leader skips it, and asks again when the new date has passed as well.
 */
export const watch = conferring.createStateConfig({
  meta: { title: { zh: '会期', en: 'Window' } },
  initial: 'inTime',
  states: {
    inTime: {
      meta: { title: { zh: '会期之内', en: 'In time' }, owner: director },
      after: {
        windowEnding: [
          { guard: 'unplanned', target: 'ending', actions: toldConference.unplanned },
          { target: 'ending' },
        ],
      },
    },
    ending: {
      meta: { title: { zh: '会期将尽', en: 'Ending' }, owner: director },
      after: { windowOver: { target: 'overdue' } },
    },
    overdue: {
      entry: ['rememberDelay', explain.entry, recordMeeting, toldConference.late],
      exit: explain.exit,
      tags: ['overdue'],
      meta: { title: { zh: '逾期，待说明', en: 'Overdue, to be explained' }, task: 'explainDelay' },
      on: {
        'explainDelay.explain': {
          target: 'explained',
          actions: ['rememberExplanation', recordMeeting, toldConference.explained],
        },
      },
      after: { explainReminder: { actions: remind('explainDelay') } },
    },
    explained: {
      tags: ['overdue'],
      meta: { title: { zh: '逾期，已说明', en: 'Overdue, explained' }, owner: director },
      after: { newDateOver: { target: 'overdue' } },
    },
  },
});
