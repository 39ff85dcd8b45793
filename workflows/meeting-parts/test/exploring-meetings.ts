import {
  type Exploration,
  type ExploredEvent,
  explore,
  outcomeEvent,
  type ProcessDefinition,
  SYSTEM_ACTOR,
  type Walk,
} from '@landfall/process-definition';
import type { MeetingResolution } from '../commands';
import type { MeetingContext, MeetingInput } from '../v1/context';
import { WORK_KINDS } from '../v1/say';
import { formOf, MEETING_MORNING, person } from './meeting-story';

export const contextOf = (walk: Walk): MeetingContext => walk.snapshot.context as MeetingContext;

const DRAFT = { item: null, kind: 'order', text: '补充议定事项', unit: 'D12', assistUnits: [], dueOn: '2027-02-01' };

/** Everything that may happen next: shares of open tasks, timers, events of people, editors, other processes. */
export const eventsOf =
  (definition: ProcessDefinition) =>
  (walk: Walk): ExploredEvent[] => {
    const { items, resolutions, meetingKey, plannedOn } = contextOf(walk);
    const tell = (type: string, more: Readonly<Record<string, unknown>> = {}): ExploredEvent => ({
      type,
      at: walk.at,
      actor: SYSTEM_ACTOR,
      ...more,
    });
    const seated = contextOf(walk).items[0]?.units[0] ?? 'M02';
    const first = new Set<string>();
    const asked = walk.tasks.filter(({ task }) => !first.has(task) && first.add(task));
    const known = (type: string) => type in definition.signals || type in definition.events;
    return [
      ...asked.flatMap(({ task, slot, group }) =>
        Object.keys(definition.userTasks[task]?.outcomes ?? {}).map((outcome) => {
          const type = outcomeEvent(task, outcome);
          return {
            ...{ type, slot, at: walk.at },
            actor: person(group.split('.')[0] ?? group, group),
            form: formOf(definition, type),
          };
        }),
      ),
      ...walk.timers.map(({ event, dueAt }) => tell(event, { at: dueAt > walk.at ? dueAt : walk.at })),
      ...['closeSession', 'reschedule', 'cancelMeeting', 'changeChair'].map((type) =>
        tell(type, { form: formOf(definition, type) }),
      ),
      ...(plannedOn === null
        ? []
        : [
            tell('openSession', {
              at: walk.at > MEETING_MORNING ? walk.at : MEETING_MORNING,
              form: { withoutQuorumReason: '人员已到齐，材料已先行传阅' },
            }),
          ]),
      ...items
        .slice(0, 2)
        .flatMap(({ key }) => [
          tell('item.confirmed', { item: key }),
          tell('item.left', { item: key }),
          tell('agenda.remove', { item: key, reason: '材料不齐' }),
        ]),
      tell('agenda.arrange', { items: items.map(({ key, minutes, units }) => ({ key, minutes, units })) }),
      ...(items.length < 2
        ? [
            tell('agenda.add', {
              item: { ...items[0], key: 'late', title: '临时议题', waiting: null, units: ['D18'] },
            }),
          ]
        : []),
      tell('attendance.checkIn', { unit: seated, present: true, person: '王工' }),
      tell('attendance.change', { unit: seated, reply: 'decline', reason: '另有安排' }),
      ...(resolutions.length < 2 ? [tell('resolution.put', { resolution: { ...DRAFT, criterion: '形成批复' } })] : []),
      ...resolutions.flatMap(({ key }) => [
        tell('resolution.remove', { resolution: key }),
        tell('resolution.applied', { resolution: key }),
        tell('resolution.fulfilled', { resolution: key, note: '已办结' }),
        tell('resolution.lapsed', { resolution: key, note: '逾期' }),
        tell('resolution.settle', { resolution: key, note: '另行处理' }),
        tell('supervisionItem.closed', { item: `${meetingKey}/${key}`, note: '已销号' }),
        tell('supervisionItem.voided', { item: `${meetingKey}/${key}`, note: '不予立项' }),
      ]),
      tell('numbered', { number: '津滨招商办纪要〔2026〕1号' }),
    ].filter(
      ({ type }) => known(type) || type.startsWith('xstate.') || (type.split('.')[0] ?? '') in definition.userTasks,
    );
  };

/** What differs in how a resolution ends: work, a decision, conditions, a note. */
const sortOf = ({ kind, item }: MeetingResolution): string => {
  if (WORK_KINDS.includes(kind)) return `work${item === null ? '' : ' of an item'}`;
  return kind === 'note' || kind === 'conditions' ? kind : 'decision';
};

/** Situations differ by states, open tasks, what stands on the agenda and what was resolved. */
export const situation = (walk: Walk): string => {
  const { items, resolutions, overdue } = contextOf(walk);
  return [
    ...walk.states,
    ...walk.tasks.map(({ task, slot }) => `${task}#${slot}`),
    ...items.map(({ key, kind, standing, waiting }) => `${key}:${kind}:${standing}:${waiting !== null}`),
    ...resolutions.map((resolution) => `${sortOf(resolution)}:${resolution.standing}`),
    overdue,
  ].join(' ');
};

/** Everything that can happen to a meeting with these inputs, walked once. */
export const exploreMeeting = (definition: ProcessDefinition, inputs: readonly MeetingInput[]): Exploration =>
  explore(definition, {
    inputs: inputs.map((input) => ({ ...input })),
    events: eventsOf(definition),
    situation,
  });
