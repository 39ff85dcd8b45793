import { Rejection, startWalk, takeStep, type Walk } from '@landfall/process-definition';
import { pushMeetingV1 } from '@workflows/push-meeting/v1/push-meeting.v1';
import { streetTownReviewV1 } from '@workflows/street-town-review/v1/street-town-review.v1';
import fc from 'fast-check';
import type { AgendaItemKind } from '../commands';
import { seatRoles } from '../v1/context';
import { isComplete } from '../v1/guards';
import { contextOf, eventsOf } from './exploring-meetings';
import { inputWith } from './meeting-story';

const RUNS = Number(process.env.LANDFALL_MEETING_RUNS ?? 150);
const STEPS = 60;

const UNITS = ['M02', 'D12', 'D10', 'L07'];

const itemsOf = (kinds: readonly AgendaItemKind[]) =>
  fc.array(fc.tuple(fc.constantFrom(...kinds), fc.subarray(UNITS, { minLength: 1 })), { minLength: 1, maxLength: 4 });

const inputOf = (items: readonly (readonly [AgendaItemKind, readonly string[]])[]) =>
  inputWith(
    items.map(([kind, units], index) => ({
      key: `i${index + 1}`,
      kind,
      title: `第${index + 1}个项目`,
      waiting: `waiting-${index + 1}`,
      projectId: `project-${index + 1}`,
      presenter: `T0${index + 1}`,
      units,
    })),
  );

interface Told {
  readonly instanceId: string;
  readonly event: { readonly type: string; readonly resolution?: string };
}

const signalsOf = (steps: Walk['steps']): readonly Told[] =>
  steps
    .flatMap(({ commands }) => commands)
    .filter(({ type }) => type === 'signalProcesses')
    .flatMap(({ params }) => params.signals as readonly Told[]);

/** The office may hand over once more what nobody took: the same words again, which whoever heard them refuses. */
const isRepeated = ({ event }: Walk['steps'][number]): boolean => event === 'handOverCheck.again';

const ENDS: readonly string[] = ['agenda.released', 'item.concluded', 'item.noAgreement'];

/** Tells a random story: of what may happen next one thing does, whichever the numbers choose. */
const story = (definition: typeof pushMeetingV1, input: ReturnType<typeof inputOf>, choices: readonly number[]) => {
  let walk = startWalk(definition, { ...input });
  /** The step in which each item's process said last that it waits. */
  const confirmedIn = new Map<string, number>();
  for (const choice of choices) {
    if (walk.snapshot.status === 'done') break;
    const next = eventsOf(definition)(walk).flatMap((event) => {
      const step = takeStep(definition, walk, event);
      return step instanceof Rejection ? [] : [{ event, step }];
    });
    const taken = next[choice % next.length];
    if (taken === undefined) break;
    if (taken.event.type === 'item.confirmed') confirmedIn.set(String(taken.event.item), walk.steps.length);
    walk = taken.step;
  }
  return { walk, confirmedIn };
};

describe.each([
  ['street-town-review', streetTownReviewV1, ['judgement']],
  ['push-meeting', pushMeetingV1, ['problem', 'decision']],
] as const)('random stories of %s', (_name, definition, kinds) => {
  it('keep the laws of meetings', () => {
    let ended = 0;
    fc.assert(
      fc.property(itemsOf(kinds), fc.array(fc.nat(), { minLength: STEPS, maxLength: STEPS }), (items, choices) => {
        const { walk, confirmedIn } = story(definition, inputOf(items), choices);
        const context = contextOf(walk);
        for (const { key, waiting, standing } of context.items) {
          const since = walk.steps.slice(confirmedIn.get(key) ?? 0);
          const endsIn = (steps: Walk['steps']) =>
            signalsOf(steps).filter(({ instanceId, event }) => instanceId === waiting && ENDS.includes(event.type));
          const ends = endsIn(since.filter((step) => !isRepeated(step)));
          for (const again of endsIn(since.filter(isRepeated))) expect(ends).toContainEqual(again);
          // Whoever waits is told its end once at most, and never left without a word when the meeting is over.
          expect(ends.length).toBeLessThanOrEqual(1);
          const over = walk.snapshot.status === 'done' && waiting !== null && standing !== 'left';
          if (over) expect({ key, ends: ends.length }).toEqual({ key, ends: 1 });
        }
        // No unit sits for an item that is not on the agenda, and nobody judges what it presents.
        const concerned = new Set(
          context.items.filter((item) => item.standing !== 'left').flatMap((item) => item.units),
        );
        for (const [unit, role] of seatRoles(context)) if (role === 'reviewer') expect(concerned).toContain(unit);
        for (const { units, presenter } of context.items) expect(units).not.toContain(presenter);
        // An opinion is given once, by a unit that was asked.
        const given = context.opinions.map(({ item, unit }) => `${item}/${unit}`);
        expect(new Set(given).size).toBe(given.length);
        // What was issued is complete (invariant 6), and keys of resolutions are never used twice.
        if (context.minutesNumber !== null)
          expect(context.resolutions.filter((known) => !isComplete(known))).toEqual([]);
        const keys = context.resolutions.map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
        if (walk.snapshot.status === 'done') ended += 1;
      }),
      { numRuns: RUNS },
    );
    expect(ended).toBeGreaterThan(0);
  });
});
