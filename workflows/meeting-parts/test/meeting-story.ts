import {
  type Actor,
  type FieldSchema,
  type FormValues,
  outcomeEvent,
  type ProcessDefinition,
  Rejection,
  SYSTEM_ACTOR,
  startWalk,
  takeStep,
  type Walk,
} from '@landfall/process-definition';
import type { AgendaItem, MeetingResolution } from '../commands';
import type { ItemInput, MeetingContext, MeetingInput } from '../v1/context';

/** A Monday morning in Binhai. */
export const NOW = '2026-11-23T02:00:00.000Z';
export const MEETING_DAY = '2026-11-30';
export const MEETING_MORNING = `${MEETING_DAY}T01:00:00.000Z`;

export const COMMANDS = [
  ...['openUserTask', 'cancelUserTask', 'remindUserTask', 'escalateUserTask'],
  ...['signalProcess', 'signalProcesses', 'startProcess', 'startProcesses', 'notify'],
  ...['recordMeeting', 'issueDocuments', 'drawMinutesNumber'],
];

export const FORM_FORMATS = ['date', 'org-unit', 'landing-unit'];

export const person = (unit: string, ...groups: string[]): Actor => ({ accountId: unit, name: unit, unit, groups });

export const inputWith = (items: readonly ItemInput[], more: Partial<MeetingInput> = {}): MeetingInput => ({
  at: NOW,
  actor: SYSTEM_ACTOR,
  meetingId: '019aaf00-0000-7000-8000-00000000000a',
  meetingKey: 'meeting:2026-11-23',
  title: '第1次联席会议',
  period: '2026-11-23',
  calledBecause: { zh: '已满5个项目', en: 'five are waiting' },
  items,
  ...more,
});

const BY_NAME: Readonly<Record<string, unknown>> = {
  plannedOn: MEETING_DAY,
  plannedTime: '14:30',
  place: '第一会议室',
  match: 4,
  feasibility: 3,
  position: 'agree',
  unit: 'M02',
  dueOn: '2027-01-15',
  conditionsDueOn: '2027-01-15',
  landingUnit: 'T02',
  chair: 'LG.deputy',
};

export const formOf = (definition: ProcessDefinition, event: string, more: FormValues = {}): FormValues => {
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

const ENGINE_OWN = ['openUserTask', 'cancelUserTask', 'startTimer', 'cancelTimer'];

interface Signal {
  readonly instanceId: string;
  readonly event: Readonly<Record<string, unknown>> & { readonly type: string };
}

/** One meeting told event by event; a refused event throws, so that a story never goes on by mistake. */
export class MeetingStory {
  walk: Walk;

  constructor(
    readonly definition: ProcessDefinition,
    input: MeetingInput,
  ) {
    this.walk = startWalk(definition, { ...input });
  }

  get states(): string {
    return this.walk.states.join(' ');
  }

  get context(): MeetingContext {
    return this.walk.snapshot.context as MeetingContext;
  }

  get tasks(): readonly string[] {
    return this.walk.tasks.map(({ task, slot, group }) => `${task}${slot === '' ? '' : `#${slot}`} ${group}`);
  }

  item(key: string): AgendaItem | undefined {
    return this.context.items.find((item) => item.key === key);
  }

  resolution(key: string): MeetingResolution | undefined {
    return this.context.resolutions.find((resolution) => resolution.key === key);
  }

  /** Commands of the last step, the engine's own ones left out. */
  get said() {
    return (this.walk.steps.at(-1)?.commands ?? []).filter(({ type }) => !ENGINE_OWN.includes(type));
  }

  /** What the last step told other processes. */
  get signals(): readonly Signal[] {
    return this.said
      .filter(({ type }) => type === 'signalProcesses')
      .flatMap(({ params }) => params.signals as readonly Signal[]);
  }

  heard(type: string): Readonly<Record<string, unknown>> | undefined {
    return this.said.find((command) => command.type === type)?.params;
  }

  /** The kinds of notices of the last step. */
  get told(): readonly string[] {
    return this.said.filter(({ type }) => type === 'notify').map(({ params }) => String(params.kind));
  }

  /** Somebody completes a task or sends one of the events of people. */
  send(type: string, more: FormValues = {}, { slot, actor }: { slot?: string; actor?: Actor } = {}): this {
    return this.take({
      type,
      form: formOf(this.definition, type, more),
      actor: actor ?? person('LGO', 'LGO.director'),
      ...(slot === undefined ? {} : { slot }),
    });
  }

  /** Another process or an editor of the page tells the meeting something. */
  tell(event: { readonly type: string } & Readonly<Record<string, unknown>>): this {
    return this.take({ actor: SYSTEM_ACTOR, ...event });
  }

  refuses(event: { readonly type: string; readonly slot?: string } & Readonly<Record<string, unknown>>): boolean {
    const next = takeStep(this.definition, this.walk, {
      at: this.walk.at,
      actor: SYSTEM_ACTOR,
      form: formOf(this.definition, event.type),
      ...event,
    });
    return next instanceof Rejection;
  }

  /** The codes by which the check of a form refuses it. */
  problems(type: string, form: FormValues = {}, actor: Actor = person('LGO', 'LGO.staff')): string[] {
    const [task = '', outcome = ''] = type.split('.');
    const check = this.definition.events[type]?.check ?? this.definition.userTasks[task]?.check;
    const filled = formOf(this.definition, type, form);
    return (check?.(filled, { ...this.context }, { at: this.walk.at, actor, outcome }) ?? []).map(({ code }) => code);
  }

  /** Lets the time come to an instant without anything happening. */
  at(instant: string): this {
    this.walk = { ...this.walk, at: instant };
    return this;
  }

  elapse(delay: string): this {
    const timer = this.walk.timers.find(({ event }) => event.split('.')[2] === delay);
    if (!timer) throw new Error(`Expected delay '${delay}' to run, but it does not`);
    const at = timer.dueAt > this.walk.at ? timer.dueAt : this.walk.at;
    return this.take({ type: timer.event, at, actor: SYSTEM_ACTOR });
  }

  private take(event: { readonly type: string; readonly actor: Actor; readonly [fact: string]: unknown }): this {
    const next = takeStep(this.definition, this.walk, { at: this.walk.at, ...event });
    if (next instanceof Rejection) throw next;
    this.walk = next;
    return this;
  }
}
