import { closingTasks } from './closing.tasks';
import { handlingTasks } from './handling.tasks';

/** Every user task of an issue; the keys are persisted and for ever. */
export const userTasks = { ...handlingTasks, ...closingTasks };

type Tasks = typeof userTasks;
export type TaskKey = keyof Tasks & string;
