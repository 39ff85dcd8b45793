import { userTaskState } from '@landfall/process-definition';
import type { ItemContext } from '../context';
import { pursuit } from '../pursuit';
import { recordChasing, recordInterview, remind, told } from '../say';
import { SUPERVISION_OFFICER } from '../work-groups';

const leadUnit = { zh: '主办单位', en: 'the lead unit' };

const interview = userTaskState<ItemContext>('interview', ({ deputyGroup }) => [
  { slot: 'deputy', group: deputyGroup },
  { slot: 'officer', group: SUPERVISION_OFFICER },
]);

/** The colours, by the item's own due date. */
const chased = pursuit.createStateConfig({
  meta: { title: { zh: '催办中', en: 'Chased' } },
  initial: 'quiet',
  always: { guard: 'underReview', target: 'answered' },
  states: {
    quiet: {
      meta: { title: { zh: '未到期', en: 'Not due yet' }, owner: leadUnit },
      entry: ['forgetLateness', recordChasing('none')],
      after: { blueDue: { target: 'blue', actions: told.blue } },
    },
    blue: {
      meta: { title: { zh: '蓝色督办', en: 'Blue' }, owner: leadUnit },
      entry: [recordChasing('blue')],
      after: { yellowDue: { target: 'yellow', actions: told.yellow } },
    },
    yellow: {
      meta: { title: { zh: '黄色督办', en: 'Yellow' }, owner: leadUnit },
      tags: ['overdue'],
      entry: ['rememberYellow', recordChasing('yellow')],
      after: { redAfter: { target: 'red', actions: told.red } },
    },
    red: {
      meta: { title: { zh: '红色督办，待约谈', en: 'Red, to be interviewed' }, task: 'interview' },
      tags: ['overdue'],
      entry: [interview.entry, 'rememberRed', recordChasing('red')],
      exit: interview.exit,
      on: {
        'interview.held': { target: 'interviewed', actions: recordInterview },
        'interview.waived': { target: 'interviewed' },
      },
      after: { interviewReminder: { actions: remind('interview') } },
    },
    interviewed: {
      meta: { title: { zh: '红色督办，已约谈', en: 'Red, interviewed' }, owner: leadUnit },
      tags: ['overdue'],
      after: { redAgain: { target: 'red', actions: told.red } },
    },
  },
});

/** 蓝黄红督办: runs beside the work, begins anew with every extension, and stands while the item is reviewed. */
export const chasing = pursuit.createStateConfig({
  meta: { title: { zh: '催办', en: 'Chasing' } },
  initial: 'chased',
  states: {
    chased,
    /** The days of the review are not the lead unit's. */
    answered: {
      meta: {
        title: { zh: '已申请销号', en: 'Completed, being reviewed' },
        owner: { zh: '审核人', en: 'the reviewer' },
      },
      always: { guard: 'backAtWork', target: 'resuming' },
      after: { reviewReminder: { actions: remind('itemReview') } },
    },
    resuming: {
      meta: { title: { zh: '继续催办', en: 'Chased again' } },
      always: [
        { guard: 'wasRed', target: 'chased.red' },
        { guard: 'wasYellow', target: 'chased.yellow' },
        { target: 'chased.quiet' },
      ],
    },
  },
});
