import { userTaskState } from '@landfall/process-definition';
import type { MeetingContext } from '../../../meeting-parts/v1/context';
import { issueDocuments, recordMeeting, remind, standsIn, told } from '../../../meeting-parts/v1/say';
import { replies } from '../../../meeting-parts/v1/states/preparing.states';
import { OFFICE } from '../../../meeting-parts/v1/work-groups';
import { conferring } from '../conferring';
import { substitutesToDecide } from '../context';
import { askReadBack, tellPrevious, toldConference } from '../say';

const secretary = { zh: '会议承办人', en: 'the secretary' };

const papers = userTaskState<MeetingContext>('papers', ({ secretary: group }) => group);
const decide = userTaskState<MeetingContext>('approveSubstitute', (context) =>
  substitutesToDecide(context).map((unit) => ({ slot: unit, group: OFFICE })),
);

/** 委托参会: the heads of the units are expected, so whoever comes for one is agreed to by the office. */
const substitutes = conferring.createStateConfig({
  meta: { title: { zh: '委托参会', en: 'Substitutes' } },
  initial: 'none',
  states: {
    none: {
      meta: { title: { zh: '无待审核的委托', en: 'None to decide on' }, owner: secretary },
      always: { guard: 'substitutesToDecide', target: 'deciding' },
    },
    deciding: {
      entry: [decide.entry, 'rememberAskedSubstitutes'],
      exit: decide.exit,
      meta: { title: { zh: '审核委托', en: 'Deciding' }, task: 'approveSubstitute' },
      always: [
        { guard: 'substitutesDecided', target: 'none' },
        { guard: 'substitutesOutOfStep', target: 'deciding', reenter: true },
      ],
      on: {
        'approveSubstitute.agree': {
          guard: 'substitutePending',
          actions: ['rememberSubstituteAgreed', recordMeeting],
        },
        'approveSubstitute.refuse': {
          guard: 'substitutePending',
          actions: [toldConference.substituteRefused, 'rememberSubstituteRefused', recordMeeting],
        },
      },
      after: { substituteReminder: { actions: remind('approveSubstitute') } },
    },
  },
});

const paperwork = conferring.createStateConfig({
  meta: { title: { zh: '会议材料', en: 'Papers' } },
  initial: 'preparing',
  states: {
    preparing: {
      entry: papers.entry,
      exit: papers.exit,
      meta: { title: { zh: '准备材料', en: 'Preparing papers' }, task: 'papers' },
      on: {
        'papers.send': {
          target: 'sent',
          actions: [issueDocuments('agenda', 'papers', 'signInSheet'), toldConference.papers],
        },
      },
      after: { papersReminder: { actions: remind('papers') } },
    },
    sent: { type: 'final', meta: { title: { zh: '材料已印送', en: 'Papers are out' } } },
  },
});

/** 已通知: replies, substitutes and papers beside each other until the leader opens the session. */
export const convened = conferring.createStateConfig({
  id: 'convened',
  type: 'parallel',
  meta: { title: { zh: '已通知', en: 'Convened' }, stage: 'convened' },
  entry: [...standsIn('convened'), issueDocuments('notice'), told.convened, askReadBack],
  on: {
    openSession: {
      guard: 'mayOpenConference',
      target: '#session',
      actions: ['rememberOpened', 'rememberHeld', tellPrevious],
    },
    reschedule: {
      target: 'approving',
      actions: ['rememberRescheduling', 'rememberMovedProposal', told.rescheduled],
    },
    'attendance.change': { guard: 'hasReplied', actions: ['rememberReply', recordMeeting] },
    'attendance.checkIn': { guard: 'isSeated', actions: ['rememberCheckIn', recordMeeting] },
  },
  after: {
    meetingReminder: { actions: toldConference.approaching },
    meetingReminderAgain: { actions: toldConference.approaching },
    sessionOverdue: { actions: ['rememberOverdue', recordMeeting, told.overdue] },
  },
  states: { replies, substitutes, paperwork },
});
