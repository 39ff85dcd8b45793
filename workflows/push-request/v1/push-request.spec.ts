import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Command,
  checkDefinition,
  fingerprint,
  persist,
  restore,
  type SignalProcess,
  statePaths,
  uncovered,
  type Walk,
} from '@landfall/process-definition';
import { COMMANDS, contextOf, eventsOf, exploreRequest, FORM_FORMATS, ISSUE_ID } from '../test/walking';
import { pushRequestV1 as definition } from './push-request.v1';

const GOLDEN = join(__dirname, 'golden', 'push-request.json');
const FINGERPRINT = '9a9067281a30351e3aec7ab77b4f3394a05b5d369e403f7257bec7373155c154';

const { walks, reached } = exploreRequest();
const running = walks.filter((walk) => walk.snapshot.status === 'active');
const ended = walks.filter((walk) => walk.snapshot.status === 'done');

const stored = (walk: Walk): unknown => JSON.parse(JSON.stringify(persist(definition.machine, walk.snapshot)));

const accepted = (walk: Walk, snapshot = walk.snapshot): string[] =>
  [
    ...new Set(
      eventsOf(walk)
        .filter((event) => snapshot.can(event))
        .map(({ type }) => type),
    ),
  ].sort();

const commandsOf = ({ steps }: Walk): readonly Command[] => steps.flatMap(({ commands }) => commands);

const signalsOf = (walk: Walk): readonly SignalProcess[] =>
  commandsOf(walk).flatMap(({ type, params }) => {
    if (type === 'signalProcess') return [params as unknown as SignalProcess];
    return type === 'signalProcesses' ? (params.signals as readonly SignalProcess[]) : [];
  });

describe('push request, version 1', () => {
  it('can run: everything it says is understood, owned, limited and left again', () => {
    expect(checkDefinition(definition, { commands: COMMANDS, formats: FORM_FORMATS })).toEqual([]);
  });

  it('is walked through completely: every state, every outcome, every timer, every event', () => {
    expect(uncovered(definition, exploreRequest())).toEqual({ states: [], transitions: [] });
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

  it('leaves neither task nor timer behind when it ends, and tells the lists once', () => {
    expect(new Set(ended.map(({ states }) => states[0]))).toEqual(
      new Set(['solved', 'byLetter', 'refused', 'merged', 'notAgreed', 'withdrawn']),
    );
    expect(ended.filter(({ tasks, timers }) => tasks.length + timers.length > 0)).toEqual([]);
    for (const walk of ended) {
      const closing = commandsOf(walk).filter(({ type }) => type === 'closePushRequest');
      expect(closing.map(({ params }) => params.outcome)).toEqual(walk.states);
    }
  });

  it('is in the queue exactly while it waits there: every turn is entered once and left once', () => {
    for (const walk of walks) {
      const turnsOf = (command: string) =>
        commandsOf(walk)
          .filter(({ type }) => type === command)
          .map(({ params }) => params.turn);
      const entered = turnsOf('queueForMeeting');
      expect(entered).toEqual(entered.map((_turn, index) => index + 1));
      const left = walk.states.some((state) => state.endsWith('.queued')) ? entered.slice(0, -1) : entered;
      expect(turnsOf('leaveMeetingQueue')).toEqual(left);
    }
  });

  it('tells every meeting that it is there, and that it is there no longer', () => {
    for (const walk of walks) {
      const told = signalsOf(walk).filter(({ event }) => event.type.startsWith('item.'));
      const on = walk.states.some((state) => state.endsWith('.onAgenda'));
      expect(told.map(({ event }) => event.type)).toEqual(
        told.map((_signal, index) => (index % 2 === 0 ? 'item.confirmed' : 'item.left')),
      );
      expect(told.length % 2 === 1).toBe(on);
    }
  });

  it('answers every resolution once, and is solved only when none is open', () => {
    for (const walk of walks) {
      const { taken } = contextOf(walk);
      expect(signalsOf(walk).filter(({ event }) => event.type === 'resolution.applied')).toHaveLength(taken.length);
      const work = taken.filter(({ kind }) => kind !== 'note');
      const projectId = contextOf(walk).projectId;
      expect(signalsOf(walk).filter(({ instanceId }) => instanceId === projectId)).toHaveLength(work.length);
      if (walk.states.includes('solved')) expect(taken.filter(({ state }) => state === 'open')).toEqual([]);
    }
  });

  it('tells an issue only where it comes from one', () => {
    for (const walk of walks) {
      const told = signalsOf(walk).filter(({ event }) => event.type.startsWith('pushMeeting.'));
      const { issueId, requestKey } = contextOf(walk);
      if (issueId === null) expect(told).toEqual([]);
      for (const { instanceId, event } of told) {
        expect({ instanceId, request: event.request }).toEqual({ instanceId: ISSUE_ID, request: requestKey });
      }
      if (issueId !== null && walk.snapshot.status === 'done') {
        expect(told.at(-1)?.event.type).toMatch(/^pushMeeting\.(solved|notAgreed|ended)$/);
      }
    }
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
