import {
  type Actor,
  type Exploration,
  type ExploredEvent,
  explore,
  type FieldSchema,
  type FormValues,
  outcomeEvent,
  SYSTEM_ACTOR,
  type Walk,
  type WalkInput,
} from '@landfall/process-definition';
import type { ItemContext, SupervisionItemInput } from '../v1/context';
import { supervisionItemV1 as definition } from '../v1/supervision-item.v1';

export const NOW = '2026-11-23T02:00:00.000Z';

/** The commands that somebody handles: the engine's and those of the supervision library. */
export const COMMANDS = [
  ...[
    'openUserTask',
    'cancelUserTask',
    'remindUserTask',
    'escalateUserTask',
    'signalProcess',
    'startProcess',
    'notify',
  ],
  ...['recordItem', 'assignItem', 'drawItemNumber', 'recordItemNumber', 'moveItem', 'recordProgress'],
  ...['recordExtension', 'recordChasing', 'recordInterview', 'closeItem'],
];

export const FORM_FORMATS = ['date', 'org-unit'];

export const person = (unit: string, ...groups: string[]): Actor => ({ accountId: unit, name: unit, unit, groups });

const instruction: SupervisionItemInput = {
  at: NOW,
  actor: person('LGO', 'LGO.supervisor'),
  itemKey: 'instruction:1',
  source: 'instruction',
  title: '供地批次未排定',
  requirement: '本月内完成供地',
  projectId: '019aaf00-0000-7000-8000-0000000000aa',
  projectName: '海河新能源装备',
  leadUnit: 'D12',
  assistUnits: ['Z01', 'D12'],
  dueOn: '2026-12-18',
  deputyGroup: 'LG.deputy',
  drafter: { account: 'lgo.sun', name: '孙', unit: 'LGO' },
  onBehalfOf: { account: null, name: '王雪冬', post: '副组长' },
  origin: null,
};

export const inputs = {
  instruction,
  awaited: {
    ...instruction,
    itemKey: 'issue:1:1',
    onBehalfOf: null,
    origin: { definition: 'issue', correlationKey: 'project:site:1' },
  },
  ledByOffice: { ...instruction, leadUnit: 'LGO', assistUnits: [] },
} satisfies Record<string, SupervisionItemInput>;

export const walkInputs: readonly WalkInput[] = Object.values(inputs).map((input) => ({ ...input }));

const BY_NAME: Readonly<Record<string, unknown>> = {
  newDueOn: '2027-11-30',
  on: '2026-11-20',
  leadUnit: 'D12',
  progress: 40,
};

/** A form with the required fields of a task's outcome or of an event of people, and what the caller adds. */
export const formFor = (event: string, more: FormValues = {}): FormValues => {
  const filled = (fields: Readonly<Record<string, FieldSchema>>, names: readonly string[]): FormValues => ({
    ...Object.fromEntries(
      names.filter((name) => name in fields).map((name) => [name, BY_NAME[name] ?? '经办人按要求填写的内容']),
    ),
    ...more,
  });
  const offered = definition.events[event];
  if (offered) return filled(offered.fields, offered.required);
  for (const [key, task] of Object.entries(definition.userTasks)) {
    for (const [outcome, { required }] of Object.entries(task.outcomes)) {
      if (outcomeEvent(key, outcome) === event) return filled(task.fields, required);
    }
  }
  return more;
};

export const contextOf = (walk: Walk): ItemContext => walk.snapshot.context as ItemContext;

/** Everything that may happen next, in both regions: every share's outcomes, every timer, the number, voiding. */
export const eventsOf = (walk: Walk): ExploredEvent[] => [
  ...walk.tasks.flatMap(({ task, slot, group }) =>
    Object.keys(definition.userTasks[task]?.outcomes ?? {}).map((outcome) => {
      const type = outcomeEvent(task, outcome);
      return { type, slot, at: walk.at, actor: person(group.split('.')[0] ?? group, group), form: formFor(type) };
    }),
  ),
  ...walk.timers.map(({ event, dueAt }) => ({
    type: event,
    at: dueAt > walk.at ? dueAt : walk.at,
    actor: SYSTEM_ACTOR,
  })),
  { type: 'numbered', at: walk.at, actor: SYSTEM_ACTOR, number: '督办〔2026〕1号' },
  { type: 'voidItem', at: walk.at, actor: person('LGO', 'LGO.director'), form: formFor('voidItem') },
];

/** Situations differ by the kind of item, by states and open tasks, and by what is counted. */
export const situation = (walk: Walk): string => {
  const { extensions, lateness, number } = contextOf(walk);
  const tasks = walk.tasks.map(({ task, slot }) => `${task}#${slot}`);
  return [walkInputs.indexOf(walk.input), ...walk.states, ...tasks, extensions, lateness, number === null].join(' ');
};

let exploration: Exploration | undefined;

/** Everything that can happen to an item, walked once. */
export const exploreItem = (): Exploration => {
  exploration ??= explore(definition, { inputs: walkInputs, events: eventsOf, situation });
  return exploration;
};
