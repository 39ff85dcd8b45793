import { userTaskState } from '@landfall/process-definition';
import { type MeetingContext, missingOpinions, opinionSlot, unanswered } from '../context';
import {
  issueDocuments,
  recordMeeting,
  releaseAll,
  releaseItem,
  remind,
  setAddedItem,
  setAgenda,
  standsIn,
  told,
} from '../say';
import { sitting } from '../sitting';
import { deskOf } from '../work-groups';

/** The task by which units give opinions: scores in the street-town meeting, a position elsewhere. */
export type OpinionTask = 'judge' | 'advise';

const plan = userTaskState<MeetingContext>('planMeeting', ({ secretary }) => secretary);
const confirm = userTaskState<MeetingContext>('confirmPlan', ({ confirmers }) => confirmers);
const papers = userTaskState<MeetingContext>('papers', ({ secretary }) => secretary);
const reply = userTaskState<MeetingContext>('reply', (context) =>
  unanswered(context).map((unit) => ({ slot: unit, group: deskOf(unit) })),
);

export const opinionTask = (task: OpinionTask) =>
  userTaskState<MeetingContext>(task, (context) =>
    missingOpinions(context).map(({ item, unit }) => ({ slot: opinionSlot(item, unit), group: deskOf(unit) })),
  );

/** The date is set, then confirmed by every convener. */
const planning = sitting.createStateConfig({
  entry: [plan.entry, ...standsIn('planning')],
  exit: plan.exit,
  meta: { title: { zh: '拟定安排', en: 'Planning' }, stage: 'planning', task: 'planMeeting' },
  on: { 'planMeeting.plan': { target: 'confirming', actions: 'rememberPlan' } },
  after: { planReminder: { actions: remind('planMeeting') } },
});

const confirming = sitting.createStateConfig({
  entry: [confirm.entry, ...standsIn('confirming')],
  exit: confirm.exit,
  meta: { title: { zh: '会签安排', en: 'Confirming' }, stage: 'confirming', task: 'confirmPlan' },
  on: {
    'confirmPlan.confirm': { target: 'convened' },
    'confirmPlan.return': { target: 'planning' },
  },
  after: { confirmReminder: { actions: remind('confirmPlan') } },
});

const answered = { actions: ['rememberReply', recordMeeting] } as const;

/** 回执: reminded twice, counted in the morning of the day; silence is recorded. */
export const replies = sitting.createStateConfig({
  meta: { title: { zh: '回执', en: 'Replies' } },
  initial: 'awaiting',
  states: {
    awaiting: {
      entry: [reply.entry, 'rememberAskedReplies'],
      exit: reply.exit,
      meta: { title: { zh: '等待回执', en: 'Awaiting replies' }, task: 'reply' },
      always: [
        { guard: 'allAnswered', target: 'counted' },
        { guard: 'repliesOutOfStep', target: 'awaiting', reenter: true },
      ],
      on: {
        'reply.attend': answered,
        'reply.substitute': answered,
        'reply.written': answered,
        'reply.decline': answered,
      },
      after: {
        replyReminder: { actions: remind('reply') },
        replyReminderAgain: { actions: remind('reply') },
        repliesCounted: { target: 'counted', actions: [told.silent, 'rememberSilence', recordMeeting] },
      },
    },
    counted: {
      meta: { title: { zh: '回执已清点', en: 'Replies counted' }, owner: { zh: '会议承办人', en: 'the secretary' } },
      // A unit that comes with a late item is asked as well.
      always: { guard: 'someUnanswered', target: 'awaiting' },
    },
  },
});

/** 材料与意见: opinions are asked for once the papers are out, and go on until the session is over. */
const paperwork = (task: OpinionTask) => {
  const opinions = opinionTask(task);
  return sitting.createStateConfig({
    meta: { title: { zh: '材料与意见', en: 'Papers and opinions' } },
    initial: 'preparing',
    states: {
      preparing: {
        entry: papers.entry,
        exit: papers.exit,
        meta: { title: { zh: '准备材料', en: 'Preparing papers' }, task: 'papers' },
        on: {
          'papers.send': { target: 'sent', actions: [issueDocuments('agenda', 'papers', 'signInSheet'), told.papers] },
        },
        after: { papersReminder: { actions: remind('papers') } },
      },
      sent: {
        entry: [opinions.entry, 'rememberAskedOpinions'],
        exit: opinions.exit,
        meta: { title: { zh: '征求意见', en: 'Opinions' }, task },
        always: [
          { guard: 'allOpinionsGiven', target: 'heard' },
          { guard: 'opinionsOutOfStep', target: 'sent', reenter: true },
        ],
        on: { [`${task}.give`]: { actions: ['rememberOpinion', recordMeeting] } },
        after: { opinionReminder: { actions: remind(task) } },
      },
      heard: {
        meta: { title: { zh: '意见已齐', en: 'Opinions given' }, owner: { zh: '会议承办人', en: 'the secretary' } },
        always: { guard: 'someOpinionsMissing', target: 'sent' },
      },
    },
  });
};

/** The notice is out: replies, papers and opinions come in beside each other until the session is opened. */
export const convened = (task: OpinionTask) =>
  sitting.createStateConfig({
    type: 'parallel',
    meta: { title: { zh: '已通知', en: 'Convened' }, stage: 'convened' },
    entry: [...standsIn('convened'), issueDocuments('notice'), told.convened],
    on: {
      openSession: { guard: 'mayOpen', target: '#session', actions: 'rememberOpened' },
      reschedule: {
        target: 'convened',
        reenter: true,
        actions: ['rememberRescheduling', 'rememberPlan', told.rescheduled],
      },
      'attendance.change': { guard: 'hasReplied', actions: ['rememberReply', recordMeeting] },
      'attendance.checkIn': { guard: 'isSeated', actions: ['rememberCheckIn', recordMeeting] },
    },
    after: { sessionOverdue: { actions: ['rememberOverdue', recordMeeting, told.overdue] } },
    states: { replies, paperwork: paperwork(task) },
  });

/**
 * 筹备: from the call to the session. Items come and go until it opens; a meeting that has nothing left to hear is
 * cancelled by itself.
 */
export const preparing = (task: OpinionTask) =>
  sitting.createStateConfig({
    meta: { title: { zh: '筹备', en: 'Preparing' } },
    initial: 'planning',
    entry: setAgenda,
    always: { guard: 'nothingToHear', target: 'cancelled' },
    on: {
      // A project that was suspended and goes on is heard after all.
      'item.confirmed': { guard: 'itemNotHeard', actions: ['rememberConfirmed', recordMeeting] },
      'item.left': { guard: 'itemLive', actions: ['rememberLeft', recordMeeting, told.itemLeft] },
      'agenda.add': { guard: 'itemIsNew', actions: ['addItem', setAddedItem, recordMeeting] },
      'agenda.remove': { guard: 'itemLive', actions: [releaseItem, 'rememberLeft', recordMeeting] },
      'agenda.arrange': { guard: 'arranges', actions: ['arrangeItems', recordMeeting] },
      cancelMeeting: { target: 'cancelled', actions: ['rememberReason', releaseAll] },
    },
    states: { planning, confirming, convened: convened(task) },
  });
