import { type DeadlineArithmetic, sayDeadline } from '@landfall/calendar';
import type { Accounts, Person } from '@landfall/identity';
import type { Database } from '@landfall/persistence';
import { type FieldSchema, field, taskFormSchema, type UserTaskDefinition } from '@landfall/process-definition';
import type { CarbonCopies, Inbox, ProcessEngine, UserTask } from '@landfall/process-engine';
import { projectFormValues } from '@landfall/projects';
import type { Attachment, Comment } from '../papers/paper-answers';
import type { InboxItem, UserTaskDetail } from './inbox-answers';
import { sayCopy, type TaskItems } from './task-items';
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
    private readonly copies: CarbonCopies,
  ) {}

  task(id: string): Promise<UserTask> {
    return this.inbox.task(id);
  }

  /** @throws Rejection `USER_TASK.NOT_FOUND` (404), `USER_TASK.NOT_VISIBLE` (403) */
  async detail(person: Person, id: string): Promise<UserTaskDetail> {
    const { task, principal } = await this.visibility.visible(person, id);
    const definition = this.engine.definitions.get(task.definition.key, task.definition.version);
    const asked = isSigner(task) ? SIGNATURE : definition.userTasks[task.taskKey];
    const open = task.state === 'created' || task.state === 'claimed';
    const options = await this.engine.optionsOnTask(id, person.actor);
    const may = (kind: (typeof options.may)[number]) => options.may.includes(kind);
    const [[item], facts, comments, attachments, members, shares, copies, unread] = await Promise.all([
      this.items.say([task]),
      open ? projectFormValues(this.database, task.instanceId) : {},
      this.papers.commentsOf(id),
      this.papers.attachmentsOf(id),
      may('assign') || may('transfer') ? this.accounts.membersOf(task.candidateGroup) : [],
      this.inbox.sharesOf(task.itemId),
      this.copies.readersOf(id),
      this.copies.of(person.accountId, { limit: 100, unreadOnly: true }),
    ]);
    if (!item) throw new Error('A task was not said');
    const said = await this.items.say(shares);
    const copy = unread.copies.find(({ task: copied }) => copied.id === id);
    return {
      ...item,
      copy: copy ? sayCopy(copy) : null,
      definition: task.definition,
      owner: asked?.owner ?? null,
      guidance: asked?.guidance ?? null,
      source: asked?.source ?? null,
      form: { ...(asked ? taskFormSchema(asked) : {}) },
      prefill: asked ? prefillOf(asked, facts) : {},
      submitted: task.form,
      outcomes: outcomesOf(asked, open ? options.outcomes : undefined),
      deadline: deadlineOf(task),
      can: {
        complete: may('complete'),
        claim: may('claim'),
        unclaim: may('unclaim'),
        assign: may('assign'),
        transfer: may('transfer'),
        delegate: may('delegate'),
        resolve: may('resolve'),
        addSigners: may('addSigners'),
        removeSigner: may('removeSigner'),
        return: may('return'),
        withdraw: may('withdraw'),
        skip: may('skip'),
        redo: may('redo'),
        urge: may('urge'),
        copy: may('copy'),
      },
      returns: options.returns.map((step) => ({
        ...step,
        title: definition.userTasks[step.task]?.title ?? { zh: step.task, en: step.task },
      })),
      returnsToInitiator: options.returnsToInitiator,
      shares: shares.map((share, index) => ({
        userTaskId: share.id,
        part: share.part,
        state: share.state,
        groupName: said[index]?.groupName ?? { zh: share.candidateGroup, en: share.candidateGroup },
        assignee: share.assignee,
        weight: share.weight,
        outcome: share.outcome,
        outcomeLabel: said[index]?.outcomeLabel ?? null,
        form: share.form,
        signsFor: share.signsFor,
        isAdded: share.addedBy !== null,
        dueAt: share.dueAt.toISOString(),
        endedAt: share.endedAt?.toISOString() ?? null,
      })),
      workRule: definition.userTasks[task.taskKey]?.work?.kind ?? null,
      copies: copies.map(({ name, sentBy, sentAt, readAt }) => ({
        name,
        sentBy,
        sentAt: sentAt.toISOString(),
        readAt: readAt?.toISOString() ?? null,
      })),
      actingFor: open && principal ? { accountId: principal.accountId, name: principal.name } : null,
      assignees: members.map(({ accountId, name, title }) => ({ accountId, name, title })),
      comments,
      attachments,
    };
  }

  /** The open tasks of an instance that a person may go on with. */
  async nextFor(person: Person, instanceId: string): Promise<InboxItem[]> {
    const tasks = await this.inbox.openTasksOf([instanceId]);
    const selves = [person, ...(person.actor.principals ?? [])];
    return this.items.say(
      tasks.filter((task) =>
        selves.some(
          ({ accountId, groups }) =>
            task.assignee?.accountId === accountId ||
            (task.state === 'created' && groups.includes(task.candidateGroup)),
        ),
      ),
    );
  }
}

const isSigner = ({ part }: UserTask): boolean => part === 'signerBefore' || part === 'signerAfter';

/** What a signature asks for, whatever task it is asked for. */
const SIGNATURE: UserTaskDefinition = {
  title: { zh: '签署意见', en: 'Sign' },
  owner: { zh: '加签人', en: 'Whoever was asked to sign' },
  source: '加签',
  deadline: { amount: 1, unit: 'workingDay', source: '加签' },
  fields: { opinion: field.textarea({ zh: '意见', en: 'Opinion' }, { max: 2000 }) },
  outcomes: {
    agree: { label: { zh: '同意', en: 'Agree' }, tone: 'positive', fields: ['opinion'], required: [] },
    object: { label: { zh: '有异议', en: 'Object' }, tone: 'negative', fields: ['opinion'], required: ['opinion'] },
  },
};

/** The arithmetic of a deadline in words; deadlines of before there was a calendar have none. */
const deadlineOf = ({ dueAt, deadline, suspendedAt }: UserTask): UserTaskDetail['deadline'] => {
  const hasArithmetic = typeof deadline.calendar === 'object' && deadline.calendar !== null;
  return {
    dueAt: dueAt.toISOString(),
    basis: { ...deadline },
    said: hasArithmetic ? sayDeadline(deadline as unknown as DeadlineArithmetic) : null,
    isPaused: suspendedAt !== null,
  };
};

const outcomesOf = (
  asked: UserTaskDefinition | undefined,
  offered: readonly string[] | undefined,
): UserTaskDetail['outcomes'] =>
  Object.entries(asked?.outcomes ?? {})
    .filter(([key]) => offered === undefined || offered.length === 0 || offered.includes(key))
    .map(([key, { label, tone, fields, required }]) => ({
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
