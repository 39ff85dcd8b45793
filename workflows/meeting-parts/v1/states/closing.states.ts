import { userTaskState } from '@landfall/process-definition';
import type { MeetingContext } from '../context';
import {
  drawMinutesNumber,
  handOver,
  handOverAgain,
  issueDocuments,
  recordMeeting,
  releaseItem,
  remind,
  standsIn,
  startSupervision,
  tellSettled,
  tellWork,
  told,
} from '../say';
import { sitting } from '../sitting';

const draft = userTaskState<MeetingContext>('draftMinutes', ({ secretary }) => secretary);
const sign = userTaskState<MeetingContext>('signMinutes', ({ signers }) => signers);
const check = userTaskState<MeetingContext>('handOverCheck', ({ secretary }) => secretary);

const system = { zh: '系统编号', en: 'numbering' };
const responsible = { zh: '各责任单位', en: 'the responsible units' };

/** 纪要: text and resolutions are edited on the page; nothing is issued while a resolution is incomplete. */
export const minutes = sitting.createStateConfig({
  entry: [draft.entry, ...standsIn('minutes')],
  exit: draft.exit,
  meta: { title: { zh: '整理纪要', en: 'Minutes' }, stage: 'minutes', task: 'draftMinutes' },
  on: {
    'draftMinutes.submit': { guard: 'resolutionsComplete', target: 'signing' },
    'resolution.put': { guard: 'writesResolution', actions: ['putResolution', recordMeeting] },
    'resolution.remove': { guard: 'removable', actions: ['removeResolution', recordMeeting] },
    'item.confirmed': { guard: 'itemLeft', actions: releaseItem },
  },
  after: { minutesReminder: { actions: remind('draftMinutes') } },
});

export const signing = sitting.createStateConfig({
  entry: [sign.entry, ...standsIn('signing')],
  exit: sign.exit,
  meta: { title: { zh: '签发纪要', en: 'Signing' }, stage: 'signing', task: 'signMinutes' },
  on: {
    'signMinutes.sign': { guard: 'resolutionsComplete', target: 'numbering' },
    'signMinutes.return': { target: 'minutes' },
  },
  after: { signingReminder: { actions: remind('signMinutes') } },
});

/** The minutes get their number before anything is handed over, because everything handed over names it. */
export const numbering = sitting.createStateConfig({
  meta: { title: { zh: '编号', en: 'Numbering' }, stage: 'dispatching', owner: system },
  entry: [drawMinutesNumber, ...standsIn('dispatching')],
  on: { numbered: { target: 'followUp', actions: 'rememberNumber' } },
  after: { numberReminder: { target: 'numbering', reenter: true } },
});

/** Who answers for a resolution tells the meeting; each answer counts once. */
export const answers = {
  'resolution.applied': { guard: 'resolutionUnapplied', actions: ['rememberApplied', recordMeeting] },
  'resolution.fulfilled': { guard: 'resolutionOpen', actions: ['rememberFulfilled', recordMeeting] },
  'resolution.lapsed': { guard: 'resolutionOpen', actions: ['rememberLapsed', recordMeeting] },
  'resolution.settle': { guard: 'resolutionOpen', actions: [tellSettled, 'rememberLapsed', recordMeeting] },
  'item.confirmed': { guard: 'itemLeft', actions: releaseItem },
  'supervisionItem.closed': {
    guard: 'supervised',
    actions: [tellWork('fulfilled'), 'rememberSupervisionClosed', recordMeeting],
  },
  'supervisionItem.voided': {
    guard: 'supervised',
    actions: [tellWork('failed'), 'rememberSupervisionVoided', recordMeeting],
  },
} as const;

/** 落实: resolutions act on the projects, work is supervised, and the meeting is archived when nothing is left. */
export const followUp = sitting.createStateConfig({
  meta: { title: { zh: '落实', en: 'Follow-up' }, stage: 'followUp' },
  entry: [
    'issueResolutions',
    ...standsIn('followUp'),
    handOver,
    startSupervision,
    issueDocuments('minutes', 'opinions'),
    told.issued,
  ],
  initial: 'handingOver',
  always: { guard: 'allFulfilled', target: 'archived' },
  on: answers,
  states: {
    handingOver: {
      meta: { title: { zh: '移交', en: 'Handing over' }, owner: { zh: '项目流程', en: 'the projects' } },
      always: { guard: 'allApplied', target: 'carriedOut' },
      after: { handOverLimit: { target: 'unapplied', actions: told.notTaken } },
    },
    unapplied: {
      entry: check.entry,
      exit: check.exit,
      meta: { title: { zh: '有议定事项未被接收', en: 'Not taken' }, task: 'handOverCheck' },
      always: { guard: 'allApplied', target: 'carriedOut' },
      on: {
        'handOverCheck.again': { target: 'handingOver', actions: handOverAgain },
        'handOverCheck.settle': { target: 'carriedOut', actions: ['settleUnapplied', recordMeeting] },
      },
    },
    carriedOut: {
      meta: { title: { zh: '落实中', en: 'Being carried out' }, owner: responsible },
      always: { guard: 'allFulfilled', target: '#archived' },
      after: { followUpCheck: { target: 'carriedOut', reenter: true, actions: told.unfulfilled } },
    },
  },
});

export const archived = sitting.createStateConfig({
  id: 'archived',
  type: 'final',
  meta: { title: { zh: '已归档', en: 'Archived' }, closedAs: 'archived' },
  entry: [...standsIn('archived')],
});

export const cancelled = sitting.createStateConfig({
  type: 'final',
  meta: { title: { zh: '已取消', en: 'Cancelled' }, closedAs: 'cancelled' },
  entry: [...standsIn('cancelled'), told.cancelled],
});
