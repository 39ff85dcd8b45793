import { travelRequest } from '../test/travel-request.definition';
import { SYSTEM_ACTOR } from './actor';
import { advance, begin, type Decision, persist, restore, statePaths } from './advance';
import { Rejection } from './rejection';

const AT = '2026-11-23T02:00:00.000Z';
const start = (needsHotel = true): Decision => begin(travelRequest, { at: AT, actor: SYSTEM_ACTOR, needsHotel });

const after = (decision: Decision, type: string): Decision => {
  const next = advance(travelRequest, decision.snapshot, { type, at: AT, actor: SYSTEM_ACTOR });
  if (next instanceof Rejection) throw next;
  return next;
};

const TIMER = 'xstate.after.patience.travel-request.open.approval';
const REMINDER = 'xstate.after.reminder.travel-request.open.approval';

describe('advance', () => {
  it('begins with the first states and their commands', () => {
    expect(start()).toMatchObject({
      from: [],
      to: ['open.approval'],
      commands: [
        { type: 'openUserTask', params: { task: 'approval', slots: [{ slot: '', group: 'boss.head' }] } },
        { type: 'startTimer', params: { timer: REMINDER, delayMs: 1_000, event: REMINDER } },
        { type: 'startTimer', params: { timer: TIMER, delayMs: 5_000, event: TIMER } },
      ],
    });
  });

  it('says commands in order: entering again disarms before it arms', () => {
    const again = after(start(), 'approval.return');
    expect(again.commands.map(({ type }) => type)).toEqual([
      'cancelUserTask',
      'cancelTimer',
      'cancelTimer',
      'openUserTask',
      'startTimer',
      'startTimer',
    ]);
  });

  it('decides without changing what it decides on', () => {
    const first = start();
    const before = JSON.stringify(persist(travelRequest.machine, first.snapshot));
    after(first, 'approval.approve');
    expect(JSON.stringify(persist(travelRequest.machine, first.snapshot))).toBe(before);
  });

  it('refuses what the states do not take, and everything after the end', () => {
    const refused = advance(travelRequest, start().snapshot, { type: 'resume', at: AT, actor: SYSTEM_ACTOR });
    expect(refused).toMatchObject({
      code: 'PROCESS.EVENT_NOT_ACCEPTED',
      status: 409,
      message: "Expected to apply 'resume', but the process is in 'open.approval'",
    });
    const ended = after(start(), 'approval.refuse');
    expect(advance(travelRequest, ended.snapshot, { type: 'pause', at: AT, actor: SYSTEM_ACTOR })).toMatchObject({
      code: 'PROCESS.ENDED',
      message: "Expected to apply 'pause', but the process has ended in 'refused'",
    });
  });

  it('comes back from JSON, also in the middle of regions and with its history', () => {
    const paused = after(after(after(start(), 'approval.approve'), 'hotel.confirmed'), 'pause');
    const json = JSON.parse(JSON.stringify(persist(travelRequest.machine, paused.snapshot)));
    const resumed = after({ ...paused, snapshot: restore(travelRequest.machine, json) }, 'resume');
    expect(resumed.to).toEqual(['open.booking.ticket.asked', 'open.booking.hotel.booked']);
  });

  it('does not bring back a state that the machine no longer has', () => {
    const json = JSON.parse(JSON.stringify(persist(travelRequest.machine, start().snapshot)));
    const lost = { ...json, value: { open: 'elsewhere' } };
    expect(() => restore(travelRequest.machine, lost)).toThrow("does not fit machine 'travel-request'");
  });
});

describe('statePaths', () => {
  it('lists active states in document order, empty regions included', () => {
    expect(statePaths({ open: { booking: { ticket: 'asked', hotel: {} } } })).toEqual([
      'open.booking.ticket.asked',
      'open.booking.hotel',
    ]);
  });
});
