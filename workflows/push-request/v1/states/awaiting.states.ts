import { request, to } from '../request';
import { leaveMeetingQueue, movePushRequest, queueForMeeting, tellMeeting, told } from '../say';
import type { DelayName } from '../timers';
import { taking } from './taking';

const office = { zh: '领导小组办公室', en: 'the Leading Group Office' };

/** 待上会: in the queue of the push meetings. */
const queued = request.createStateConfig({
  meta: { title: { zh: '待上会', en: 'Queued' }, owner: office },
  entry: ['rememberTurn', queueForMeeting, movePushRequest('queued')],
  exit: [leaveMeetingQueue],
  on: { 'agenda.set': { target: 'onAgenda', actions: 'rememberAgenda' } },
});

/** 已列入议题: with a meeting, until that decides, lets it go, or says nothing for too long. */
const onAgenda = request.createStateConfig({
  meta: { title: { zh: '已列入议题', en: 'On the agenda' }, owner: office },
  entry: [tellMeeting('item.confirmed'), movePushRequest('onAgenda')],
  exit: [tellMeeting('item.left')],
  on: {
    'agenda.released': { guard: 'ofItem', target: 'queued' },
    ...taking(to('concluding')),
    'item.concluded': { guard: 'conclusion', target: to('concluding'), actions: 'rememberConclusion' },
    'item.noAgreement': { guard: 'ofItem', target: to('notAgreed'), actions: 'rememberReason' },
  },
  after: { agendaLongStop: { target: 'queued', actions: told.backInQueue } },
});

/** The clock runs around queue and agenda: coming back into the queue does not start it anew. */
const pace = (key: 'normal' | 'urgent', holdDue: DelayName) =>
  request.createStateConfig({
    meta: { title: key === 'urgent' ? { zh: '紧急', en: 'Urgent' } : { zh: '一般', en: 'Normal' } },
    initial: 'queued',
    after: { [holdDue]: { actions: told.unheld } },
    states: { queued, onAgenda },
  });

/** From acceptance to the meeting that hears it; until then whoever asked may withdraw. */
export const awaiting = request.createStateConfig({
  meta: { title: { zh: '等待推动会', en: 'Awaiting the meeting' }, stage: 'awaiting' },
  initial: 'pace',
  on: {
    withdraw: { target: to('withdrawn'), actions: 'rememberReason' },
    issueClosed: { target: to('withdrawn'), actions: 'rememberIssueClosed' },
  },
  states: {
    pace: {
      meta: { title: { zh: '是否紧急', en: 'Urgent?' } },
      always: [{ guard: 'urgent', target: 'urgent' }, { target: 'normal' }],
    },
    normal: pace('normal', 'holdDue'),
    urgent: pace('urgent', 'holdDueUrgent'),
  },
});
