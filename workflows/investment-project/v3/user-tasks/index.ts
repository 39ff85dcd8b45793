import { controlTasks } from './control.tasks';
import { evaluationTasks } from './evaluation.tasks';
import { landingTasks, registrationTasks } from './landing.tasks';
import { leadTasks } from './lead.tasks';
import { resultsTasks } from './results.tasks';
import { reviewTasks } from './review.tasks';
import { signingTasks } from './signing.tasks';

/** Every user task of the lifecycle; the keys are persisted and for ever. */
export const userTasks = {
  ...leadTasks,
  ...evaluationTasks,
  ...reviewTasks,
  ...signingTasks,
  ...registrationTasks,
  ...landingTasks,
  ...resultsTasks,
  ...controlTasks,
};

type Tasks = typeof userTasks;
export type TaskKey = keyof Tasks & string;

/** `<task>.<outcome>` of every task. */
export type OutcomeEventName = { [Key in TaskKey]: `${Key}.${keyof Tasks[Key]['outcomes'] & string}` }[TaskKey];
