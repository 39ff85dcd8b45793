import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  checkDefinition,
  fingerprint,
  persist,
  restore,
  statePaths,
  uncovered,
  type Walk,
} from '@landfall/process-definition';
import { COMMANDS, FORM_FORMATS } from '../../meeting-parts/test/meeting-story';
import { businessDate } from '../../meeting-parts/v1/business-date';
import { isComplete } from '../../meeting-parts/v1/guards';
import { contextOf, eventsOf, exploreConference } from '../test/walking';
import { factsOf } from './context';
import { leadingGroupConferenceV1 as definition } from './leading-group-conference.v1';

const GOLDEN = join(__dirname, 'golden', 'leading-group-conference.json');
const FINGERPRINT = 'd9bd3809e24f7d8c0de9759921f84aac026a953fabc9552fda687752cb1fa59e';

const exploration = exploreConference();
const { walks, reached } = exploration;
const running = walks.filter((walk) => walk.snapshot.status === 'active');
const ended = walks.filter((walk) => walk.snapshot.status === 'done');

const stored = (walk: Walk): unknown => JSON.parse(JSON.stringify(persist(definition.machine, walk.snapshot)));

const accepted = (walk: Walk, snapshot = walk.snapshot): string[] =>
  [...new Set(eventsOf(walk).flatMap((event) => (snapshot.can(event) ? [event.type] : [])))].sort();

const told = (walk: Walk): string[] => walk.steps.map(({ event }) => event);

const waitsFor = (walk: Walk, delay: string): boolean => walk.timers.some(({ event }) => event.split('.')[2] === delay);

describe('leading-group-conference, version 1', () => {
  it('can run: everything it says is understood, owned, limited and left again', () => {
    expect(checkDefinition(definition, { commands: COMMANDS, formats: FORM_FORMATS })).toEqual([]);
  });

  it('is walked through completely: every state, every outcome, every timer, every event', () => {
    expect(uncovered(definition, exploration)).toEqual({ states: [], transitions: [] });
  });

  it('says everything in both languages and names the article behind every task', () => {
    const silent = Object.entries(definition.userTasks).filter(
      ([, { title, owner, source }]) => !title.zh || !title.en || !owner.zh || !owner.en || !source,
    );
    expect(silent).toEqual([]);
  });

  it('has open only tasks that its active states name', () => {
    const wrong = walks.filter((walk) => {
      const named = Object.values(walk.snapshot.getMeta()).flatMap((meta) => meta?.task ?? []);
      return walk.tasks.some(({ task }) => !named.includes(task));
    });
    expect(wrong.map(({ states, tasks }) => ({ states, tasks }))).toEqual([]);
  });

  it('leaves neither task nor timer behind when it ends', () => {
    expect(new Set(ended.map(({ states }) => states[0]))).toEqual(new Set(['archived', 'notHeld']));
    expect(ended.filter(({ tasks, timers }) => tasks.length + timers.length > 0)).toEqual([]);
  });

  it('lets no half-year pass without a conference or a record that it was not held (6.2 invariant 5)', () => {
    const unheld = ended.filter((walk) => contextOf(walk).openedAt === null);
    expect(unheld.length).toBeGreaterThan(0);
    for (const walk of unheld) {
      expect({ told: told(walk), overdue: contextOf(walk).overdue }).toEqual({ told: told(walk), overdue: true });
      expect(told(walk).at(-1)).toBe('skipConference');
      expect(factsOf(contextOf(walk)).skippedBecause).not.toBeNull();
    }
    const forgotten = running.filter(
      (walk) =>
        contextOf(walk).openedAt === null &&
        factsOf(contextOf(walk)).delay === null &&
        !waitsFor(walk, 'windowEnding') &&
        !waitsFor(walk, 'windowOver'),
    );
    expect(forgotten.map(({ states }) => states)).toEqual([]);
  });

  it('never takes a delay back, and holds nothing late without a reason', () => {
    const late = walks.filter((walk) => {
      const { openedAt, conference } = contextOf(walk);
      return openedAt !== null && businessDate(openedAt) > (conference?.half.windowTo ?? '');
    });
    expect(late.length).toBeGreaterThan(0);
    for (const walk of late) {
      expect(contextOf(walk).overdue).toBe(true);
      expect(factsOf(contextOf(walk))).toMatchObject({ heldLate: true, delay: { reason: expect.any(String) } });
    }
    const forgiven = walks.filter((walk) => factsOf(contextOf(walk)).delay !== null && !contextOf(walk).overdue);
    expect(forgiven).toEqual([]);
  });

  it('is convened only after director, executive deputy and leader, in that order', () => {
    const convened = walks.filter(({ states }) => states.some((state) => state.includes('.convened.')));
    expect(convened.length).toBeGreaterThan(0);
    const orders = convened.map((walk) => factsOf(contextOf(walk)).approvals.map(({ step }) => step));
    expect(new Set(orders.map((order) => order.join()))).toEqual(new Set(['director,executive,leader']));
  });

  it('issues no resolution without unit, deadline and criterion, unless it is a note (6.2 invariant 6)', () => {
    const issued = walks.filter(({ states }) => states.some((state) => /^(numbering|followUp|archived)/.test(state)));
    expect(issued.length).toBeGreaterThan(0);
    expect(issued.flatMap((walk) => contextOf(walk).resolutions).filter((known) => !isComplete(known))).toEqual([]);
  });

  it('is archived only when everything is done, or when the next conference has opened', () => {
    const open = ended.filter(
      (walk) =>
        told(walk).at(-1) !== 'nextOpened' &&
        contextOf(walk).resolutions.some(({ standing }) => !['fulfilled', 'lapsed', 'failed'].includes(standing)),
    );
    expect(open.map(told)).toEqual([]);
  });

  it('keeps what it knows as plain JSON: stored and restored it takes the same events', () => {
    const changed = running.filter((walk) => {
      const back = restore(definition.machine, stored(walk));
      return (
        statePaths(back.value).join() !== walk.states.join() || accepted(walk, back).join() !== accepted(walk).join()
      );
    });
    expect(changed.map(({ states }) => states)).toEqual([]);
  });
});

/**
 * Snapshots as version 1 stored them. They never change: a machine that no longer restores them or takes other events
 * means something else, and that is a version 2. `GOLDEN=write` adds snapshots for states that have none yet.
 */
describe('golden snapshots of version 1', () => {
  interface Golden {
    readonly reaches: readonly string[];
    readonly snapshot: unknown;
    readonly accepts: readonly string[];
  }

  const read = (): readonly Golden[] => (existsSync(GOLDEN) ? JSON.parse(readFileSync(GOLDEN, 'utf8')) : []);
  const waiting = [...reached].filter(([, walk]) => walk.snapshot.status === 'active').map(([state]) => state);
  const missing = waiting.filter((state) => !read().some(({ reaches }) => reaches.includes(state)));

  if (process.env.GOLDEN === 'write' && missing.length > 0) {
    mkdirSync(join(__dirname, 'golden'), { recursive: true });
    const added = [...new Set(missing.flatMap((state) => reached.get(state) ?? []))].map((walk) => ({
      reaches: missing.filter((state) => reached.get(state) === walk),
      snapshot: stored(walk),
      accepts: accepted(walk),
    }));
    writeFileSync(GOLDEN, `${JSON.stringify([...read(), ...added], null, 2)}\n`);
  }

  it('mean what they meant when they were deployed', () => {
    const hint = 'The meaning of version 1 has changed: restore it and put the change into version 2';
    expect({ hint, fingerprint: fingerprint(definition) }).toEqual({ hint, fingerprint: FINGERPRINT });
  });

  it('are kept for every state', () => {
    expect(waiting.filter((state) => !read().some(({ reaches }) => reaches.includes(state)))).toEqual([]);
  });

  it('restore and take what they took', () => {
    for (const { reaches, snapshot, accepts } of read()) {
      const hint = `'${reaches[0]}' of version 1 has changed its meaning: restore it and put the change into version 2`;
      const back = restore(definition.machine, snapshot);
      const walk = reached.get(reaches[0] ?? '');
      expect({ hint, states: statePaths(back.value) }).toEqual({ hint, states: expect.arrayContaining([...reaches]) });
      expect({ hint, accepts: walk ? accepted(walk, back) : [] }).toEqual({ hint, accepts });
    }
  });
});
