import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import {
  checkDefinition,
  fingerprint,
  type ProcessDefinition,
  persist,
  restore,
  statePaths,
  uncovered,
  type Walk,
} from '@landfall/process-definition';
import { asksOpinions, type MeetingInput } from '../v1/context';
import { isComplete } from '../v1/guards';
import { contextOf, eventsOf, exploreMeeting } from './exploring-meetings';
import { COMMANDS, FORM_FORMATS } from './meeting-story';

export interface MeetingUnderLaw {
  readonly definition: ProcessDefinition;
  readonly inputs: readonly MeetingInput[];
  /** Where snapshots are kept as the version stored them. */
  readonly golden: string;
  readonly fingerprint: string;
}

interface Golden {
  readonly reaches: readonly string[];
  readonly snapshot: unknown;
  readonly accepts: readonly string[];
}

const REVIEW_KINDS: readonly unknown[] = [
  ...['approve', 'conditions', 'supplement', 'transfer', 'notRecommended', 'defer', 'refuse', 'referUp'],
];

/** What holds of every joint meeting, in everything that can happen to it. */
export const itKeepsTheLawsOfMeetings = ({
  definition,
  inputs,
  golden,
  fingerprint: pinned,
}: MeetingUnderLaw): void => {
  const exploration = exploreMeeting(definition, inputs);
  const { walks, reached } = exploration;
  const running = walks.filter((walk) => walk.snapshot.status === 'active');
  const possible = eventsOf(definition);
  const stored = (walk: Walk): unknown => JSON.parse(JSON.stringify(persist(definition.machine, walk.snapshot)));
  const accepted = (walk: Walk, snapshot = walk.snapshot): string[] =>
    [...new Set(possible(walk).flatMap((event) => (snapshot.can(event) ? [event.type] : [])))].sort();

  it('can run: everything it says is understood, owned, limited and left again', () => {
    expect(checkDefinition(definition, { commands: COMMANDS, formats: FORM_FORMATS })).toEqual([]);
  });

  it('is walked through completely: every state, every outcome, every timer, every event', () => {
    expect(uncovered(definition, exploration)).toEqual({ states: [], transitions: [] });
  });

  it('has open only tasks that its active states name', () => {
    const wrong = walks.filter((walk) => {
      const named = Object.values(walk.snapshot.getMeta()).flatMap((meta) => meta?.task ?? []);
      return walk.tasks.some(({ task }) => !named.includes(task));
    });
    expect(wrong.map(({ states, tasks }) => ({ states, tasks }))).toEqual([]);
  });

  it('leaves neither task nor timer behind when it ends', () => {
    const ended = walks.filter((walk) => walk.snapshot.status === 'done');
    expect(new Set(ended.map(({ states }) => states[0]))).toEqual(new Set(['archived', 'cancelled']));
    expect(ended.filter(({ tasks, timers }) => tasks.length + timers.length > 0)).toEqual([]);
  });

  it('issues no resolution without unit, deadline and criterion, unless it is a note (6.2 invariant 6)', () => {
    const issued = walks.filter(({ states }) => states.some((state) => /^(numbering|followUp|archived)/.test(state)));
    expect(issued.length).toBeGreaterThan(0);
    expect(issued.flatMap((walk) => contextOf(walk).resolutions).filter((known) => !isComplete(known))).toEqual([]);
  });

  it('acts on projects only when its minutes are signed and numbered', () => {
    const signalled = walks.flatMap(({ steps }) => steps.filter(tellsResolution));
    expect(signalled.length).toBeGreaterThan(0);
    expect(signalled.filter(({ event }) => event !== 'numbered' && event !== 'handOverCheck.again')).toEqual([]);
  });

  it('lets nobody wait for ever: what was confirmed is concluded, deferred or released', () => {
    const ended = walks.filter((walk) => walk.snapshot.status === 'done');
    const forgotten = ended.filter((walk) =>
      contextOf(walk).items.some(
        ({ key, waiting, standing }) =>
          waiting !== null && (standing === 'confirmed' || standing === 'deferred') && !wasReleased(walk, key),
      ),
    );
    expect(forgotten.map(({ steps }) => steps.map(({ event }) => event))).toEqual([]);
  });

  it('is archived only when every resolution has come to an end', () => {
    const archived = walks.filter(({ states }) => states.includes('archived'));
    const open = archived.filter((walk) =>
      contextOf(walk).resolutions.some(({ standing }) => !['fulfilled', 'lapsed', 'failed'].includes(standing)),
    );
    expect(open.map(({ states }) => states)).toEqual([]);
  });

  it('records silence and never takes it for consent', () => {
    const closed = walks.filter((walk) => contextOf(walk).closedAt !== null);
    const unheard = closed.flatMap((walk) =>
      contextOf(walk)
        .items.filter((item) => item.standing === 'concluded' && asksOpinions(item))
        .flatMap(({ key, units }) => units.map((unit) => ({ key, unit, given: contextOf(walk).opinions })))
        .filter(({ key, unit, given }) => !given.some((opinion) => opinion.item === key && opinion.unit === unit)),
    );
    expect(unheard).toEqual([]);
    const silent = closed.flatMap((walk) => contextOf(walk).opinions).filter(({ standing }) => standing === 'notGiven');
    expect(silent.length).toBeGreaterThan(0);
    expect(silent.filter(({ match, position }) => match !== null || position !== null)).toEqual([]);
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

  /**
   * Snapshots as version 1 stored them. They never change: a machine that no longer restores them or takes other events
   * means something else, and that is a version 2. `GOLDEN=write` adds snapshots for states that have none yet.
   */
  describe('golden snapshots', () => {
    const read = (): readonly Golden[] => (existsSync(golden) ? JSON.parse(readFileSync(golden, 'utf8')) : []);
    const waiting = [...reached].filter(([, walk]) => walk.snapshot.status === 'active').map(([state]) => state);
    const missing = waiting.filter((state) => !read().some(({ reaches }) => reaches.includes(state)));

    if (process.env.GOLDEN === 'write' && missing.length > 0) {
      mkdirSync(dirname(golden), { recursive: true });
      const added = [...new Set(missing.flatMap((state) => reached.get(state) ?? []))].map((walk) => ({
        reaches: missing.filter((state) => reached.get(state) === walk),
        snapshot: stored(walk),
        accepts: accepted(walk),
      }));
      writeFileSync(golden, `${JSON.stringify([...read(), ...added], null, 2)}\n`);
    }

    const hint = `The meaning of '${definition.key}' version ${definition.version} has changed: restore it and put the change into the next version`;

    it('mean what they meant when they were deployed', () => {
      expect({ hint, fingerprint: fingerprint(definition) }).toEqual({ hint, fingerprint: pinned });
    });

    it('are kept for every state', () => {
      expect(waiting.filter((state) => !read().some(({ reaches }) => reaches.includes(state)))).toEqual([]);
    });

    it('restore and take what they took', () => {
      for (const { reaches, snapshot, accepts } of read()) {
        const back = restore(definition.machine, snapshot);
        const walk = reached.get(reaches[0] ?? '');
        expect({ hint, states: statePaths(back.value) }).toEqual({
          hint,
          states: expect.arrayContaining([...reaches]),
        });
        expect({ hint, accepts: walk ? accepted(walk, back) : [] }).toEqual({ hint, accepts });
      }
    });
  });
};

type Step = Walk['steps'][number];

const signalsOf = ({ commands }: Step): { readonly type: string; readonly item?: unknown }[] =>
  commands
    .filter(({ type }) => type === 'signalProcesses')
    .flatMap(({ params }) => (params.signals as { event: { type: string } }[]).map(({ event }) => event));

const tellsResolution = (step: Step): boolean =>
  signalsOf(step).some(({ type }) => REVIEW_KINDS.includes(type.replace(/^resolution[.]/, '')));

const wasReleased = ({ steps }: Walk, key: string): boolean =>
  steps.some((step) => signalsOf(step).some(({ type, item }) => type === 'agenda.released' && item === key));
