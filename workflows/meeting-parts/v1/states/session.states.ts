import { userTaskState } from '@landfall/process-definition';
import { type ConclusionTask, conclusionTaskOf, isLive, type MeetingContext } from '../context';
import { recordMeeting, releaseItem, standsIn, told } from '../say';
import { sitting } from '../sitting';
import { type OpinionTask, opinionTask } from './preparing.states';

const secretary = { zh: '会议承办人', en: 'the secretary' };

const conclusions = (task: ConclusionTask) =>
  userTaskState<MeetingContext>(task, ({ items, secretary: group }) =>
    items.filter((item) => isLive(item) && conclusionTaskOf(item) === task).map(({ key }) => ({ slot: key, group })),
  );

/** The items of one kind: each is concluded by a share of its task; an item that leaves takes its share with it. */
const conclude = (task: ConclusionTask, outcomes: readonly string[]) => {
  const work = conclusions(task);
  return sitting.createStateConfig({
    meta: { title: { zh: '逐项审议', en: 'Items' } },
    initial: 'hearing',
    states: {
      hearing: {
        entry: work.entry,
        exit: work.exit,
        meta: { title: { zh: '审议中', en: 'Hearing' }, task },
        always: { guard: { type: 'settled', params: { task } }, target: 'settled' },
        on: {
          ...Object.fromEntries(
            outcomes.map((outcome) => [
              `${task}.${outcome}`,
              { guard: 'slotLive' as const, actions: ['rememberConclusion' as const, recordMeeting] },
            ]),
          ),
          // Told to every region; the share that has gone is the one whose item left.
          'item.left': { guard: 'itemLive', target: 'hearing', reenter: true },
        },
      },
      settled: { type: 'final', meta: { title: { zh: '已有结论', en: 'Settled' } } },
    },
  });
};

const hearing = (task: OpinionTask) => {
  const opinions = opinionTask(task);
  return sitting.createStateConfig({
    meta: { title: { zh: '听取意见', en: 'Opinions' } },
    initial: 'open',
    states: {
      open: {
        entry: [opinions.entry, 'rememberAskedOpinions'],
        exit: opinions.exit,
        meta: { title: { zh: '征求意见', en: 'Opinions' }, task },
        always: [
          { guard: 'allOpinionsGiven', target: 'heard' },
          { guard: 'opinionsOutOfStep', target: 'open', reenter: true },
        ],
        on: { [`${task}.give`]: { actions: ['rememberOpinion', recordMeeting] } },
      },
      heard: { type: 'final', meta: { title: { zh: '意见已齐', en: 'Opinions given' } } },
    },
  });
};

/** The order of the session: check-in, items that leave at the last moment. */
const floor = sitting.createStateConfig({
  meta: { title: { zh: '会场', en: 'Floor' }, owner: secretary },
  initial: 'open',
  on: {
    'item.confirmed': [
      { guard: 'itemLive', actions: ['rememberConfirmed', recordMeeting] },
      { guard: 'itemLeft', actions: releaseItem },
    ],
    'item.left': { guard: 'itemLive', actions: ['rememberLeft', recordMeeting, told.itemLeft] },
    'attendance.checkIn': { guard: 'isSeated', actions: ['rememberCheckIn', recordMeeting] },
    'resolution.put': { guard: 'writesResolution', actions: ['putResolution', recordMeeting] },
    'resolution.remove': { guard: 'removable', actions: ['removeResolution', recordMeeting] },
  },
  states: {
    open: {
      meta: { title: { zh: '会议进行中', en: 'In session' } },
      after: { sessionReminder: { target: 'long', actions: told.stillOpen } },
    },
    long: {
      meta: { title: { zh: '超时未散会', en: 'Not closed in time' } },
      tags: ['overdue'],
      after: { sessionReminder: { target: 'open', actions: told.stillOpen } },
    },
  },
});

/**
 * 会议: units speak, the chair concludes item by item; it closes when every item has a conclusion or is deferred. Without an
 * opinion task nobody is asked for one: a conference hears topics only.
 */
export const inSession = (
  opinion: OpinionTask | null,
  ...tasks: readonly (readonly [ConclusionTask, Readonly<Record<string, unknown>>])[]
) =>
  sitting.createStateConfig({
    id: 'session',
    type: 'parallel',
    meta: { title: { zh: '会议', en: 'In session' }, stage: 'inSession' },
    entry: [...standsIn('inSession')],
    on: {
      closeSession: {
        guard: 'allSettled',
        target: 'minutes',
        actions: ['rememberMissingOpinions', 'rememberClosed'],
      },
    },
    states: {
      floor,
      ...(opinion === null ? {} : { opinions: hearing(opinion) }),
      ...Object.fromEntries(tasks.map(([task, outcomes]) => [task, conclude(task, Object.keys(outcomes))])),
    },
  });
