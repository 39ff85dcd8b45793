import type { Accounts, Person } from '@landfall/identity';
import type { Database } from '@landfall/persistence';
import { type FieldSchema, taskFormSchema, type UserTaskDefinition } from '@landfall/process-definition';
import type { Inbox, ProcessEngine, UserTask } from '@landfall/process-engine';
import { projectFormValues } from '@landfall/projects';
import type { Attachment, Comment } from '../papers/paper-answers';
import type { InboxItem, UserTaskDetail } from './inbox-answers';
import type { TaskItems } from './task-items';
import type { TaskVisibility } from './task-visibility';

/** What is kept with a task besides its form. */
export interface TaskPapers {
  commentsOf(taskId: string): Promise<Comment[]>;
  attachmentsOf(taskId: string): Promise<Attachment[]>;
}

/** Composes the page of a user task: what is asked, what is known already, and what the person may do. */
export class UserTaskPages {
  constructor(
    private readonly database: Database,
    private readonly inbox: Inbox,
    private readonly engine: ProcessEngine,
    private readonly items: TaskItems,
    private readonly accounts: Accounts,
    private readonly visibility: TaskVisibility,
    private readonly papers: TaskPapers,
  ) {}

  task(id: string): Promise<UserTask> {
    return this.inbox.task(id);
  }

  /** @throws Rejection `USER_TASK.NOT_FOUND` (404), `USER_TASK.NOT_VISIBLE` (403) */
  async detail(person: Person, id: string): Promise<UserTaskDetail> {
    const { task, isCandidate, isAssignee, principal, supervises } = await this.visibility.visible(person, id);
    const definition = this.engine.definitions.get(task.definition.key, task.definition.version);
    const asked = definition.userTasks[task.taskKey];
    const open = task.state === 'created' || task.state === 'claimed';
    const canAssign = open && supervises;
    const mayDo = isCandidate || principal !== undefined;
    const [[item], facts, comments, attachments, members] = await Promise.all([
      this.items.say([task]),
      open ? projectFormValues(this.database, task.instanceId) : {},
      this.papers.commentsOf(id),
      this.papers.attachmentsOf(id),
      canAssign ? this.accounts.membersOf(task.candidateGroup) : [],
    ]);
    if (!item) throw new Error('A task was not said');
    return {
      ...item,
      definition: task.definition,
      slot: task.slot,
      owner: asked?.owner ?? null,
      guidance: asked?.guidance ?? null,
      source: asked?.source ?? null,
      form: { ...(asked ? taskFormSchema(asked) : {}) },
      prefill: asked ? prefillOf(asked, facts) : {},
      submitted: task.form,
      outcomes: outcomesOf(asked),
      deadline: { dueAt: task.dueAt.toISOString(), basis: task.deadline },
      can: {
        claim: task.state === 'created' && mayDo,
        unclaim: task.state === 'claimed' && (isAssignee || supervises),
        assign: canAssign,
        complete:
          (task.state === 'claimed' && (isAssignee || principal !== undefined)) || (task.state === 'created' && mayDo),
      },
      actingFor: open && principal ? { accountId: principal.accountId, name: principal.name } : null,
      assignees: members.map(({ accountId, name, title }) => ({ accountId, name, title })),
      comments,
      attachments,
    };
  }

  /** The open tasks of an instance that a person may go on with. */
  async nextFor(person: Person, instanceId: string): Promise<InboxItem[]> {
    const tasks = await this.inbox.openTasksOf([instanceId]);
    return this.items.say(
      tasks.filter(
        (task) =>
          task.assignee?.accountId === person.accountId ||
          (task.state === 'created' && person.groups.includes(task.candidateGroup)),
      ),
    );
  }
}

const outcomesOf = (asked: UserTaskDefinition | undefined): UserTaskDetail['outcomes'] =>
  Object.entries(asked?.outcomes ?? {}).map(([key, { label, tone, fields, required }]) => ({
    key,
    label,
    tone,
    fields: [...fields],
    required: [...required],
  }));

/** What the project knows already under a field's name is filled in: enter once, reuse everywhere. */
const prefillOf = (asked: UserTaskDefinition, facts: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(asked.fields).flatMap(([name, field]) => {
      const value = fitting(facts[name], field);
      return value === undefined ? [] : [[name, value]];
    }),
  );

/** A known value as the field takes it (a list states figures as text), or nothing where it does not fit. */
const fitting = (value: unknown, { type, enum: options }: FieldSchema): unknown => {
  if (value === undefined || value === null) return undefined;
  if (type === 'array') return Array.isArray(value) ? value : undefined;
  if (type === 'boolean') return typeof value === 'boolean' ? value : undefined;
  if (type === 'string') {
    if (typeof value !== 'string' && typeof value !== 'number') return undefined;
    return options && !options.includes(String(value)) ? undefined : String(value);
  }
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number)) return undefined;
  return type === 'integer' && !Number.isInteger(number) ? undefined : number;
};
