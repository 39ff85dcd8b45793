import { type TaskSlot, userTaskState } from '@landfall/process-definition';
import type { ItemState } from '../../commands';
import type { ItemContext } from '../context';
import { pursuit, to } from '../pursuit';
import { moveItem, recordExtension, recordProgress, remind, told } from '../say';
import { deskOf, OFFICE_DIRECTOR, reviewer, slots } from '../work-groups';

type Group = (context: ItemContext) => string | readonly TaskSlot[];

/** A state in which people work, shown in the lists when it is entered. */
export const inState = (task: string, group: Group, state: ItemState) => {
  const work = userTaskState<ItemContext>(task, group);
  return { entry: [work.entry, moveItem(state)], exit: work.exit };
};

/** 办理: signed for, carried out, extended at most twice, reviewed. */
export const work = pursuit.createStateConfig({
  meta: { title: { zh: '办理', en: 'Work' } },
  initial: 'dispatched',
  states: {
    dispatched: {
      ...inState('signFor', ({ leadUnit }) => deskOf(leadUnit), 'dispatched'),
      meta: { title: { zh: '待签收', en: 'Dispatched' }, task: 'signFor' },
      on: {
        'signFor.sign': { target: 'inProgress' },
        'signFor.rejectAssignment': { target: to('drafted'), actions: told.assignmentRejected },
      },
      after: { signForOverdue: { actions: [remind('signFor'), told.unsigned] } },
    },
    inProgress: {
      ...inState('progressReport', slots, 'inProgress'),
      meta: { title: { zh: '办理中', en: 'In progress' }, task: 'progressReport' },
      initial: 'awaitingFeedback',
      on: {
        'progressReport.report': {
          guard: 'byLead',
          target: 'inProgress',
          reenter: true,
          actions: ['rememberProgress', recordProgress],
        },
        // The assistant's share is noted and leaves the work to the lead unit.
        'progressReport.contribute': { guard: 'byAssistant', actions: recordProgress },
        'progressReport.requestExtension': {
          guard: 'extendable',
          target: 'extensionPending',
          actions: 'rememberRequest',
        },
        'progressReport.complete': {
          guard: 'byLead',
          target: 'reviewing',
          actions: ['rememberResult', recordProgress],
        },
      },
      states: {
        awaitingFeedback: {
          meta: { title: { zh: '等待反馈', en: 'Awaiting feedback' } },
          after: {
            feedbackDue: { target: 'awaitingFeedback', reenter: true, actions: remind('progressReport') },
          },
        },
      },
    },
    // The clock of the due date runs on: asking for an extension is none.
    extensionPending: {
      ...inState('extensionDecision', () => OFFICE_DIRECTOR, 'extensionPending'),
      meta: { title: { zh: '延期待批', en: 'Extension asked for' }, task: 'extensionDecision' },
      on: {
        'extensionDecision.grant': {
          guard: 'grantable',
          target: [to('pursued.work.inProgress'), to('pursued.chasing.chased.quiet')],
          actions: ['rememberExtension', recordExtension, told.extended],
        },
        'extensionDecision.deny': { target: 'inProgress', actions: ['forgetRequest', told.notExtended] },
      },
      after: { extensionReminder: { actions: remind('extensionDecision') } },
    },
    reviewing: {
      ...inState('itemReview', reviewer, 'reviewing'),
      meta: { title: { zh: '待审核', en: 'Being reviewed' }, task: 'itemReview' },
      on: {
        'itemReview.pass': { target: to('closing') },
        'itemReview.fail': { target: 'inProgress', actions: ['forgetResult', told.failed] },
      },
    },
  },
});
