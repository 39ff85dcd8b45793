import type { Actor, FormValues, ProcessDefinition } from '@landfall/process-definition';
import type { EngineRules } from '../../src/engine-rules';
import type { TaskOperation } from '../../src/user-task/operations/task-operation';
import { TaskWorld } from '../task-world';

/** Somebody of a group; without a name he is called as the group is. */
export const of = (group: string, name = group): Actor => ({ accountId: name, name, unit: name, groups: [group] });

export const candidate = ({ accountId, name, groups }: Actor) => ({ accountId, name, groups });

/** One pattern process under the pure operations, told in few words. */
export class PatternWorld extends TaskWorld {
  constructor(
    definition: ProcessDefinition,
    input: Readonly<Record<string, unknown>> = {},
    rules: Partial<EngineRules> = {},
  ) {
    super(definition, of('starter'), rules, input);
  }

  /** What is open: `task`, or `task/slot` of a task with slots. */
  get asked(): string[] {
    return this.open.map(({ task_key, slot }) => (slot === '' ? task_key : `${task_key}/${slot}`)).sort();
  }

  /** Completes a task by somebody of its group. */
  finish(name: string, outcome = 'done', form: FormValues = {}): void {
    const [key = '', slot = ''] = name.split('/');
    const task = this.task(key, slot);
    const actor = task.assignee === null ? of(task.candidate_group) : of(task.candidate_group, task.assignee);
    this.perform(task.id, { kind: 'complete', outcome, form }, actor);
  }

  /** The state of the newest task of a name. */
  stateOf(name: string): string | undefined {
    const [key = '', slot = ''] = name.split('/');
    const found = [...this.tasks.values()].filter((row) => row.task_key === key && row.slot === slot);
    return found.at(-1)?.state as string | undefined;
  }

  /** How many tasks of a key were ever opened. */
  opened(key: string): number {
    return [...this.tasks.values()].filter(({ task_key }) => task_key === key).length;
  }

  /** What a task operation is refused with; undefined when it was done. */
  try(name: string, operation: TaskOperation, actor: Actor): string | undefined {
    const [key = '', slot = ''] = name.split('/');
    return this.attempt(() => this.perform(this.task(key, slot).id, operation, actor));
  }
}
