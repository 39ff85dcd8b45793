import {
  type Actor,
  type Exploration,
  type ExploredEvent,
  explore,
  type FieldSchema,
  type FormValues,
  outcomeEvent,
  possibleEvents,
  type Walk,
  type WalkInput,
} from '@landfall/process-definition';
import type { IssueContext, IssueInput } from '../v1/context';
import { issueV1 as definition } from '../v1/issue.v1';

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
  ...['recordIssue', 'moveIssue', 'markBlocked', 'clearBlocked', 'recordCoordination', 'closeIssue'],
];

export const FORM_FORMATS = ['date', 'org-unit'];

export const person = (unit: string, ...groups: string[]): Actor => ({ accountId: unit, name: unit, unit, groups });

/** Somebody who may everything; whether a group is asked for is tested on its own. */
export const ANYBODY = person('LG', 'LG.leader', 'LGO.staff');

const normal: IssueInput = {
  at: NOW,
  actor: person('D01', 'D01.specialist'),
  issueId: '019aaf00-0000-7000-8000-000000000001',
  projectId: '019aaf00-0000-7000-8000-0000000000aa',
  projectName: '海河新能源装备',
  type: 'site',
  title: '供地批次未排定',
  tried: '已两次与规划资源部门对接',
  urgent: false,
  source: 'person',
  raiser: { account: 'z01.wang', name: '王', unit: 'Z01', group: 'Z01.coordinator' },
  leadTaskForce: 'D01',
  landingUnit: 'Z01',
  landingKind: 'ZONE',
  deputyGroup: 'LG.deputy',
};

/** The kinds of issues that take different ways. */
export const inputs = {
  normal,
  urgent: { ...normal, urgent: true, type: 'safety' },
  streetTown: { ...normal, landingUnit: 'T05', landingKind: 'STREET_TOWN' },
  urgentStreetTown: { ...normal, urgent: true, landingUnit: 'T05', landingKind: 'STREET_TOWN' },
  withoutUnits: { ...normal, leadTaskForce: null, landingUnit: null, landingKind: null, deputyGroup: 'LG.exec' },
} satisfies Record<string, IssueInput>;

export const walkInputs: readonly WalkInput[] = Object.values(inputs).map((input) => ({ ...input }));

const BY_NAME: Readonly<Record<string, unknown>> = { dueOn: '2027-11-30', until: '2027-11-30', leadUnit: 'L04' };

const sample = (name: string, field: FieldSchema): unknown => {
  if (name in BY_NAME) return BY_NAME[name];
  if (field.enum) return field.enum[0];
  return field.type === 'array' ? [] : '经办人按要求填写的内容';
};

/** A form with the required fields of a task's outcome or of an event of people, and what the caller adds. */
export const formFor = (event: string, more: FormValues = {}): FormValues => {
  const filled = (fields: Readonly<Record<string, FieldSchema>>, names: readonly string[]): FormValues => ({
    ...Object.fromEntries(
      names.flatMap((name) => {
        const field = fields[name];
        return field ? [[name, sample(name, field)]] : [];
      }),
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

export const contextOf = (walk: Walk): IssueContext => walk.snapshot.context as IssueContext;

export const formsOf = (event: string): readonly FormValues[] =>
  event === 'jumpUp' ? ['l1', 'l2', 'l3'].map((level) => formFor(event, { level })) : [formFor(event)];

/** What may happen next: also the assistant's share, and what becomes of the order of the day. */
export const eventsOf = (walk: Walk): ExploredEvent[] => {
  const listed = possibleEvents(definition, walk, formsOf).map((event) => ({
    ...event,
    actor: event.type.startsWith('xstate.') ? event.actor : ANYBODY,
    ...(event.type.startsWith('supervisionItem.') ? { item: contextOf(walk).execution?.item } : {}),
  }));
  const assisted = walk.tasks.filter(({ slot }) => slot === 'SEO');
  const shares = assisted.map(({ task, slot }) => {
    const type = `${task}.contribute`;
    return { type, slot, at: walk.at, actor: person('SEO', 'SEO.staff'), form: formFor(type) };
  });
  return [...listed, ...shares];
};

/** Situations differ by the kind of issue, by states and open tasks, and by the level. */
export const situation = (walk: Walk): string =>
  [walkInputs.indexOf(walk.input), contextOf(walk).level, ...walk.states, ...walk.tasks.map(({ task }) => task)].join(
    ' ',
  );

let exploration: Exploration | undefined;

/** Everything that can happen to an issue, walked once. */
export const exploreIssue = (): Exploration => {
  exploration ??= explore(definition, { inputs: walkInputs, events: eventsOf, situation });
  return exploration;
};
