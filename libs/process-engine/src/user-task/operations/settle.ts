import { outcomeEvent, parallelsLeft, statePaths, statesOfTask } from '@landfall/process-definition';
import type { LiveTask } from '../../commit/loaded-instance';
import type { Decided } from '../../commit/operation';
import { stopped } from '../../deadline';
import type { Entry, Turn } from '../../turn';
import { type Acting, inHistory } from '../acting';
import { changesBetween, stepOf, type Undo, withStep } from '../instance-work';
import { taskDefinition } from '../task-definition';
import { activate } from '../user-task-handlers';
import { type ItemResult, isEnded, isMember, resultOf, sharesSaid } from '../work-item';
import type { TaskOperationOf } from './task-operation';

/** A task as it is once somebody has answered it. */
export const completed = (
  turn: Turn,
  task: LiveTask,
  { account, name, principal }: Acting,
  { outcome, form }: Pick<TaskOperationOf<'complete'>, 'outcome' | 'form'>,
): LiveTask => ({
  ...task,
  state: 'completed',
  assignee: account,
  assignee_name: name,
  claimed_at: task.claimed_at ?? turn.at.toISOString(),
  outcome,
  form,
  completed_by: turn.actor.accountId,
  completed_by_name: turn.actor.name,
  completed_for: principal?.accountId ?? null,
  completed_for_name: principal?.name ?? null,
  ended_at: turn.at.toISOString(),
});

/** Lets an item go on after one of its shares has changed: to the next share, or to the process when it is decided. */
export const settle = (turn: Turn, task: LiveTask, entry: Entry, acting: Acting): Decided => {
  activate(turn, task.item_id);
  const shares = turn.sharesOf(task.item_id);
  const result = resultOf(taskDefinition(turn.definition, task.task_key), shares);
  if (!result) return turn.finish(entry, inHistory(turn.actor, acting));
  return decide(turn, result, shares, task, entry, acting);
};

/** Tells the machine what an item came to with its `last` answer, and remembers what is needed to go back to it. */
const decide = (
  turn: Turn,
  result: ItemResult,
  shares: readonly LiveTask[],
  last: LiveTask,
  entry: Entry,
  acting: Acting,
): Decided => {
  const { task_key, item_id, slot } = result.share;
  const said = sharesSaid(shares);
  const event = {
    type: outcomeEvent(task_key, result.outcome),
    slot,
    form: result.share.state === 'skipped' ? {} : (result.share.form ?? {}),
    at: turn.at.toISOString(),
    actor: turn.actor,
    ...(shares.length > 1 ? { shares: said } : {}),
  };
  turn.endItem(item_id);
  const { snapshot, context } = turn;
  const opened = turn.opened.length;
  const left = parallelsLeft(turn.definition, snapshot, event);
  // What opens now must know who did this, because duties are kept apart from the step just done too; which states it
  // has left is known afterwards.
  rememberStep(turn, result, shares, snapshot, acting);
  turn.send(event);
  rememberStep(turn, result, shares, snapshot, acting);
  turn.work = { ...turn.work, inside: { ...turn.work.inside, ...left } };
  if (turn.pauses) holdClocks(turn, shares);
  comeBack(turn, result);
  rememberUndo(turn, last, shares, { states: statePaths(snapshot.value), context, opened });
  return turn.finish(
    {
      kind: 'event',
      event: event.type,
      payload: {
        ...entry.payload,
        outcome: result.outcome,
        ...(said.length > 1 ? { shares: said } : {}),
        // What decided it, where that was not an answer: a share that was skipped, a signature that is not asked any more.
        ...(entry.kind === 'shareCompleted' ? {} : { by: entry.kind }),
      },
    },
    inHistory(turn.actor, acting),
  );
};

const rememberStep = (
  turn: Turn,
  { share }: ItemResult,
  shares: readonly LiveTask[],
  before: Turn['snapshot'],
  acting: Acting,
): void => {
  const own = statesOfTask(turn.definition, share.task_key);
  const states = statePaths(before.value);
  const after = new Set(turn.states);
  const around = states.filter((leaf) => own.some((state) => leaf === state || leaf.startsWith(`${state}.`)));
  const left = around.filter((leaf) => !after.has(leaf));
  const leaves = left.length > 0 ? left : around;
  let { steps } = turn.work;
  for (const one of shares) {
    if (!isMember(one) || one.state !== 'completed') continue;
    steps = withStep(steps, {
      task: one.task_key,
      slot: one.slot,
      group: one.candidate_group,
      leaves,
      account: one.assignee ?? acting.account,
      name: one.assignee_name ?? acting.name,
      by: one.completed_by ?? turn.actor.accountId,
      ...(one.added_by === null ? {} : { beside: true as const }),
      rev: turn.rev,
    });
  }
  turn.work = { ...turn.work, steps };
};

/** The clocks of work that waits for somebody else's material stand until it is taken up again. */
export const holdClocks = (turn: Turn, shares: readonly LiveTask[]): void => {
  const since = turn.at.toISOString();
  const held = shares.filter(isMember).map((share) => {
    const { due_at, deadline } = stopped(share, turn.at);
    return { task: share.task_key, slot: share.slot, dueAt: due_at, deadline, since };
  });
  const others = turn.work.held.filter(
    (clock) => !held.some(({ task, slot }) => task === clock.task && slot === clock.slot),
  );
  turn.work = { ...turn.work, held: [...others, ...held] };
};

/** Goes straight back to whoever returned the task that is done again now, unless its outcome says otherwise. */
const comeBack = (turn: Turn, { share, outcome }: ItemResult): void => {
  const awaited = turn.work.resume.find(({ task, slot }) => task === share.task_key && slot === share.slot);
  if (!awaited) return;
  turn.work = { ...turn.work, resume: turn.work.resume.filter((entry) => entry !== awaited) };
  const { tone } = taskDefinition(turn.definition, share.task_key).outcomes[outcome] ?? {};
  const active = new Set(turn.states);
  const there = awaited.leaves.every((leaf) => active.has(leaf));
  if (tone !== 'positive' || turn.snapshot.status !== 'active' || there) return;
  turn.remembersHandlers = true;
  turn.relocate(awaited.leaves, outcomeEvent(share.task_key, outcome));
};

const OWN_COMMANDS: readonly string[] = [
  ...['openUserTask', 'cancelUserTask', 'remindUserTask', 'escalateUserTask'],
  ...['startTimer', 'cancelTimer', 'notify'],
];

const rememberUndo = (
  turn: Turn,
  last: LiveTask,
  shares: readonly LiveTask[],
  before: {
    readonly states: readonly string[];
    readonly context: Readonly<Record<string, unknown>>;
    readonly opened: number;
  },
): void => {
  const { isFinal } = taskDefinition(turn.definition, last.task_key);
  const repeatable = [...OWN_COMMANDS, ...turn.rules.repeatableCommands];
  if (isFinal || !turn.commands.every(({ type }) => repeatable.includes(type))) return;
  if (last.state !== 'completed') return;
  const after = turn.states;
  const entered = after.filter((leaf) => !before.states.includes(leaf));
  const undo: Undo = {
    taskId: last.id,
    accounts: [...new Set([last.assignee, last.completed_by].filter((account) => account !== null))],
    left: before.states.filter((leaf) => !after.includes(leaf)),
    // Where nothing was left, the task's own states have to stay for it to be taken back.
    entered: entered.length > 0 ? entered : (stepOf(turn.work, last.task_key, last.slot)?.leaves ?? []),
    opened: Object.fromEntries(
      turn.opened.slice(before.opened).map((id) => [id, turn.tasks.get(id)?.assignee ?? null]),
    ),
    cut: shares.filter((one) => !isEnded(one)).map(({ id }) => id),
    patch: changesBetween(before.context, turn.context),
    timers: Object.fromEntries(turn.stopped),
    at: turn.at.toISOString(),
    rev: turn.rev,
  };
  turn.work = { ...turn.work, undo: [...turn.work.undo, undo] };
};
