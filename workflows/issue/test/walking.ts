import {
  type Actor,
  type Exploration,
  type ExploredEvent,
  explore,
  type FieldSchema,
  type FormValues,
  outcomeEvent,
  type ProcessDefinition,
  possibleEvents,
  type Walk,
  type WalkInput,
} from '@landfall/process-definition';
import type { IssueContext, IssueInput } from '../v1/context';
import { issueV1 } from '../v1/issue.v1';

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

export const contextOf = (walk: Walk): IssueContext => walk.snapshot.context as IssueContext;

/** Situations differ by the kind of issue, by states and open tasks, and by the level. */
export const situation = (walk: Walk): string =>
  [walkInputs.indexOf(walk.input), contextOf(walk).level, ...walk.states, ...walk.tasks.map(({ task }) => task)].join(
    ' ',
  );

/** How one version is walked through. */
export interface Walking {
  /** A form with the required fields of a task's outcome or of an event of people, and what the caller adds. */
  readonly formFor: (event: string, more?: FormValues) => FormValues;
  /** What may happen next: also the assistant's share, and what becomes of the order of the day. */
  readonly eventsOf: (walk: Walk) => ExploredEvent[];
  /** Everything that can happen to an issue, walked once. */
  readonly exploreIssue: () => Exploration;
}

/** What a version has besides version 1. */
export interface Peculiarities {
  readonly ways?: readonly string[];
  /** What other processes say of it, by event. */
  readonly words?: (walk: Walk) => Readonly<Record<string, readonly object[]>>;
  readonly situation?: (walk: Walk) => string;
  /** What may happen in a parallel region beside the first one, which alone is looked at otherwise. */
  readonly beside?: (walk: Walk) => readonly ExploredEvent[];
}

export const walkingOf = (definition: ProcessDefinition, more: Peculiarities = {}): Walking => {
  const formFor: Walking['formFor'] = (event, given = {}) => {
    const filled = (fields: Readonly<Record<string, FieldSchema>>, names: readonly string[]): FormValues => ({
      ...Object.fromEntries(
        names.flatMap((name) => {
          const field = fields[name];
          return field ? [[name, sample(name, field)]] : [];
        }),
      ),
      ...given,
    });
    const offered = definition.events[event];
    if (offered) return filled(offered.fields, offered.required);
    for (const [key, task] of Object.entries(definition.userTasks)) {
      for (const [outcome, { required }] of Object.entries(task.outcomes)) {
        if (outcomeEvent(key, outcome) === event) return filled(task.fields, required);
      }
    }
    return given;
  };
  const formsOf = (event: string): readonly FormValues[] => {
    if (event === 'jumpUp') return ['l1', 'l2', 'l3'].map((level) => formFor(event, { level }));
    if (more.ways && event.endsWith('.coordinate')) return more.ways.map((way) => formFor(event, { way }));
    return [formFor(event)];
  };
  const eventsOf: Walking['eventsOf'] = (walk) => {
    const words = more.words?.(walk) ?? {};
    const listed = possibleEvents(definition, walk, formsOf).flatMap((event) => {
      const facts = event.type.startsWith('supervisionItem.')
        ? [{ item: contextOf(walk).execution?.item }]
        : (words[event.type] ?? [{}]);
      const actor = event.type.startsWith('xstate.') ? event.actor : ANYBODY;
      return facts.map((fact) => ({ ...event, actor, ...fact }));
    });
    const assisted = walk.tasks.filter(({ slot }) => slot === 'SEO');
    const shares = assisted.map(({ task, slot }) => {
      const type = `${task}.contribute`;
      return { type, slot, at: walk.at, actor: person('SEO', 'SEO.staff'), form: formFor(type) };
    });
    return [...listed, ...shares, ...(more.beside?.(walk) ?? [])];
  };
  let exploration: Exploration | undefined;
  const exploreIssue = (): Exploration => {
    exploration ??= explore(definition, {
      inputs: walkInputs,
      events: eventsOf,
      situation: more.situation ?? situation,
    });
    return exploration;
  };
  return { formFor, eventsOf, exploreIssue };
};

/** Version 1, walked. */
export const { formFor, eventsOf, exploreIssue } = walkingOf(issueV1);
