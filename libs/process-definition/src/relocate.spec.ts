import { travelRequest } from '../test/travel-request.definition';
import { advance, begin, persist, restore, statePaths } from './advance';
import { Rejection } from './rejection';
import { leavesWithin, parallelsAround, parallelsLeft, relocate, relocationScope, statesOfTask } from './relocate';

const actor = { accountId: 'a', name: 'a', unit: 'a', groups: [] };
const at = '2026-03-02T01:00:00.000Z';
const occasion = { at, actor };

const stepped = (snapshot: ReturnType<typeof begin>['snapshot'], type: string, more: object = {}) => {
  const answer = advance(travelRequest, snapshot, { type, at, actor, ...more });
  if (answer instanceof Rejection) throw answer;
  return answer.snapshot;
};

const started = begin(travelRequest, { at, actor, needsHotel: true }).snapshot;
const booking = stepped(started, 'approval.approve', { slot: '' });

describe('relocating a process', () => {
  it('leaves what lies inside the innermost state around the target, with the exits and entries of the machine', () => {
    expect(relocationScope(booking, ['open.approval'])).toBe('open');
    const { snapshot, commands, from, to } = relocate(travelRequest, booking, ['open.approval'], occasion);
    expect(from).toEqual(['open.booking.ticket.asked', 'open.booking.hotel.asked']);
    expect(to).toEqual(['open.approval']);
    expect(commands.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['cancelUserTask', 'openUserTask', 'startTimer', 'cancelTimer']),
    );
    expect(snapshot.context).toEqual(booking.context);
  });

  it('answers a snapshot of the definition’s own machine, that goes on as any other', () => {
    const { snapshot } = relocate(travelRequest, booking, ['open.approval'], occasion);
    expect(restore(travelRequest.machine, persist(travelRequest.machine, snapshot)).value).toEqual(snapshot.value);
    expect(statePaths(stepped(snapshot, 'approval.approve', { slot: '' }).value)).toContain(
      'open.booking.ticket.asked',
    );
  });

  it('leaves the parallel regions beside the target alone', () => {
    const bought = stepped(booking, 'ticket.bought', { slot: 'desk' });
    const { commands, to } = relocate(travelRequest, bought, ['open.booking.ticket.asked'], occasion);
    expect(to).toEqual(['open.booking.ticket.asked', 'open.booking.hotel.asked']);
    expect(commands).toEqual([
      expect.objectContaining({ type: 'openUserTask', params: expect.objectContaining({ task: 'ticket' }) }),
    ]);
  });

  it('enters several regions of a parallel state at once, finished ones as finished', () => {
    const { to } = relocate(
      travelRequest,
      started,
      ['open.booking.ticket.asked', 'open.booking.hotel.booked'],
      occasion,
    );
    expect(to).toEqual(['open.booking.ticket.asked', 'open.booking.hotel.booked']);
  });

  it('keeps what the history of a state remembers', () => {
    const paused = stepped(booking, 'pause');
    const resumed = stepped(paused, 'resume');
    const moved = relocate(travelRequest, resumed, ['open.approval'], occasion).snapshot;
    const again = stepped(stepped(moved, 'pause'), 'resume');
    expect(statePaths(again.value)).toEqual(['open.approval']);
  });

  it('says that a state does not exist', () => {
    expect(() => relocate(travelRequest, booking, ['open.nowhere'], occasion)).toThrow("no state 'open.nowhere'");
  });
});

describe('what a definition knows of its states', () => {
  it('finds the states of a task', () => {
    expect(statesOfTask(travelRequest, 'ticket')).toEqual(['open.booking.ticket.asked']);
    expect(statesOfTask(travelRequest, 'none')).toEqual([]);
  });

  it('tells how a parallel state stood when it was left, although its last region ends in the same step', () => {
    const confirmed = stepped(booking, 'hotel.confirmed');
    const left = parallelsLeft(travelRequest, confirmed, { type: 'ticket.bought', slot: 'desk', at, actor });
    expect(left).toEqual({ 'open.booking': ['open.booking.ticket.bought', 'open.booking.hotel.booked'] });
    expect(parallelsLeft(travelRequest, started, { type: 'approval.approve', at, actor })).toEqual({});
  });

  it('names the parallel states around a state and the leaves within one', () => {
    expect(parallelsAround(travelRequest, 'open.booking.ticket.asked')).toEqual(['open.booking']);
    expect(parallelsAround(travelRequest, 'open.approval')).toEqual([]);
    expect(leavesWithin(booking, 'open.booking.hotel')).toEqual(['open.booking.hotel.asked']);
    expect(leavesWithin(booking, '')).toHaveLength(2);
  });
});
