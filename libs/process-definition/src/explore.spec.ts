import { travelRequest } from '../test/travel-request.definition';
import { SYSTEM_ACTOR } from './actor';
import { explore, possibleEvents, startWalk, takeStep, uncovered, type Walk } from './explore';
import { Rejection } from './rejection';

const AT = '2026-11-23T02:00:00.000Z';
const input = (needsHotel: boolean) => ({ at: AT, actor: SYSTEM_ACTOR, needsHotel });
const event = (type: string, slot?: string) => ({
  type,
  at: AT,
  actor: SYSTEM_ACTOR,
  ...(slot === undefined ? {} : { slot }),
});

const go = (walk: Walk, ...types: readonly [string, string?][]): Walk =>
  types.reduce((here, [type, slot]) => {
    const next = takeStep(travelRequest, here, event(type, slot));
    if (next instanceof Rejection) throw next;
    return next;
  }, walk);

describe('a walk', () => {
  it('adds up open tasks and running timers from the commands', () => {
    const start = startWalk(travelRequest, input(true));
    expect(start.states).toEqual(['open.approval']);
    expect(start.tasks).toEqual([{ task: 'approval', slot: '', group: 'boss.head' }]);
    expect(start.timers.map(({ event: type, dueAt }) => [type, dueAt])).toEqual([
      ['xstate.after.reminder.travel-request.open.approval', '2026-11-23T02:00:01.000Z'],
      ['xstate.after.patience.travel-request.open.approval', '2026-11-23T02:00:05.000Z'],
    ]);
    const booking = go(start, ['approval.approve', '']);
    expect(booking.tasks).toEqual([{ task: 'ticket', slot: 'desk', group: 'desk.clerk' }]);
    expect(booking.timers).toHaveLength(1);
    expect(go(booking, ['pause']).tasks).toEqual([]);
    expect(go(booking, ['pause'], ['resume']).tasks).toEqual(booking.tasks);
  });

  it('answers why an event is not taken, and stays where it was', () => {
    const start = startWalk(travelRequest, input(true));
    expect(takeStep(travelRequest, start, event('ticket.bought', 'desk'))).toMatchObject({
      code: 'PROCESS.EVENT_NOT_ACCEPTED',
    });
    expect(start.states).toEqual(['open.approval']);
  });
});

describe('explore', () => {
  const rules = {
    inputs: [input(true), input(false)],
    events: (walk: Walk) => possibleEvents(travelRequest, walk, () => [{}]),
  };

  it('reaches every state and takes every transition by itself', () => {
    expect(uncovered(travelRequest, explore(travelRequest, rules))).toEqual({ states: [], transitions: [] });
  });

  it('says what it has not seen', () => {
    const events = (walk: Walk) => rules.events(walk).filter(({ type }) => type !== 'pause');
    expect(uncovered(travelRequest, explore(travelRequest, { ...rules, events }))).toEqual({
      states: ['paused'],
      transitions: ['open pause', 'paused resume', 'paused xstate.after.pauseEnds.travel-request.paused'],
    });
  });

  it('finds the shortest walk into each state', () => {
    const { reached } = explore(travelRequest, rules);
    expect(reached.get('refused')?.steps.map(({ event: type }) => type)).toEqual(['started', 'approval.refuse']);
  });
});
