import type { AgendaItem, Seat, SeatRole } from '../meeting';
import { timetableOf } from './timetable';

const item = (key: string, units: string[], change: Partial<AgendaItem> = {}): AgendaItem => ({
  ...{ key, kind: 'judgement', title: key, question: null, waiting: null, projectId: null, projectName: null },
  ...{ presenter: null, units, minutes: 20, landingUnit: null, standing: 'confirmed', late: false },
  ...{ outcome: null, conclusion: null },
  ...change,
});

const seat = (unit: string, role: SeatRole): Seat => ({
  ...{ unit, role, reply: 'none', person: null, post: null, reason: null },
  ...{ present: false, checkedIn: null, checkedInAt: null },
});

describe('a timetable', () => {
  const agenda = [
    item('i1', ['D13'], { presenter: 'T01' }),
    item('gone', ['D15'], { standing: 'left' }),
    item('i2', ['D13', 'D12'], { minutes: 45 }),
    item('i3', ['D12']),
    item('i4', ['D13']),
  ];
  const seats = [seat('LGO', 'convener'), seat('D13', 'reviewer'), seat('D12', 'reviewer'), seat('T01', 'presenter')];

  it('hears one item after the other; what has left takes no time', () => {
    expect(timetableOf({ plannedTime: '09:30', agenda, seats }).items).toEqual([
      { item: 'i1', from: '09:30', to: '09:50' },
      { item: 'i2', from: '09:50', to: '10:35' },
      { item: 'i3', from: '10:35', to: '10:55' },
      { item: 'i4', from: '10:55', to: '11:15' },
    ]);
  });

  it('asks a unit for its own items only, those in a row at once; whoever calls sits throughout', () => {
    const { units } = timetableOf({ plannedTime: '09:30', agenda, seats });
    expect(units).toEqual([
      { unit: 'LGO', stretches: [{ from: '09:30', to: '11:15', items: ['i1', 'i2', 'i3', 'i4'] }] },
      {
        unit: 'D13',
        stretches: [
          { from: '09:30', to: '10:35', items: ['i1', 'i2'] },
          { from: '10:55', to: '11:15', items: ['i4'] },
        ],
      },
      { unit: 'D12', stretches: [{ from: '09:50', to: '10:55', items: ['i2', 'i3'] }] },
      { unit: 'T01', stretches: [{ from: '09:30', to: '09:50', items: ['i1'] }] },
    ]);
  });

  it('is empty while no time is planned', () => {
    expect(timetableOf({ plannedTime: null, agenda, seats })).toEqual({ items: [], units: [] });
  });
});
