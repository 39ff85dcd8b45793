import fc from 'fast-check';
import { arrivals, orderForUnits } from './order-for-units';

const item = fc.record({
  id: fc.uuid(),
  units: fc.uniqueArray(fc.constantFrom('D10', 'D12', 'D13', 'D15', 'L05', 'M02'), { maxLength: 4 }),
  presenter: fc.option(fc.constantFrom('D01', 'D02', 'T01'), { nil: null }),
});
const agenda = fc.uniqueArray(item, { maxLength: 10, selector: ({ id }) => id });

describe('an agenda ordered for its units', () => {
  it('holds the same items', () => {
    fc.assert(
      fc.property(agenda, (items) => {
        const ids = (list: typeof items) => list.map(({ id }) => id).sort();
        expect(ids(orderForUnits(items))).toEqual(ids(items));
      }),
    );
  });

  it('is never worse than the order of the queue, and always the same', () => {
    fc.assert(
      fc.property(agenda, (items) => {
        const ordered = orderForUnits(items);
        expect(arrivals(ordered)).toBeLessThanOrEqual(arrivals(items));
        expect(orderForUnits(items)).toEqual(ordered);
      }),
    );
  });

  it('keeps the items of one unit together', () => {
    const one = (units: string[]) => ({ units, presenter: null });
    const items = [one(['D13']), one(['D12']), one(['D13']), one(['D12'])];
    expect(arrivals(items)).toBe(4);
    expect(arrivals(orderForUnits(items))).toBe(2);
  });
});
