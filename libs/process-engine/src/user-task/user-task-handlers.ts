import type {
  CancelUserTask,
  Command,
  EscalateUserTask,
  OpenUserTask,
  RemindUserTask,
  TaskSlot,
  UserTaskDefinition,
} from '@landfall/process-definition';
import { v7 as uuid } from 'uuid';
import { isOpen, type LiveTask, type TaskPart } from '../commit/loaded-instance';
import { type Due, dueAfter, resumed, stopped } from '../deadline';
import type { Turn } from '../turn';
import { conflictOf } from './acting';
import { stepOf } from './instance-work';
import { taskDefinition } from './task-definition';
import { isEnded, ruleOf, waits } from './work-item';

const paramsOf = <Params>(command: Command): Params => command.params as unknown as Params;

/** Opens one task per slot, with its deadline; see `openSlots`. */
export const openUserTask = (turn: Turn, command: Command): void => {
  const { task, slots } = paramsOf<OpenUserTask>(command);
  openSlots(turn, task, slots);
};

/**
 * Opens the slots of a task. One that is live already stays as it is; one that was put aside goes on where it was, with
 * its handler and the rest of its time.
 */
export const openSlots = (turn: Turn, task: string, slots: readonly TaskSlot[]): void => {
  const definition = taskDefinition(turn.definition, task);
  const live = [...turn.tasks.values()].filter(({ task_key }) => task_key === task);
  const known = slots.map(({ slot }) => live.find((share) => share.slot === slot));
  const asleep = new Set(live.flatMap(({ state, item_id }) => (state === 'suspended' ? [item_id] : [])));
  const awakened = new Set(known.flatMap((share) => (share && asleep.has(share.item_id) ? [share.item_id] : [])));
  for (const share of live) if (awakened.has(share.item_id)) wake(turn, share);
  const shared = definition.work ? (live[0]?.item_id ?? uuid()) : undefined;
  const fresh = slots.flatMap((slot, seq) => (known[seq] ? [] : [newTask(turn, task, definition, slot, seq, shared)]));
  for (const share of fresh) {
    const shares = [...turn.sharesOf(share.item_id), ...fresh.filter(({ item_id }) => item_id === share.item_id)];
    const waiting = waits(ruleOf(definition, shares), shares, share);
    turn.addTask(waiting ? { ...share, state: 'waiting' } : offered(turn, share));
  }
  for (const item of awakened) activate(turn, item);
};

const newTask = (
  turn: Turn,
  task: string,
  definition: UserTaskDefinition,
  { slot, group, weight, lead }: TaskSlot,
  seq: number,
  item: string | undefined,
): LiveTask => {
  const id = uuid();
  const { due_at, deadline } = limit(turn, definition, group);
  const part = partOf(definition, lead ?? false);
  return blankTask({
    id,
    item_id: item ?? id,
    task_key: task,
    slot,
    seq,
    weight: weight ?? 1,
    part,
    candidate_group: group,
    due_at,
    deadline,
  });
};

const partOf = ({ work }: UserTaskDefinition, lead: boolean): TaskPart => {
  if (!work) return 'sole';
  if (work.kind !== 'leadAssist') return 'share';
  return lead ? 'lead' : 'assist';
};

type NewTask = Pick<
  LiveTask,
  'id' | 'item_id' | 'task_key' | 'slot' | 'seq' | 'weight' | 'part' | 'candidate_group' | 'due_at' | 'deadline'
> &
  Partial<LiveTask>;

/** A task that nobody has done anything with yet. All columns are named, so that tasks stay objects of one shape. */
export const blankTask = (given: NewTask): LiveTask => ({
  id: given.id,
  item_id: given.item_id,
  task_key: given.task_key,
  slot: given.slot,
  seq: given.seq,
  weight: given.weight,
  part: given.part,
  signs_for: given.signs_for ?? null,
  added_by: given.added_by ?? null,
  state: given.state ?? 'created',
  live: true,
  candidate_group: given.candidate_group,
  escalated_to: null,
  assignee: given.assignee ?? null,
  assignee_name: given.assignee_name ?? null,
  owner: null,
  owner_name: null,
  claimed_at: given.claimed_at ?? null,
  reminded_at: null,
  reminders: 0,
  urged_on: null,
  urges: 0,
  due_at: given.due_at,
  deadline: given.deadline,
  suspended_at: null,
  ended_at: null,
  outcome: null,
  form: null,
  completed_by: null,
  completed_by_name: null,
  completed_for: null,
  completed_for_name: null,
});

/** Lets every share of an item wait or be worked on, as the others of the item now stand. */
export const activate = (turn: Turn, itemId: string): void => {
  const shares = turn.sharesOf(itemId);
  const [first] = shares;
  if (!first) return;
  const rule = ruleOf(taskDefinition(turn.definition, first.task_key), shares);
  for (const share of shares) {
    if (isEnded(share) || share.state === 'suspended') continue;
    const waiting = waits(rule, shares, share);
    if (waiting && share.state !== 'waiting') turn.putTask({ ...share, state: 'waiting' });
    if (!waiting && share.state === 'waiting') turn.putTask(begun(turn, share));
  }
};

/** A share whose turn has come: it goes back to its handler, or starts with all of its time. */
const begun = (turn: Turn, share: LiveTask): LiveTask => {
  if (share.assignee !== null) {
    turn.tell({ kind: 'assigned', task: share, to: { accounts: [share.assignee], groups: [] } });
    return { ...share, state: 'claimed' };
  }
  const definition = taskDefinition(turn.definition, share.task_key);
  return offered(turn, { ...share, ...limit(turn, definition, share.candidate_group) });
};

/** When a task that starts now is due, by the calendar of the unit that has it. */
export const limit = (turn: Turn, { deadline }: UserTaskDefinition, group: string): Due =>
  dueAfter(deadline, turn.at, turn.rules.calendar(), turn.rules.unitOf(group));

/** Finds who is to do a task: whoever did it before, its group, or who stands in for a group that nobody holds. */
const offered = (turn: Turn, task: LiveTask): LiveTask => {
  const own = withHeldClock(turn, task);
  const { groups } = turn.rules;
  const definition = taskDefinition(turn.definition, task.task_key);
  const step = stepOf(turn.work, task.task_key, task.slot);
  const remembered = turn.remembersHandlers || definition.retainsFamiliar === true;
  const free = step && groups.holds(step.account, task.candidate_group) && !conflictOf(turn, task, [step.account]);
  const handler =
    remembered && free ? { accountId: step.account, name: step.name } : allocatedTo(turn, definition, own);
  if (handler) {
    turn.tell({ kind: 'assigned', task: own, to: { accounts: [handler.accountId], groups: [] } });
    return {
      ...own,
      state: 'claimed',
      assignee: handler.accountId,
      assignee_name: handler.name,
      claimed_at: turn.at.toISOString(),
    };
  }
  const staffed = groups.isStaffed(task.candidate_group);
  const substitute = staffed ? null : substituteGroup(turn, task.candidate_group);
  turn.tell({ kind: 'offered', task: own, to: { accounts: [], groups: [substitute ?? task.candidate_group] } });
  return { ...own, state: 'created', escalated_to: substitute ?? own.escalated_to };
};

/** Whom the definition's rule gives the task to, among those who hold its group and whose duties are not kept apart. */
const allocatedTo = (turn: Turn, { allocation }: UserTaskDefinition, task: LiveTask) => {
  if (allocation === undefined || allocation === 'offer') return undefined;
  const { allocator, groups } = turn.rules;
  return allocator?.choose({
    rule: allocation,
    definition: turn.definition.key,
    task: task.task_key,
    group: task.candidate_group,
    draw: task.id,
    mayHave: (account) =>
      groups.holds(account, task.candidate_group) && conflictOf(turn, task, [account]) === undefined,
  });
};

/** Who takes the work of a group that nobody holds: those who supervise it, else the fallback of the installation. */
const substituteGroup = (turn: Turn, group: string): string | null => {
  const { supervisorsOf, groups, fallbackGroup } = turn.rules;
  const supervisors = supervisorsOf(group).filter((other) => other !== group && groups.isStaffed(other));
  return supervisors[0] ?? fallbackGroup ?? null;
};

const withHeldClock = (turn: Turn, task: LiveTask): LiveTask => {
  const held = turn.work.held.find((clock) => clock.task === task.task_key && clock.slot === task.slot);
  if (!held) return task;
  turn.work = { ...turn.work, held: turn.work.held.filter((clock) => clock !== held) };
  return { ...task, ...resumed({ due_at: held.dueAt, deadline: held.deadline }, turn.at, turn.rules.calendar()) };
};

/** Ends what is still open of a task key, or puts it aside while the process means to come back. */
export const cancelUserTask = (turn: Turn, command: Command): void => {
  const { task, slot } = paramsOf<CancelUserTask>(command);
  for (const live of [...turn.tasks.values()]) {
    if (live.task_key !== task || (slot !== undefined && live.slot !== slot)) continue;
    if (turn.keepsWork) suspend(turn, live);
    else turn.endTask(live);
  }
};

export const suspend = (turn: Turn, task: LiveTask): void => {
  if (isEnded(task) || task.state === 'suspended') return;
  turn.aside.tasks.push(task.id);
  turn.putTask({
    ...task,
    ...stopped(task, turn.at),
    state: 'suspended',
    suspended_at: turn.at.toISOString(),
  });
};

const wake = (turn: Turn, task: LiveTask): void => {
  if (task.state !== 'suspended' || task.suspended_at === null) return;
  turn.putTask({
    ...task,
    ...resumed(task, turn.at, turn.rules.calendar()),
    state: task.assignee === null ? 'created' : 'claimed',
    suspended_at: null,
  });
};

export const remindUserTask = (turn: Turn, command: Command): void => {
  const { task } = paramsOf<RemindUserTask>(command);
  for (const open of openTasks(turn, task)) {
    turn.putTask({ ...open, reminded_at: turn.at.toISOString(), reminders: open.reminders + 1 });
    turn.tell({ kind: 'reminded', task: open, to: whoWorksOn(open) });
  }
};

export const escalateUserTask = (turn: Turn, command: Command): void => {
  const { task, group } = paramsOf<EscalateUserTask>(command);
  for (const open of openTasks(turn, task)) {
    turn.putTask({ ...open, escalated_to: group });
    turn.tell({ kind: 'escalated', task: open, to: { accounts: [], groups: [group] } });
  }
};

/** Whom a notice about a task reaches: its handler, or everybody of its group while nobody handles it. */
export const whoWorksOn = (task: LiveTask): { accounts: string[]; groups: string[] } =>
  task.assignee === null
    ? { accounts: [], groups: [task.escalated_to ?? task.candidate_group] }
    : { accounts: [task.assignee], groups: [] };

const openTasks = (turn: Turn, task: string): LiveTask[] =>
  [...turn.tasks.values()].filter((open) => open.task_key === task && isOpen(open));
