import type { LocalizedText } from '@landfall/process-definition';
import type { MeetingQueue } from '../../commands';
import { lifecycle, to } from '../lifecycle';
import {
  conditionsLapsed,
  itemConfirmed,
  itemLeft,
  leaveMeetingQueue,
  queueForMeeting,
  recordConditions,
  recordReview,
  recordSuggestedLanding,
  remindConveners,
  resolutionApplied,
} from '../say-to-meetings';

interface Body {
  readonly queued: LocalizedText;
  readonly onAgenda: LocalizedText;
  /** Who moves the project while it waits. */
  readonly conveners: LocalizedText;
  readonly queue: string;
}

const BODIES: Readonly<Record<MeetingQueue, Body>> = {
  streetTown: {
    queued: { zh: '待街镇研判会', en: 'Queued for the street-town meeting' },
    onAgenda: { zh: '已列入街镇研判会', en: 'On the street-town agenda' },
    conveners: { zh: '街镇经济办、领导小组办公室', en: 'Street Economy Office and Leading Group Office' },
    queue: to('active.review.queuedStreetTown'),
  },
  district: {
    queued: { zh: '待区级评审', en: 'Queued for the district' },
    onAgenda: { zh: '已列入区级评审', en: 'On the district’s agenda' },
    conveners: { zh: '领导小组办公室', en: 'Leading Group Office' },
    queue: to('active.review.queuedDistrict'),
  },
  leadingGroup: {
    queued: { zh: '待领导小组专题会', en: 'Queued for the leading group' },
    onAgenda: { zh: '已列入领导小组专题会', en: 'On the leading group’s agenda' },
    conveners: { zh: '领导小组办公室', en: 'Leading Group Office' },
    queue: to('active.review.queuedLeadingGroup'),
  },
};

/**
 * 候会: nobody has a task; the project has a place in a queue until a meeting puts it on its agenda. Entering takes the
 * place and leaving gives it up, whatever the reason.
 */
export const queued = (queue: MeetingQueue) =>
  lifecycle.createStateConfig({
    meta: { title: BODIES[queue].queued, owner: BODIES[queue].conveners },
    // Whoever waits again has not met the conditions of before, however it came back.
    entry: [conditionsLapsed, 'forgetConditions', 'takeTurn', queueForMeeting(queue)],
    exit: leaveMeetingQueue,
    on: {
      'agenda.set': {
        guard: 'namesAgendaItem',
        target: to(`active.review.onAgenda.${queue}`),
        actions: 'rememberAgenda',
      },
    },
    after: { reviewReminder: { actions: remindConveners(queue) } },
  });

const taken = [
  recordReview,
  { type: 'rememberResolution' as const, params: { open: false } },
  resolutionApplied,
] as const;

/** Only the meeting that has the project on its agenda concludes, and each resolution once. */
const leadsTo = (target: string) => ({ guard: 'concludesItem' as const, target, actions: [...taken] });

/** What any body may conclude. */
const conclusions = (queue: MeetingQueue) => ({
  'resolution.approve': leadsTo(to('active.signing')),
  'resolution.conditions': {
    guard: 'concludesItem' as const,
    target: to('active.review.conditions'),
    actions: ['rememberConditions' as const, recordConditions, ...taken],
  },
  'resolution.supplement': leadsTo(to('active.evaluation.collecting')),
  'resolution.transfer': {
    guard: 'concludesItem' as const,
    target: to('active.review.transferSuggested'),
    actions: [recordSuggestedLanding, ...taken],
  },
  'resolution.defer': leadsTo(BODIES[queue].queue),
});

/** What only some may: the street-town meeting advises, so it refuses nothing (6.2 invariant 4). */
const OWN_CONCLUSIONS = {
  streetTown: { 'resolution.notRecommended': leadsTo(to('active.review.advisoryNegative')) },
  district: {
    'resolution.refuse': leadsTo(to('rejected')),
    'resolution.referUp': leadsTo(to('active.review.queuedLeadingGroup')),
  },
  leadingGroup: { 'resolution.refuse': leadsTo(to('rejected')) },
} as const;

const before = (queue: MeetingQueue) =>
  lifecycle.createStateConfig({
    meta: { title: BODIES[queue].onAgenda, owner: BODIES[queue].conveners },
    on: {
      ...conclusions(queue),
      ...OWN_CONCLUSIONS[queue],
      'agenda.released': { guard: 'ofAgenda', target: BODIES[queue].queue },
    },
    // A meeting that never says anything does not keep the project: it queues again.
    after: { agendaLongStop: { target: BODIES[queue].queue } },
  });

/**
 * 已列入议程: one meeting has the project on its agenda. It hears that the project came and that it left, so that an agenda
 * never holds what is not there any more; a project that was suspended meanwhile comes back to the same place.
 */
export const onAgenda = lifecycle.createStateConfig({
  meta: { title: { zh: '已列入议程', en: 'On an agenda' } },
  entry: itemConfirmed,
  exit: itemLeft,
  initial: 'streetTown',
  states: { streetTown: before('streetTown'), district: before('district'), leadingGroup: before('leadingGroup') },
});
