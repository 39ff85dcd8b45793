import type { ProcessDefinition, UserTaskDefinition } from '@landfall/process-definition';

/** What a process says of one of its tasks. */
export const taskDefinition = (definition: ProcessDefinition, task: string): UserTaskDefinition => {
  const found = definition.userTasks[task];
  if (!found) throw new Error(`Process '${definition.key}' opens user task '${task}', which it does not define`);
  return found;
};
