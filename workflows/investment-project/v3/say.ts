import type { EscalateUserTask, FormValues, LocalizedText, ProcessEvent } from '@landfall/process-definition';
import type {
  AssignTaskForces,
  MarkDuplicate,
  Milestone,
  RecordFacts,
  RecordLevel,
  RecordMilestone,
} from '../commands';
import { businessDate } from './business-date';
import type { LifecycleContext } from './context';
import { given, textOf } from './form-values';
import type { TaskKey } from './user-tasks';

/** What an action is told: the context after the assignments before it, and the event. */
interface On {
  readonly context: LifecycleContext;
  readonly event: ProcessEvent;
}

/** The commands of the lifecycle, filled from context and event. Each is said in a state and carried out elsewhere. */
export const recordFacts = (...names: readonly string[]) => ({
  type: 'recordFacts' as const,
  params: ({ event }: On): RecordFacts => ({ facts: given(event.form, names) }),
});

/** Records facts that are worked out from the form and the context. */
export const recordComputedFacts = (compute: (form: FormValues | undefined, context: LifecycleContext) => object) => ({
  type: 'recordFacts' as const,
  params: ({ context, event }: On): RecordFacts => ({ facts: { ...compute(event.form, context) } }),
});

export const recordMilestone = (milestone: Milestone, field: string = milestone) => ({
  type: 'recordMilestone' as const,
  params: ({ event }: On): RecordMilestone => ({
    milestone,
    on: textOf(event.form, field) ?? businessDate(event.at),
  }),
});

export const recordReachedMilestone = {
  type: 'recordMilestone' as const,
  params: ({ event }: On): RecordMilestone => ({
    milestone: (textOf(event.form, 'milestone') ?? 'registeredOn') as Milestone,
    on: textOf(event.form, 'on') ?? businessDate(event.at),
  }),
};

const sameInBoth = (text: string): LocalizedText => ({ zh: text, en: text });

/** Says who works on the project now; the reason is the one just given. */
export const assignTaskForces = {
  type: 'assignTaskForces' as const,
  params: ({ context, event }: On): AssignTaskForces => ({
    leadTaskForce: context.leadTaskForce,
    assistTaskForces: context.assistTaskForces,
    landingUnit: context.landingUnit,
    reason: sameInBoth(textOf(event.form, 'reason') ?? ''),
  }),
};

export const recordLevel = {
  type: 'recordLevel' as const,
  params: ({ context }: On): RecordLevel => ({ level: context.level ?? 'ordinary' }),
};

export const markDuplicate = {
  type: 'markDuplicate' as const,
  params: ({ event }: On): MarkDuplicate => ({ of: textOf(event.form, 'of') ?? '' }),
};

export const remind = (task: TaskKey) => ({ type: 'remindUserTask' as const, params: { task } });

type EscalatedTo = string | ((context: LifecycleContext) => string);

/** The further group sees the task and may act on it, so it is only given to those who may do so in their own right. */
export const escalate = (task: TaskKey, to: EscalatedTo) => ({
  type: 'escalateUserTask' as const,
  params:
    typeof to === 'string'
      ? { task, group: to }
      : Object.assign(({ context }: On): EscalateUserTask => ({ task, group: to(context) }), { task }),
});
