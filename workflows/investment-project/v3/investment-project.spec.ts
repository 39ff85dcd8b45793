import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  checkDefinition,
  fingerprint,
  persist,
  Rejection,
  restore,
  statePaths,
  takeStep,
  uncovered,
  type Walk,
} from '@landfall/process-definition';
import { eventsOf, exploreLifecycle } from '../test/version-3';
import { COMMANDS, FORM_FORMATS, OFFICER } from '../test/walking';
import { investmentProjectV3 as definition } from './investment-project.v3';

const GOLDEN = join(__dirname, 'golden');
const FINGERPRINT = 'bf4a9c8a8b333a2f03f747ffa5222963e0d9c929151d75863185b3ea5523be91';
const STAGES = [...definition.stages.map(({ key }) => `active.${key}`), 'suspended', 'terminating'];

const { walks, reached } = exploreLifecycle();
const running = walks.filter((walk) => walk.snapshot.status === 'active');

const stored = (walk: Walk): unknown => JSON.parse(JSON.stringify(persist(definition.machine, walk.snapshot)));

/** What a snapshot takes next, as a list of yes and no. */
const takes = (walk: Walk, snapshot = walk.snapshot): boolean[] => eventsOf(walk).map((event) => snapshot.can(event));

describe('investment-project, version 3', () => {
  it('can run: everything it says is understood, owned, limited and left again', () => {
    expect(checkDefinition(definition, { commands: COMMANDS, formats: FORM_FORMATS })).toEqual([]);
  });

  it('is walked through completely: every state, every outcome, every timer, every event', () => {
    expect(uncovered(definition, exploreLifecycle())).toEqual({ states: [], transitions: [] });
  });

  it('runs every clock by a rule that names its source, but those that follow from the dates of the project', () => {
    const rules = definition.delayRules ?? {};
    expect(Object.keys(definition.timers).filter((delay) => !(delay in rules))).toEqual([
      'duplicateCheckAnswer',
      'conditionsDue',
      'rampCheckDue',
      'suspensionReviewDue',
    ]);
    expect(Object.values(rules).filter(({ source }) => !source.startsWith('业务规则 '))).toEqual([]);
    const inDays = Object.entries(rules).filter(([, { unit }]) => unit === 'day');
    expect(inDays.map(([delay, { amount }]) => `${delay} ${amount}`)).toEqual([
      ...['followUpReminder 14', 'followUpYellow 30', 'followUpRecycle 45', 'frameworkExpiry 180'],
      ...['registrationWarning 30', 'trackReminder 30', 'trackOverdue 180', 'startReminder 30', 'startNotice 180'],
      ...['progressReminder 30', 'progressOverdue 60'],
    ]);
  });

  it('lets nobody pass over what the law requires', () => {
    const passedOver = Object.entries(definition.userTasks).filter(([, { skipAs }]) => skipAs !== undefined);
    expect(passedOver.map(([key]) => key)).toEqual(['materialReceipt', 'fundsTrack']);
  });

  it('asks for at most eight fields in any form', () => {
    const forms = [
      ...Object.entries(definition.userTasks).flatMap(([key, { outcomes }]) =>
        Object.entries(outcomes).map(([outcome, { required }]) => [`${key}.${outcome}`, required.length] as const),
      ),
      ...Object.entries(definition.events).map(([key, { required }]) => [key, required.length] as const),
    ];
    expect(forms.filter(([, count]) => count > 8)).toEqual([]);
  });

  it('says everything in both languages and names the article behind every task', () => {
    const silent = Object.entries(definition.userTasks).filter(
      ([, { title, owner, source }]) => !title.zh || !title.en || !owner.zh || !owner.en || !source,
    );
    expect(silent).toEqual([]);
  });

  it('has open exactly the tasks that its active states name', () => {
    const wrong = walks.filter((walk) => {
      const named = Object.values(walk.snapshot.getMeta()).flatMap((meta) => meta?.task ?? []);
      const open = walk.tasks.map(({ task }) => task);
      return [...new Set(named)].sort().join() !== [...new Set(open)].sort().join();
    });
    expect(wrong.map(({ states, tasks }) => ({ states, tasks }))).toEqual([]);
  });

  it('runs exactly the timers of its active states', () => {
    const wrong = walks.filter((walk) => {
      const active = Object.keys(walk.snapshot.getMeta());
      return walk.timers.some(({ timer }) => !active.some((state) => timer.endsWith(`.${state}`)));
    });
    expect(wrong.map(({ states, timers }) => ({ states, timers }))).toEqual([]);
  });

  it('leaves neither task nor timer behind when it ends', () => {
    const ended = walks.filter((walk) => walk.snapshot.status === 'done');
    expect(ended.map(({ states }) => states[0]).sort()).toContain('achieved');
    expect(ended.filter(({ tasks, timers }) => tasks.length + timers.length > 0)).toEqual([]);
  });

  it('has exactly one lead task force in every state after dispatch, and it never assists (6.2 invariant 1)', () => {
    const before = ['active.lead.duplicateCheck', 'active.lead.duplicateReview', 'active.lead.dispatch'];
    const wrong = walks.filter(({ snapshot, states }) => {
      const { leadTaskForce, assistTaskForces } = snapshot.context;
      const dispatched = states.every((state) => state.startsWith('active.') && !before.includes(state));
      return (dispatched && leadTaskForce === null) || assistTaskForces.includes(leadTaskForce);
    });
    expect(wrong.map(({ states }) => states)).toEqual([]);
  });

  it('keeps what it knows as plain JSON: stored and restored it takes the same events', () => {
    const changed = running.filter((walk) => {
      const back = restore(definition.machine, stored(walk));
      return statePaths(back.value).join() !== walk.states.join() || takes(walk, back).join() !== takes(walk).join();
    });
    expect(changed.map(({ states }) => states)).toEqual([]);
  });

  it('refuses every event of people and tasks once it has ended', () => {
    for (const walk of walks.filter(({ snapshot }) => snapshot.status === 'done')) {
      const refused = takeStep(definition, walk, { type: 'requestTermination', at: walk.at, actor: OFFICER, form: {} });
      expect(refused).toBeInstanceOf(Rejection);
      expect(refused).toMatchObject({ code: 'PROCESS.ENDED' });
    }
  });

  it('is suspended and resumed in every situation without losing work, states or timers', () => {
    const suspend = { type: 'suspend', form: { until: '2090-01-01', reason: '等待投资方决定' }, actor: OFFICER };
    const changed = running
      .filter(({ states }) => states.every((state) => state.startsWith('active.')))
      .filter((walk) => {
        const suspended = takeStep(definition, walk, { ...suspend, at: walk.at });
        if (suspended instanceof Rejection) return true;
        const resumed = takeStep(definition, suspended, { type: 'resume', at: walk.at, actor: OFFICER, form: {} });
        if (resumed instanceof Rejection) return true;
        const sorted = (names: readonly string[]) => [...names].sort().join();
        const work = ({ tasks }: Walk) => sorted(tasks.map(({ task, slot, group }) => `${task}#${slot} ${group}`));
        const clocks = ({ timers }: Walk) => sorted(timers.map(({ timer }) => timer));
        return (
          suspended.tasks.length > 0 ||
          sorted(resumed.states) !== sorted(walk.states) ||
          work(resumed) !== work(walk) ||
          // A timer that has fired runs again after a suspension, because the state is entered anew.
          !walk.timers.every(({ timer }) => clocks(resumed).includes(timer))
        );
      });
    expect(changed.map(({ states }) => states)).toEqual([]);
  });
});

/**
 * Snapshots as version 3 stored them. They never change: a machine that no longer restores them or takes other events
 * means something else, and that is a version 4. `GOLDEN=write` adds snapshots for states that have none yet.
 */
describe('golden snapshots of version 3', () => {
  interface Golden {
    /** The states that this snapshot was the shortest way to. */
    readonly reaches: readonly string[];
    readonly snapshot: unknown;
    readonly accepts: readonly string[];
  }

  const fileOf = (stage: string) => join(GOLDEN, `${stage.replace('active.', '')}.json`);
  const read = (stage: string): readonly Golden[] =>
    existsSync(fileOf(stage)) ? JSON.parse(readFileSync(fileOf(stage), 'utf8')) : [];
  const isOf = (stage: string) => (state: string) => state === stage || state.startsWith(`${stage}.`);
  const waiting = [...reached].filter(([, walk]) => walk.snapshot.status === 'active').map(([state]) => state);
  const known = STAGES.flatMap((stage) => read(stage).flatMap(({ reaches }) => reaches));
  const missing = waiting.filter((state) => !known.includes(state));

  const accepted = (walk: Walk, snapshot = walk.snapshot): string[] => {
    const taken = eventsOf(walk).filter((event) => snapshot.can(event));
    return [...new Set(taken.map(({ type }) => type))].sort();
  };

  if (process.env.GOLDEN === 'write') {
    mkdirSync(GOLDEN, { recursive: true });
    for (const stage of STAGES) {
      const added = [...new Set(missing.filter(isOf(stage)).flatMap((state) => reached.get(state) ?? []))].map(
        (walk) => ({
          reaches: missing.filter((state) => reached.get(state) === walk),
          snapshot: stored(walk),
          accepts: accepted(walk),
        }),
      );
      if (added.length > 0) writeFileSync(fileOf(stage), `${JSON.stringify([...read(stage), ...added], null, 2)}\n`);
    }
  }

  it('mean what they meant when they were deployed', () => {
    const hint = 'The meaning of version 3 has changed: restore it and put the change into version 4';
    expect({ hint, fingerprint: fingerprint(definition) }).toEqual({ hint, fingerprint: FINGERPRINT });
  });

  it('are kept for every state', () => {
    expect(missing).toEqual([]);
  });

  it.each(STAGES)('%s: restore and take what they took', (stage) => {
    for (const { reaches, snapshot, accepts } of read(stage)) {
      const hint = `'${reaches[0]}' of version 3 has changed its meaning: restore it and put the change into version 4`;
      const back = restore(definition.machine, snapshot);
      const walk = reached.get(reaches[0] ?? '');
      expect({ hint, states: statePaths(back.value) }).toEqual({ hint, states: expect.arrayContaining([...reaches]) });
      expect({ hint, accepts: walk ? accepted(walk, back) : [] }).toEqual({ hint, accepts });
    }
  });
});
