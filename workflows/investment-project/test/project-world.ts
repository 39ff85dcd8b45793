import type { Actor, FormValues, ProcessDefinition } from '@landfall/process-definition';
import { FormValidator } from '../../../libs/process-engine/src/form/form-validator';
import { TaskWorld } from '../../../libs/process-engine/test/task-world';
import type { LifecycleInput } from '..';
import { investmentProjectV2 } from '../v2/investment-project.v2';
import { formFor } from './version-2';
import { COMMANDS, FORM_FORMATS, inputs, person, type Walking } from './walking';

/** What the project library does is not asked here. */
const HANDLERS = Object.fromEntries(COMMANDS.map((command) => [command, () => {}]));

const FORMS = new FormValidator(
  Object.fromEntries(FORM_FORMATS.filter((format) => format !== 'date').map((format) => [format, () => true])),
);

/** Wherever it matters who somebody is, he is named after his post; two of one post have a number. */
export const of = (group: string, number = 1): Actor => ({
  ...person(group.split('.')[0] ?? group, group),
  accountId: `${group}#${number}`,
  name: `${group}#${number}`,
});

/** A version in the engine's hands, with the forms that people fill in for it. */
export interface Version {
  readonly definition: ProcessDefinition;
  readonly formFor: Walking['formFor'];
}

/**
 * A project, under version 2 where nothing else is said, in the engine's own hands: its tasks, handlers and clocks are the ones of the product. It is
 * Monday, 2026-11-23, 10:00 in Tianjin, and there is no holiday until the new year.
 */
export class ProjectWorld extends TaskWorld {
  constructor(
    input: LifecycleInput = inputs.ordinary,
    starter: Actor = of('L03.liaison'),
    private readonly version: Version = { definition: investmentProjectV2, formFor },
  ) {
    super(version.definition, starter, { handlers: HANDLERS, forms: FORMS }, { ...input });
    this.now = new Date('2026-11-23T02:00:00.000Z');
    this.send('duplicateCheck.clear');
  }

  /** Lets somebody of the task's group give the outcome, with the required fields and what the caller adds. */
  give(task: string, outcome: string, { slot = '', by, form = {} }: Giving = {}): this {
    const actor = by ?? of(this.task(task, slot).candidate_group);
    this.complete(task, slot, outcome, actor, this.version.formFor(`${task}.${outcome}`, form));
    return this;
  }

  /** The refusal of an outcome, or undefined when it is taken. */
  refusal(task: string, outcome: string, giving: Giving = {}): string | undefined {
    return this.attempt(() => this.give(task, outcome, giving));
  }

  back(
    task: string,
    to: 'initiator' | 'previous' | { readonly task: string },
    afterwards: 'inOrder' | 'jumpBack',
  ): this {
    const from = this.task(task);
    const target = typeof to === 'string' ? { kind: to } : { kind: 'step' as const, task: to.task };
    this.perform(from.id, { kind: 'return', to: target, afterwards, reason: '请核对' }, of(from.candidate_group));
    return this;
  }

  personSends(type: string, actor: Actor, form: FormValues = {}): this {
    this.personEvent(type, actor, this.version.formFor(type, form));
    return this;
  }

  /** When a task is due, in Tianjin: `12-03 17:30`. */
  due(task: string, slot = ''): string {
    return local(this.task(task, slot).due_at);
  }

  /** When the running delays end, in Tianjin. */
  get clocks(): Readonly<Record<string, string>> {
    return Object.fromEntries(
      [...this.instance.timers.values()]
        .filter(({ suspended_at }) => suspended_at === null)
        .map(({ timer_key, due_at }) => [timer_key.split('.')[2] ?? timer_key, local(due_at)]),
    );
  }

  /** `<task>#<slot>` of all open tasks. */
  get work(): string[] {
    return this.open.map(({ task_key, slot }) => (slot === '' ? task_key : `${task_key}#${slot}`)).sort();
  }

  at(time: string): this {
    this.now = new Date(`2026-${time.replace(' ', 'T')}:00+08:00`);
    return this;
  }

  following(): this {
    return this.give('leadScreening', 'pass').give('referralAcceptance', 'accept');
  }

  preReview(landingUnit = 'Z01'): this {
    this.following().give('leadFollowUp', 'startEvaluation');
    return this.give('evaluationCollecting', 'submit', { form: { landingUnit } });
  }

  drafting(): this {
    this.preReview();
    for (const { task_key, slot } of this.open) {
      this.give(task_key, task_key === 'vetoCheck' ? 'clear' : 'agree', { slot });
    }
    this.give('scoring', 'confirm', { form: { intensityScore: 10, taxScore: 9 } });
    return this.give('selfReview', 'approve');
  }
}

interface Giving {
  readonly slot?: string;
  readonly by?: Actor;
  readonly form?: FormValues;
}

const local = (at: string): string =>
  new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(5, 16).replace('T', ' ');
