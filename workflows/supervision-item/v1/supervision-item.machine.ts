import { initialContext } from './context';
import { pursuit, SUPERVISION_ITEM, to } from './pursuit';
import { answerOrigin, assignItem, closeItem, drawItemNumber, recordItem, recordItemNumber, remind, told } from './say';
import { chasing } from './states/chasing.states';
import { inState, work } from './states/work.states';
import { OFFICE_DIRECTOR } from './work-groups';

/** The whole path of a supervision item, from its draft to 销号 (domain-model 6.e). */
export const supervisionItemMachine = pursuit.createMachine({
  id: SUPERVISION_ITEM,
  context: ({ input }) => initialContext(input),
  entry: [recordItem],
  initial: 'drafted',
  on: { numbered: { guard: 'unnumbered', actions: ['rememberNumber', recordItemNumber] } },
  states: {
    drafted: {
      ...inState('itemApproval', () => OFFICE_DIRECTOR, 'drafted'),
      meta: { title: { zh: '待立项', en: 'Drafted' }, task: 'itemApproval' },
      on: {
        'itemApproval.issue': [
          // A rejected assignment is issued again under its number.
          { guard: 'numbered', target: 'pursued', actions: ['rememberIssued', assignItem, told.dispatched] },
          { target: 'pursued', actions: ['rememberIssued', assignItem, drawItemNumber, told.dispatched] },
        ],
        'itemApproval.void': { target: 'voiding', actions: 'rememberReason' },
      },
      after: { approvalReminder: { actions: remind('itemApproval') } },
    },
    pursued: {
      type: 'parallel',
      meta: { title: { zh: '督办中', en: 'Pursued' }, stage: 'pursued' },
      on: { voidItem: { target: 'voiding', actions: 'rememberReason' } },
      states: { work, chasing },
    },
    closing: {
      meta: { title: { zh: '销号', en: 'Closing' } },
      always: [{ guard: 'awaited', target: to('closed'), actions: answerOrigin('closed') }, { target: to('closed') }],
    },
    voiding: {
      meta: { title: { zh: '作废', en: 'Voiding' } },
      always: [{ guard: 'awaited', target: to('voided'), actions: answerOrigin('voided') }, { target: to('voided') }],
    },
    closed: {
      type: 'final',
      meta: { title: { zh: '已销号', en: 'Closed' }, closedAs: 'closed' },
      entry: [closeItem('closed'), told.closed],
    },
    voided: {
      type: 'final',
      meta: { title: { zh: '已作废', en: 'Voided' }, closedAs: 'voided' },
      entry: [closeItem('voided'), told.voided],
    },
  },
});
