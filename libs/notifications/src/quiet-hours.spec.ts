import { afterQuietHours } from './quiet-hours';

/** 2026-10-01 to 10-08 off, 10-10 (Saturday) worked, otherwise Monday to Friday. */
const isWorkday = (day: string): boolean => {
  if (day >= '2026-10-01' && day <= '2026-10-08') return false;
  if (day === '2026-10-10') return true;
  return ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
};

describe('quiet hours', () => {
  const usual = { from: '21:00', until: '08:00', onRestDays: true };

  it.each([
    ['in the middle of a working day', '2026-11-25T10:00', '2026-11-25T10:00'],
    ['a minute before the evening', '2026-11-25T20:59', '2026-11-25T20:59'],
    ['from the evening on', '2026-11-25T21:00', '2026-11-26T08:00'],
    ['before the morning', '2026-11-25T07:59', '2026-11-25T08:00'],
    ['at the end of the night', '2026-11-25T08:00', '2026-11-25T08:00'],
    ['on Friday evening', '2026-11-27T21:30', '2026-11-30T08:00'],
    ['on a Saturday at noon', '2026-11-28T12:00', '2026-11-30T08:00'],
    ['in the holiday week', '2026-10-01T12:00', '2026-10-09T08:00'],
    ['on the eve of a Saturday that is worked', '2026-10-09T22:00', '2026-10-10T08:00'],
    ['on a Saturday that is worked', '2026-10-10T12:00', '2026-10-10T12:00'],
  ])('%s', (_, now, then) => {
    expect(afterQuietHours(new Date(`${now}:00+08:00`), usual, isWorkday)).toEqual(new Date(`${then}:00+08:00`));
  });

  it('may be within one day, or none', () => {
    const at = (time: string) => new Date(`2026-11-25T${time}:00+08:00`);
    const noon = { from: '12:00', until: '14:00', onRestDays: true };
    expect(afterQuietHours(at('12:30'), noon, isWorkday)).toEqual(at('14:00'));
    expect(afterQuietHours(at('23:30'), noon, isWorkday)).toEqual(at('23:30'));
    expect(afterQuietHours(at('03:00'), { ...usual, from: '00:00', until: '00:00' }, isWorkday)).toEqual(at('03:00'));
    const saturday = new Date('2026-11-28T12:00:00+08:00');
    expect(afterQuietHours(saturday, noon, isWorkday)).toEqual(new Date('2026-11-30T00:00:00+08:00'));
  });

  it('may leave days off alone', () => {
    const saturday = new Date('2026-11-28T12:00:00+08:00');
    expect(afterQuietHours(saturday, { ...usual, onRestDays: false }, isWorkday)).toEqual(saturday);
    expect(afterQuietHours(new Date('2026-11-27T22:00:00+08:00'), { ...usual, onRestDays: false }, isWorkday)).toEqual(
      new Date('2026-11-28T08:00:00+08:00'),
    );
  });

  it('end some day even when the calendar knows no working day', () => {
    expect(afterQuietHours(new Date('2026-11-28T12:00:00+08:00'), usual, () => false)).toEqual(
      new Date('2026-11-29T08:00:00+08:00'),
    );
  });
});
