import { type Actor, statePaths, statesOfTask } from '@landfall/process-definition';
import fc from 'fast-check';
import type { LiveTask, LoadedInstance } from '../src/commit/loaded-instance';
import type { TaskOperation } from '../src/user-task/operations/task-operation';
import { isEnded, isMember } from '../src/user-task/work-item';
import { contract, SLOTS } from './contract.definition';

const person = (name: string, ...groups: string[]): Actor => ({ accountId: name, name, unit: name, groups });

const WANG = person('wang', 'A.lawyer', 'T1.engineer');

export const PEOPLE: readonly Actor[] = [
  person('clerk', 'F.clerk', 'F.lead'),
  person('clerk2', 'F.clerk', 'F.lead', 'boss.head'),
  WANG,
  person('li', 'B.lawyer', 'T2.engineer'),
  person('both', 'A.lawyer', 'B.lawyer'),
  person('x', 'X.voter', 'T3.engineer'),
  person('y', 'Y.voter'),
  person('z', 'Z.voter'),
  person('boss', 'boss.head'),
  person('office', 'office.staff'),
  person('chief', 'A.chief', 'B.chief', 'X.chief', 'F.chief', 'T2.chief', 'boss.chief'),
  person('admin', 'admin.security'),
  person('stranger', 'elsewhere.staff'),
  { ...person('stand-in', 'elsewhere.staff'), principals: [WANG] },
];

export const KINDS = [
  ...['complete', 'complete', 'complete', 'complete', 'complete', 'claim', 'unclaim', 'assign', 'transfer', 'delegate'],
  ...['resolve', 'addSigners', 'removeSigner', 'return', 'withdraw', 'skip', 'redo', 'urge', 'copy', 'readCopy'],
  ...['handOver', 'pause', 'resume', 'fire', 'pass', 'cancel'],
] as const;

/** One step of a story: what, by whom, on which task, with which choices. Numbers wrap around what there is. */
export interface Step {
  readonly kind: (typeof KINDS)[number];
  readonly actor: number;
  readonly target: number;
  readonly choice: number;
  readonly other: number;
}

export const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom(...KINDS),
  actor: fc.nat(200),
  target: fc.nat(30),
  choice: fc.nat(11),
  other: fc.nat(PEOPLE.length - 1),
});

const pick = <Item>(items: readonly Item[], index: number): Item | undefined =>
  items[index % Math.max(1, items.length)];

/** Mostly somebody who can, now and then anybody. */
const actorFor = (task: LiveTask | undefined, { actor }: Step): Actor => {
  const able = PEOPLE.filter(
    ({ accountId, groups }) =>
      task !== undefined &&
      (task.state === 'claimed' ? task.assignee === accountId : groups.includes(task.candidate_group)),
  );
  return (actor % 5 === 0 ? pick(PEOPLE, actor) : (pick(able, actor) ?? pick(PEOPLE, actor))) as Actor;
};

const outcomesOf = (task: LiveTask | undefined): string[] => {
  if (!task) return ['none'];
  if (!isMember(task)) return ['agree', 'agree', 'object'];
  const names = Object.keys(contract.userTasks[task.task_key]?.outcomes ?? {});
  // Going on is more frequent than refusing, so that stories get far.
  return [...names, ...names.slice(0, 1), ...names.slice(0, 1)];
};

const candidate = ({ accountId, name, groups }: Actor) => ({ accountId, name, groups });

/** What is done in a step of a story. */
export type Deed =
  | { readonly kind: 'task'; readonly taskId: string; readonly operation: TaskOperation; readonly actor: Actor }
  | { readonly kind: 'event'; readonly type: string; readonly actor: Actor }
  | { readonly kind: 'read'; readonly copyId: string; readonly actor: Actor }
  | { readonly kind: 'fire'; readonly timerId: string; readonly dueAt: string; readonly atItsTime: boolean }
  | { readonly kind: 'pass'; readonly hours: number };

/** What a story is told on: an instance with all its rows. */
export interface Scene {
  readonly instance: LoadedInstance;
  readonly tasks: readonly LiveTask[];
  readonly timers: readonly { readonly timer_key: string; readonly state: string }[];
  readonly copies: readonly { readonly id: string; readonly account: string }[];
}

const liveOf = ({ instance }: Scene): LiveTask[] => [...instance.tasks.values()];

/** What a step comes to on a scene; undefined where there is nothing to do it with. */
export const deedOf = (scene: Scene, told: Step): Deed | undefined => {
  const { kind, target, choice, other } = told;
  const open = liveOf(scene).filter(({ state }) => state === 'created' || state === 'claimed');
  const task = pick(open, target);
  const anyTask = pick(scene.tasks, target * 7 + choice);
  const actor = actorFor(task, told);
  const to = candidate(PEOPLE[other] as Actor);
  const id = task?.id ?? anyTask?.id ?? NOBODYS;
  const done = pick(
    scene.tasks.filter(({ state }) => state === 'completed'),
    target,
  );
  const doer = PEOPLE.find(({ accountId }) => accountId === done?.assignee) ?? actor;
  const named = (name: string): Actor => PEOPLE.find(({ accountId }) => accountId === name) as Actor;
  const on = (taskId: string, operation: TaskOperation, by: Actor = actor): Deed => ({
    kind: 'task',
    taskId,
    operation,
    actor: by,
  });
  switch (kind) {
    case 'complete': {
      const outcome = pick(outcomesOf(task), choice) ?? 'none';
      const form = task && !isMember(task) && outcome === 'object' ? { opinion: '有异议' } : {};
      return on(id, { kind, outcome, form });
    }
    case 'claim':
    case 'unclaim':
      return on(id, { kind });
    case 'assign':
      return on(id, { kind, to }, named('chief'));
    case 'transfer':
      return on(id, { kind, to, reason: '转办' });
    case 'delegate':
      return on(id, { kind, to, note: '请先看' });
    case 'resolve': {
      const delegated = open.find(({ owner }) => owner !== null);
      return on(delegated?.id ?? id, { kind, note: '已看' }, named(delegated?.assignee ?? '') ?? actor);
    }
    case 'addSigners': {
      const position = (['before', 'after', 'parallel'] as const)[choice % 3] ?? 'before';
      return on(id, { kind, position, signers: [to], reason: '加签' });
    }
    case 'removeSigner': {
      const signer = liveOf(scene).find((live) => live.added_by !== null && !isEnded(live));
      return on(signer?.id ?? id, { kind, reason: '减签' }, named(signer?.added_by ?? '') ?? actor);
    }
    case 'return': {
      const past = pick(scene.instance.work.steps, choice);
      const where = (['previous', 'initiator', 'step'] as const)[choice % 3] ?? 'previous';
      const goal = where === 'step' ? { kind: where, task: past?.task ?? 'none' } : { kind: where };
      return on(id, { kind, to: goal, afterwards: choice % 2 === 0 ? 'inOrder' : 'jumpBack', reason: '退回' });
    }
    case 'withdraw':
      return on(done?.id ?? id, { kind, reason: '撤回' }, doer);
    case 'skip':
      return on(id, { kind, reason: '跳过' }, named('office'));
    case 'redo':
      return on(done?.id ?? id, { kind, reason: '重办' }, named('office'));
    case 'urge':
      return on(id, { kind, note: '请尽快' }, pick(PEOPLE, told.actor));
    case 'copy':
      return on(anyTask?.id ?? id, { kind, to: [to, to], note: '' });
    case 'readCopy': {
      const copy = pick(scene.copies, target);
      return copy && { kind: 'read', copyId: copy.id, actor: named(copy.account) ?? actor };
    }
    case 'handOver': {
      const heir = choice % 3 === 0 ? null : to;
      return on(id, { kind, from: task?.assignee ?? 'nobody', to: heir, reason: '离岗' }, named('admin'));
    }
    case 'pause':
    case 'resume':
      return { kind: 'event', type: kind, actor: named('boss') };
    case 'cancel':
      return choice === 0 ? { kind: 'event', type: kind, actor: named('clerk') } : undefined;
    case 'fire': {
      const timer = pick([...scene.instance.timers.values()], target);
      return timer && { kind, timerId: timer.id, dueAt: timer.due_at, atItsTime: choice % 2 === 0 };
    }
    case 'pass':
      return { kind, hours: choice * 5 };
  }
};

/** No task has this id. */
const NOBODYS = '00000000-0000-7000-8000-000000000000';

const STATES = Object.fromEntries(Object.keys(SLOTS).map((key) => [key, statesOfTask(contract, key)]));

const statesOf = ({ instance }: Scene): string[] => statePaths(instance.snapshot.value);

const isActive = (world: Scene, state: string): boolean =>
  statesOf(world).some((leaf) => leaf === state || leaf.startsWith(`${state}.`));

/** Said by whoever finds a law broken; much cheaper than an expectation, and there are a million of them. */
export const law = (holds: boolean, sentence: string): void => {
  if (!holds) throw new Error(sentence);
};

/** The laws that hold after every step, whatever was done. */
export const checkLaws = (world: Scene): void => {
  const live = liveOf(world);
  if (world.instance.snapshot.status === 'done') {
    law(live.length === 0, `The process has ended, but ${live.length} tasks are live`);
    law(world.instance.timers.size === 0, 'The process has ended, but a timer is armed');
    return;
  }
  const paused = world.instance.snapshot.tags.has('clockPaused');
  const held = new Set(world.instance.work.resume.flatMap(({ heldTasks }) => heldTasks));
  for (const key of Object.keys(SLOTS)) checkTask(world, key, paused, held);
  for (const task of live) checkStanding(task);
  checkTimers(world);
};

const checkTask = (world: Scene, key: string, paused: boolean, held: ReadonlySet<string>): void => {
  const members = liveOf(world).filter((task) => task.task_key === key && isMember(task) && task.added_by === null);
  const names = members.map(({ slot }) => slot).sort();
  law(new Set(names).size === names.length, `Task '${key}' is open twice for a slot: ${names}`);
  if (!STATES[key]?.some((state) => isActive(world, state))) {
    for (const { id, slot, state } of members) {
      if (isEnded({ state })) continue;
      law(state === 'suspended', `Task '${key}' of '${slot}' is ${state} although its state is not active`);
      law(paused || held.has(id), `Task '${key}' of '${slot}' stands still, but nobody comes back to it`);
    }
    return;
  }
  // Where every share is told alone, those that are told are over.
  const expected = (SLOTS[key] ?? []).map(({ slot }) => slot).filter((slot) => key !== 'notes' || names.includes(slot));
  law(members.length > 0, `State of '${key}' is active, but nobody has its task`);
  law(names.join() === expected.sort().join(), `Task '${key}' should be open for ${expected}, but is for ${names}`);
  for (const item of new Set(members.map(({ item_id }) => item_id))) {
    const shares = liveOf(world).filter(({ item_id }) => item_id === item);
    law(
      shares.some(({ state }) => state === 'created' || state === 'claimed'),
      `Nobody can act on '${key}': ${shares.map(({ slot, state }) => `${slot} ${state}`)}`,
    );
    law(
      shares.every(({ state }) => state !== 'suspended'),
      `A share of '${key}' stands still although the process is there: ${shares.map(({ state }) => state)}`,
    );
  }
};

const checkStanding = (task: LiveTask): void => {
  const { pauses = [] } = task.deadline as { pauses?: { to: string | null }[] };
  const what = `Task '${task.task_key}' of '${task.slot}' is ${task.state}`;
  law(pauses.some(({ to }) => to === null) === (task.state === 'suspended'), `${what}, but its clock says otherwise`);
  law(task.state !== 'claimed' || task.assignee !== null, `${what} by nobody`);
  law(task.state !== 'created' || task.assignee === null, `${what}, but somebody has it`);
  law(task.owner === null || ['claimed', 'suspended', 'waiting'].includes(task.state), `${what} and delegated`);
};

/** Timers are armed for the active states and no others. */
const checkTimers = (world: Scene): void => {
  const expected = world.instance.snapshot._nodes.flatMap((node) =>
    node.after.map(({ delay }) => `xstate.after.${String(delay)}.${node.id}`),
  );
  const armed = [...world.instance.timers.values()]
    .filter(({ suspended_at }) => suspended_at === null)
    .map(({ timer_key }) => timer_key);
  for (const key of armed) law(expected.includes(key), `Timer '${key}' is armed although its state is not active`);
  const fired = new Set(world.timers.filter(({ state }) => state === 'fired').map(({ timer_key }) => timer_key));
  for (const key of expected) law(fired.has(key) || armed.includes(key), `Timer '${key}' was lost`);
};

/** Nobody acts outside his rights: said anew here, from who people are and how the task stood before. */
export const checkRights = (
  world: Scene,
  before: ReadonlyMap<string, LiveTask>,
  entry: { readonly kind?: unknown; readonly actor_id?: unknown; readonly payload?: unknown } | undefined,
): void => {
  const { by, taskId } = (entry?.payload ?? {}) as { by?: string; taskId?: string };
  const kind = String(by ?? entry?.kind);
  const actor = PEOPLE.find(({ accountId }) => accountId === entry?.actor_id);
  const task = before.get(taskId ?? '');
  if (!actor || !task) return;
  const selves = [actor, ...(actor.principals ?? [])];
  const holds = selves.some(({ groups }) =>
    [task.candidate_group, task.escalated_to].some((group) => groups.includes(group ?? '')),
  );
  const has = selves.some(({ accountId }) => accountId === task.assignee);
  const heads = actor.groups.includes(`${task.candidate_group.split('.')[0]}.chief`);
  const office = actor.groups.includes('office.staff') || heads;
  const mine = task.state === 'claimed' ? has : holds;
  const asked = selves.some(({ accountId }) => accountId === task.added_by);
  const allowed: Readonly<Record<string, boolean>> = {
    event: mine,
    shareCompleted: mine,
    signed: has,
    taskClaimed: holds && task.state === 'created',
    taskUnclaimed: has || heads,
    taskAssigned: heads,
    taskTransferred: mine || heads,
    taskDelegated: mine,
    taskResolved: has || selves.some(({ accountId }) => accountId === task.owner),
    signersAdded: mine || heads,
    signerRemoved: asked || heads,
    taskReturned: mine,
    taskSkipped: office,
    taskHandedOver: heads || actor.groups.includes('admin.security'),
  };
  law(allowed[kind] ?? true, `'${actor.name}' did '${kind}' on '${task.task_key}', which is not his to do`);
  if (task.task_key !== 'approval' || !['shareCompleted', 'event'].includes(kind)) return;
  const filed = world.instance.work.steps.filter(({ task: key }) => key === 'filing' || key === 'correction');
  law(!filed.some(({ account, by }) => [account, by].includes(actor.accountId)), `'${actor.name}' filed and approved`);
};
