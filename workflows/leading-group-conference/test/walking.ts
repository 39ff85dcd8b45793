import {
  type Exploration,
  type ExploredEvent,
  explore,
  outcomeEvent,
  SYSTEM_ACTOR,
  type Walk,
} from '@landfall/process-definition';
import { formOf, MeetingStory, person } from '../../meeting-parts/test/meeting-story';
import type { MeetingContext } from '../../meeting-parts/v1/context';
import { type ConferenceInput, factsOf } from '../v1/context';
import { leadingGroupConferenceV1 as definition } from '../v1/leading-group-conference.v1';

/** The second of January, on which the conferences of the year are created. */
export const NOW = '2026-01-02T01:00:00.000Z';
export const PLAN = { plannedOn: '2026-07-10', plannedTime: '09:30', place: '第一会议室' };
export const MEETING_MORNING = '2026-07-10T01:00:00.000Z';

/** The 57 member units of the leading group, as the notice lists them (一). */
export const ALL_MEMBERS: readonly string[] = (
  [
    ['D', 18],
    ['L', 11],
    ['M', 2],
    ['Z', 5],
    ['T', 21],
  ] as const
).flatMap(([kind, count]) =>
  Array.from({ length: count }, (_, index) => `${kind}${String(index + 1).padStart(2, '0')}`),
);

const previous: NonNullable<ConferenceInput['previous']> = {
  meetingId: '019aaf00-0000-7000-8000-0000000000c0',
  title: '2025年下半年全区招商引资工作会议',
  resolutions: [
    { key: 'r1', text: '盘活闲置载体', unit: 'Z01', dueOn: '2026-03-31', standing: 'applied' },
    { key: 'r2', text: '印发重点产业目录', unit: 'D10', dueOn: '2026-03-31', standing: 'fulfilled' },
  ],
};

export const inputOf = (more: Partial<ConferenceInput> = {}): ConferenceInput => ({
  at: NOW,
  actor: SYSTEM_ACTOR,
  meetingId: '019aaf00-0000-7000-8000-0000000000c1',
  meetingKey: 'conference:2026H1',
  title: '2026年上半年全区招商引资工作会议',
  period: '2026H1',
  calledBecause: { zh: '每半年召开一次', en: 'every half-year' },
  items: [],
  half: { windowFrom: '2026-06-15', windowTo: '2026-07-31' },
  members: ['D01', 'Z01', 'T05'],
  previous,
  ...more,
});

export const contextOf = (walk: Walk): MeetingContext => walk.snapshot.context as MeetingContext;

const ORDER = {
  item: null,
  kind: 'order',
  text: '三季度新开工项目30个',
  unit: 'D10',
  assistUnits: [],
  dueOn: '2026-09-30',
  criterion: '统计口径新开工项目30个',
  conditions: null,
  landingUnit: null,
};

const FORMS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'composeAgenda.compose': { ...PLAN, speakers: ['Z01'] },
  reschedule: { ...PLAN, plannedOn: '2026-07-20' },
  'explainDelay.explain': { newDate: '2026-08-20' },
  openSession: { lateReason: '重大活动冲突' },
};

/** Everything that may happen next: the first share of each task, all timers, events of people, editors, other conferences. */
export const eventsOf = (walk: Walk): ExploredEvent[] => {
  const context = contextOf(walk);
  const tell = (type: string, more: Readonly<Record<string, unknown>> = {}): ExploredEvent => ({
    type,
    at: walk.at,
    actor: SYSTEM_ACTOR,
    ...more,
  });
  const asked = walk.tasks.filter(({ task }, index) => walk.tasks.findIndex((open) => open.task === task) === index);
  const later = (instant: string): string => (instant > walk.at ? instant : walk.at);
  return [
    ...asked.flatMap(({ task, slot, group }) =>
      Object.keys(definition.userTasks[task]?.outcomes ?? {}).map((outcome) => {
        const type = outcomeEvent(task, outcome);
        const actor = person(group.split('.')[0] ?? group, group);
        return { type, slot, at: walk.at, actor, form: formOf(definition, type, FORMS[type]) };
      }),
    ),
    ...walk.timers.map(({ event, dueAt }) => tell(event, { at: later(dueAt) })),
    ...Object.keys(definition.events).map((type) =>
      tell(type, {
        form: formOf(definition, type, FORMS[type]),
        at:
          type === 'openSession' && context.plannedOn !== null ? later(`${context.plannedOn}T01:00:00.000Z`) : walk.at,
      }),
    ),
    ...context.items
      .slice(0, 1)
      .flatMap(({ key }) => [
        tell('agenda.remove', { item: key, reason: '并入其他议题' }),
        tell('item.confirmed', { item: key }),
        tell('item.left', { item: key }),
      ]),
    tell('agenda.add', { item: { key: 'late', kind: 'other', title: '其他事项' } }),
    tell('agenda.arrange', { items: context.items.map(({ key, units }) => ({ key, minutes: 5, units })) }),
    tell('attendance.checkIn', { unit: 'D01', present: true, person: '张局长' }),
    tell('attendance.change', { unit: 'D01', reply: 'decline', reason: '另有安排' }),
    ...(context.resolutions.length < 1 ? [tell('resolution.put', { resolution: ORDER })] : []),
    ...context.resolutions.flatMap(({ key }) => [
      ...['remove', 'applied', 'fulfilled', 'lapsed', 'settle'].map((what) =>
        tell(`resolution.${what}`, { resolution: key, note: '已办' }),
      ),
      tell('supervisionItem.closed', { item: `${context.meetingKey}/${key}`, note: '已销号' }),
      tell('supervisionItem.voided', { item: `${context.meetingKey}/${key}`, note: '不予立项' }),
    ]),
    tell('numbered', { number: '津滨招商办纪要〔2026〕1号' }),
    tell('readBack.asked', { from: '019aaf00-0000-7000-8000-0000000000c2' }),
    tell('readBack.told', { previous: { ...previous, resolutions: [] } }),
    tell('nextOpened', { meeting: '019aaf00-0000-7000-8000-0000000000c2' }),
  ];
};

/** Situations differ by states, open tasks, what is on the agenda, what was resolved, and whether it is late. */
export const situation = (walk: Walk): string => {
  const { items, resolutions, overdue, plannedOn } = contextOf(walk);
  const { delay } = factsOf(contextOf(walk));
  return [
    ...walk.states,
    ...walk.tasks.map(({ task, slot }) => `${task}#${slot}`),
    ...(walk.states[0]?.startsWith('upcoming') ? [] : items.map(({ standing }) => standing)),
    ...resolutions.map(({ kind, standing }) => `${kind}:${standing}`),
    [overdue, delay !== null, delay?.reason !== null, plannedOn === null].join(),
  ].join(' ');
};

let exploration: Exploration | undefined;

/** Everything that can happen to a conference of two units, walked once. */
export const exploreConference = (): Exploration => {
  exploration ??= explore(definition, {
    inputs: [{ ...inputOf({ members: ['D01', 'Z01'] }) }],
    events: eventsOf,
    situation,
  });
  return exploration;
};

/** A conference told event by event. */
export const conferenceStory = (more: Partial<ConferenceInput> = {}): MeetingStory =>
  new MeetingStory(definition, inputOf(more));
