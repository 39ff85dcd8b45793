import type { FieldSchema, FormCheck, FormSchema } from './form';
import type { LocalizedText } from './localized-text';

/**
 * How long a task may take. `workingDay` and `day` end at 17:30 local time of their last day, the day of receipt not
 * counted (domain-model 3.6); `source` names the article or rule that sets the limit.
 */
export interface DeadlineRule {
  readonly amount: number;
  readonly unit: 'workingDay' | 'workingHour' | 'day' | 'hour';
  readonly source: string;
}

/** A share of the whole, exactly: two thirds is `[2, 3]`. */
export type Fraction = readonly [numerator: number, denominator: number];

/**
 * How the shares of a task that several people do become one outcome. Without a rule every share is an outcome of its
 * own, told to the machine as it comes.
 *
 * `order` ranks outcomes: when the shares differ, the first of the list that anybody chose is the result.
 */
export type WorkRule =
  /** 会签: everybody signs; an outcome of `stopOn` decides at once and cancels what is still open. */
  | { readonly kind: 'all'; readonly order: readonly string[]; readonly stopOn: readonly string[] }
  /** 或签: whoever answers first decides. */
  | { readonly kind: 'any' }
  /** 依次: one after the other in the order of the slots. */
  | { readonly kind: 'sequential'; readonly order: readonly string[]; readonly stopOn: readonly string[] }
  /**
   * 票签: `yes` is the result once its weight reaches `pass` of all weight, `no` once that is out of reach; neither before
   * `quorum` of all weight has voted. Any other outcome abstains.
   */
  | {
      readonly kind: 'vote';
      readonly yes: string;
      readonly no: string;
      readonly pass: Fraction;
      readonly quorum: Fraction;
    }
  /** 主办、协办: the assisting shares answer with `assist` outcomes, only the lead closes, after them if `waits`. */
  | { readonly kind: 'leadAssist'; readonly assist: readonly string[]; readonly waits: boolean };

/**
 * How a task finds its handler: `offer` lets all of its group see it and one claim it; the others give it to one member at
 * once, to whoever's turn it is, has least to do, is drawn, or has done this task most often.
 */
export type AllocationRule = 'offer' | 'roundRobin' | 'shortestQueue' | 'random' | 'mostExperienced';

export interface OutcomeDefinition {
  readonly label: LocalizedText;
  readonly tone: 'positive' | 'negative' | 'neutral';
  /** Fields asked for this outcome, in order. Fields not listed are refused with it. */
  readonly fields: readonly string[];
  /** The listed fields that must be filled. */
  readonly required: readonly string[];
}

/** One kind of human work: who does it is said by the machine, what is asked and what can be decided is said here. */
export interface UserTaskDefinition {
  readonly title: LocalizedText;
  /** Who owns the task, in words: the boot check refuses a task without an owner. */
  readonly owner: LocalizedText;
  readonly guidance?: LocalizedText;
  /** The article of the notice or the rule of the domain model that this task carries out. */
  readonly source: string;
  readonly deadline: DeadlineRule;
  readonly fields: Readonly<Record<string, FieldSchema>>;
  readonly outcomes: Readonly<Record<string, OutcomeDefinition>>;
  readonly check?: FormCheck;
  readonly work?: WorkRule;
  /** How the task finds its handler (`offer` when left out, and where the installation allocates nothing). */
  readonly allocation?: AllocationRule;
  /** Task keys whose handlers may not do this task in the same instance (separation of duties). */
  readonly separateFrom?: readonly string[];
  /** Whoever did the task before gets it again whenever it is opened again, not only after a return. */
  readonly retainsFamiliar?: boolean;
  /** When all shares that are left belong to somebody who has signed already, the signature counts for them too. */
  readonly countsSignatureOnce?: boolean;
  /** The outcome that a supervisor's skipping stands for; without it the task cannot be skipped. */
  readonly skipAs?: string;
  /** How far back its handler may return it (any earlier step when left out). */
  readonly returnsTo?: 'none' | 'previous';
  /** Steps after which the process always goes on in order, because later steps rest on what is changed here. */
  readonly goesOnInOrder?: boolean;
  /** Its outcome stands once it is given: what follows cannot be taken back. */
  readonly isFinal?: boolean;
}

/** An event that people may send to a running process as a whole (suspend, resume, …), outside any task. */
export interface InstanceEventDefinition {
  readonly label: LocalizedText;
  readonly fields: Readonly<Record<string, FieldSchema>>;
  readonly required: readonly string[];
  /** The candidate groups that may send it, from the machine's context. */
  readonly allowedGroups: (context: Readonly<Record<string, unknown>>) => readonly string[];
  readonly source: string;
  readonly check?: FormCheck;
}

/** The JSON Schema of one outcome's form. */
export const outcomeSchema = (task: UserTaskDefinition, outcome: string): FormSchema => {
  const definition = task.outcomes[outcome];
  const names = definition?.fields ?? [];
  return {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(
      names.flatMap((name) => {
        const schema = task.fields[name];
        return schema ? [[name, schema]] : [];
      }),
    ),
    required: definition?.required ?? [],
  };
};

/** The JSON Schema of all fields of a task, for showing the form before an outcome is chosen. */
export const taskFormSchema = (task: Pick<UserTaskDefinition, 'fields'>): FormSchema => ({
  type: 'object',
  additionalProperties: false,
  properties: task.fields,
  required: [],
});

/** The event that completing a task with an outcome sends to its machine: `<task>.<outcome>`. */
export const outcomeEvent = (task: string, outcome: string): string => `${task}.${outcome}`;
