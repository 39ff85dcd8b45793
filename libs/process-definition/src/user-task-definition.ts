import type { FieldSchema, FormCheck, FormSchema } from './form';
import type { LocalizedText } from './localized-text';

/**
 * How long a task may take. `workingDay` and `day` end at 17:30 local time of their last day, the day of receipt not
 * counted (domain-model 3.6); `source` names the article or rule that sets the limit.
 */
export interface DeadlineRule {
  readonly amount: number;
  readonly unit: 'workingDay' | 'day' | 'hour';
  readonly source: string;
}

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
