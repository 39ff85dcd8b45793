import { userTaskState } from '@landfall/process-definition';
import type { MeetingContext } from '../../../meeting-parts/v1/context';
import { issueDocuments, recordMeeting, remind, standsIn } from '../../../meeting-parts/v1/say';
import { EXECUTIVE_DEPUTY, LEADER, OFFICE_DIRECTOR } from '../../../meeting-parts/v1/work-groups';
import { conferring } from '../conferring';
import { askReadBack, toldConference } from '../say';

const compose = userTaskState<MeetingContext>('composeAgenda', ({ secretary }) => secretary);

/** 拟定方案: agenda, speakers, what is deployed and a date; agenda and data annex are made with it. */
export const composing = conferring.createStateConfig({
  id: 'composing',
  entry: [compose.entry, ...standsIn('composing'), askReadBack],
  exit: compose.exit,
  meta: { title: { zh: '拟定方案', en: 'Composing' }, stage: 'composing', task: 'composeAgenda' },
  on: {
    'composeAgenda.compose': {
      target: 'approving',
      actions: ['rememberComposition', issueDocuments('agenda', 'papers', 'signInSheet')],
    },
  },
  after: { composingReminder: { actions: remind('composeAgenda') } },
});

const director = userTaskState<MeetingContext>('approveAsDirector', () => OFFICE_DIRECTOR);
const executive = userTaskState<MeetingContext>('approveAsExecutive', () => EXECUTIVE_DEPUTY);
const leader = userTaskState<MeetingContext>('approveAsLeader', () => LEADER);

const returned = { target: '#composing', actions: ['rememberReason', toldConference.returned] } as const;

/** 审批: director, executive deputy, leader, one after the other; the leader sets the date. */
export const approving = conferring.createStateConfig({
  entry: [...standsIn('approving')],
  meta: { title: { zh: '审批方案', en: 'Approving' }, stage: 'approving' },
  initial: 'byDirector',
  states: {
    byDirector: {
      entry: director.entry,
      exit: director.exit,
      meta: { title: { zh: '办公室主任审核', en: 'The director' }, task: 'approveAsDirector' },
      on: {
        'approveAsDirector.approve': { target: 'byExecutive', actions: ['rememberApproval', recordMeeting] },
        'approveAsDirector.return': returned,
      },
      after: { approvalReminder: { actions: remind('approveAsDirector') } },
    },
    byExecutive: {
      entry: executive.entry,
      exit: executive.exit,
      meta: { title: { zh: '常务副组长审定', en: 'The executive deputy' }, task: 'approveAsExecutive' },
      on: {
        'approveAsExecutive.approve': { target: 'byLeader', actions: ['rememberApproval', recordMeeting] },
        'approveAsExecutive.return': returned,
      },
      after: { approvalReminder: { actions: remind('approveAsExecutive') } },
    },
    byLeader: {
      entry: leader.entry,
      exit: leader.exit,
      meta: { title: { zh: '组长批准', en: 'The leader' }, task: 'approveAsLeader' },
      on: {
        'approveAsLeader.approve': { target: '#convened', actions: ['rememberApproval', 'rememberApprovedDate'] },
        'approveAsLeader.return': returned,
      },
      after: { approvalReminder: { actions: remind('approveAsLeader') } },
    },
  },
});
