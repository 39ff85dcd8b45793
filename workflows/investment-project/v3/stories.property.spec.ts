import { type Actor, outcomeEvent, statesOfTask } from '@landfall/process-definition';
import fc from 'fast-check';
import type { TaskOperation } from '../../../libs/process-engine/src/user-task/operations/task-operation';
import { of } from '../test/project-world';
import { ProjectWorld } from '../test/project-world-3';
import { formFor } from '../test/version-3';
import { formal, inputs } from '../test/walking';
import type { LifecycleInput } from './context';
import { investmentProjectV3 as definition } from './investment-project.v3';

const KINDS = [
  ...['complete', 'complete', 'complete', 'complete', 'complete', 'complete', 'claim', 'return', 'withdraw', 'redo'],
  ...['skip', 'fire', 'event', 'clear', 'pass', 'meeting', 'meeting'],
] as const;

interface Step {
  readonly kind: (typeof KINDS)[number];
  readonly target: number;
  readonly choice: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom(...KINDS),
  target: fc.nat(30),
  choice: fc.nat(11),
});

const OFFICE = { ...of('LGO.staff'), groups: ['LGO.staff', 'LGO.director', 'office.staff'] };
const EVENTS = [
  ...(['suspend', 'resume', 'requestTermination', 'transfer', 'milestoneReached', 'correct'] as const),
  ...(['recallFromReview', 'requestPush'] as const),
];
/** What meetings say, going on more often than anything else. */
const SAID = [
  ...['agenda.set', 'agenda.set', 'agenda.set', 'agenda.released', 'resolution.approve', 'resolution.conditions'],
  ...[
    'resolution.defer',
    'resolution.notRecommended',
    'resolution.referUp',
    'resolution.order',
    'resolution.fulfilled',
  ],
  'resolution.transfer',
] as const;
const STATES = Object.keys(definition.userTasks).map((task) => [task, statesOfTask(definition, task)] as const);

const pick = <Item>(items: readonly Item[], index: number): Item | undefined =>
  items[index % Math.max(1, items.length)];

const day = (world: ProjectWorld, after: number): string =>
  new Date(world.now.getTime() + after * 86_400_000).toISOString().slice(0, 10);

/** What people fill in besides what is required, so that stories get far. */
const more = (event: string, world: ProjectWorld): Record<string, unknown> => {
  if (event === 'evaluationCollecting.submit') return { landingUnit: 'Z01' };
  if (event === 'scoring.confirm') return { intensityScore: 10, taxScore: 9 };
  if (event === 'agreementDrafting.submit') return { ...formal, landClauses: true };
  if (event === 'suspend' || event === 'suspensionReview.prolong') return { until: day(world, 20) };
  if (event === 'milestoneReached') return { milestone: 'startedOn', on: '2026-11-20' };
  if (event === 'transfer') return { destination: 'binhai', landingUnit: 'Z03' };
  return event === 'correct' ? { projectName: '海河新能源装备二期' } : {};
};

/** Does a step, if there is something to do it with; a refusal is an answer like any other. */
const tell = (world: ProjectWorld, { kind, target, choice }: Step): string | undefined => {
  const task = pick(world.open, target);
  const on = (id: string | undefined, operation: TaskOperation, by: Actor): string | undefined =>
    id === undefined ? 'nothing to do' : world.attempt(() => world.perform(id, operation, by));
  const done = pick(
    [...world.tasks.values()].filter(({ state }) => state === 'completed'),
    target,
  );
  const by = task === undefined ? OFFICE : of(task.candidate_group, 1 + (choice % 2));
  const handler = task?.assignee == null ? by : { ...by, accountId: task.assignee, name: task.assignee };
  const reason = '请核对';
  switch (kind) {
    case 'complete': {
      const outcomes = Object.keys(definition.userTasks[task?.task_key ?? '']?.outcomes ?? {});
      // Going on is more frequent than anything else.
      const outcome = pick([...outcomes, ...outcomes.slice(0, 1), ...outcomes.slice(0, 1)], choice) ?? '';
      const event = outcomeEvent(task?.task_key ?? '', outcome);
      return on(task?.id, { kind, outcome, form: formFor(event, more(event, world)) }, handler);
    }
    case 'claim':
      return on(task?.id, { kind }, by);
    case 'return': {
      const past = pick(world.instance.work.steps, choice);
      const to = ([{ kind: 'previous' }, { kind: 'initiator' }, { kind: 'step', task: past?.task ?? 'none' }] as const)[
        choice % 3
      ];
      const afterwards = choice % 2 === 0 ? 'inOrder' : 'jumpBack';
      return to && on(task?.id, { kind, to, afterwards, reason }, handler);
    }
    case 'withdraw': {
      const account = String(done?.assignee);
      return on(done && String(done.id), { kind, reason }, { ...of('LGO.staff'), accountId: account });
    }
    case 'redo':
      return on(done && String(done.id), { kind, reason }, OFFICE);
    case 'skip':
      return on(task?.id, { kind, reason }, OFFICE);
    case 'event': {
      const type = pick(EVENTS, choice) ?? 'resume';
      return world.attempt(() => world.personSends(type, OFFICE, more(type, world)));
    }
    case 'meeting': {
      // Some of it is late or of another meeting.
      const told = { meeting: `meeting-${choice % 2}`, meetingTitle: '联席会议', item: `item-${target % 2}` };
      const resolution = `r${target}`;
      return world.attempt(() => world.send(pick(SAID, choice) ?? 'agenda.set', { ...told, resolution, text: '同意' }));
    }
    case 'clear':
      return world.attempt(() => world.send('duplicateCheck.clear'));
    case 'fire': {
      const timer = pick([...world.instance.timers.values()], target);
      if (timer === undefined || timer.suspended_at !== null) return 'nothing to do';
      world.now = new Date(Math.max(world.now.getTime(), Date.parse(timer.due_at)));
      return world.attempt(() => world.fire(timer.id));
    }
    case 'pass':
      world.pass(choice * 7);
      return 'nothing is done';
  }
};

const law = (holds: boolean, sentence: string): void => {
  if (!holds) throw new Error(sentence);
};

/** Every wait has its tasks and its clocks, and nothing else has any, whatever was done. */
const checkLaws = (world: ProjectWorld): void => {
  const { snapshot, work, timers } = world.instance;
  const live = world.live.filter(({ state }) => state !== 'completed' && state !== 'skipped');
  if (world.done) {
    law(live.length + timers.size === 0, 'The project has ended, but somebody still has work or a clock runs');
    return;
  }
  const active = new Set(snapshot._nodes.map((node) => node.path.join('.')));
  const paused = snapshot.tags.has('clockPaused');
  const held = new Set(work.resume.flatMap(({ heldTasks }) => heldTasks));
  for (const [task, states] of STATES) {
    const shares = live.filter(({ task_key }) => task_key === task);
    const names = shares.map(({ slot }) => slot);
    law(new Set(names).size === names.length, `Task '${task}' is open twice for a slot: ${names}`);
    if (states.some((state) => active.has(state))) {
      law(shares.length > 0, `The process waits for '${task}', but nobody has it`);
      const inRegions = states.length > 1;
      law(inRegions || shares.every(({ state }) => state !== 'suspended'), `'${task}' stands still while it is asked`);
      continue;
    }
    for (const { id, state } of shares) {
      law(state === 'suspended', `'${task}' is ${state}, but the process does not wait for it`);
      law(paused || held.has(id), `'${task}' stands still, but nobody comes back to it`);
    }
  }
  const expected = snapshot._nodes.flatMap((node) =>
    node.after.map(({ delay }) => `xstate.after.${String(delay)}.${node.id}`),
  );
  for (const { timer_key, suspended_at } of timers.values()) {
    law(suspended_at !== null || expected.includes(timer_key), `Clock '${timer_key}' runs for a state that was left`);
  }
};

/** Stories begin all along the way, because few of them get far by themselves. */
const BEGINNINGS = {
  lead: () => new ProjectWorld(),
  preReview: () => new ProjectWorld().preReview(),
  queued: () => new ProjectWorld(inputs.district).review(),
  onAgenda: () => onAgenda(inputs.streetTown, 'T05'),
  drafting: () => new ProjectWorld().drafting(),
  registration: () => new ProjectWorld(signed).following().give('leadFollowUp', 'startEvaluation'),
  landing: () => BEGINNINGS.registration().give('enterpriseRegistration', 'licensed', { slot: 'Z01' }),
  results: () => new ProjectWorld(inputs.running).following().give('leadFollowUp', 'startEvaluation'),
} as const;

const onAgenda = (input: LifecycleInput, landingUnit: string): ProjectWorld => {
  const world = new ProjectWorld(input).review(landingUnit);
  world.send('agenda.set', { meeting: 'meeting-0', meetingTitle: '联席会议', item: 'item-0' });
  return world;
};

const signed = { ...inputs.ordinary, milestones: { signedOn: '2026-11-02' } };

type Beginning = keyof typeof BEGINNINGS;

const heard = (beginning: Beginning, steps: readonly Step[], accepted: Map<string, number>): ProjectWorld => {
  const world: ProjectWorld = BEGINNINGS[beginning]();
  for (const told of steps) {
    if (tell(world, told) === undefined) accepted.set(told.kind, (accepted.get(told.kind) ?? 0) + 1);
    try {
      checkLaws(world);
    } catch (error) {
      const story = world.history.map(({ seq, kind, event, to_states }) => `${seq} ${kind} ${event} -> ${to_states}`);
      throw new Error(`${String(error)}\nafter:\n${story.join('\n')}`);
    }
  }
  return world;
};

const beginnings = fc.constantFrom(...(Object.keys(BEGINNINGS) as Beginning[]));

describe('the work on projects under version 3', () => {
  it('is neither lost nor doubled, whatever people do', () => {
    const accepted = new Map<string, number>();
    const stages = new Set<string | null>();
    const runs = { numRuns: Number(process.env.LANDFALL_ALGEBRA_RUNS ?? 120), seed: 20261123 };
    fc.assert(
      fc.property(beginnings, fc.array(step, { minLength: 1, maxLength: 100, size: 'max' }), (beginning, steps) => {
        stages.add(heard(beginning, steps, accepted).instance.stage);
      }),
      runs,
    );
    for (const kind of new Set(KINDS)) {
      if (kind !== 'pass') expect([kind, (accepted.get(kind) ?? 0) > 0]).toEqual([kind, true]);
    }
    expect([...stages].sort()).toEqual(definition.stages.map(({ key }) => key).sort());
  }, 120_000);
});
