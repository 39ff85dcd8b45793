import fc from 'fast-check';
import { isWorse, type LightReading, type LightReason, type ReasonCode, type Warning, worstOf } from './light';
import { type SteadyLight, steadyLight } from './steady-light';

const reason = (code: ReasonCode, light: Warning): LightReason => ({
  code,
  light,
  text: { zh: code, en: code },
  since: '2026-11-01',
  source: '业务规则 3.7',
  subject: '',
});
const reading = (...reasons: LightReason[]): LightReading => ({ light: worstOf(reasons), reasons });
const shown = (...reasons: LightReason[]): SteadyLight => ({ ...reading(...reasons), heldReasons: [] });

describe('a steady light', () => {
  it('gets worse at once', () => {
    for (const occasion of ['event', 'daily'] as const) {
      expect(steadyLight(shown(), reading(reason('progressBehind', 'red')), occasion).light).toBe('red');
    }
  });

  it('gets better at once when the event answered the reason', () => {
    const before = shown(reason('nodeOverdue', 'red'), reason('noUpdate', 'yellow'));
    expect(steadyLight(before, reading(), 'event')).toEqual({ light: 'green', reasons: [], heldReasons: [] });
  });

  it('keeps the colour that rested on a figure until the daily run, and says which reason is gone', () => {
    const before = shown(reason('progressBehind', 'yellow'));
    const held = steadyLight(before, reading(), 'event');
    expect(held).toEqual({ light: 'yellow', reasons: [], heldReasons: before.reasons });
    expect(steadyLight(held, reading(), 'event')).toEqual(held);
    expect(steadyLight(held, reading(), 'daily').light).toBe('green');
  });

  it('comes down from red to yellow as it comes down to green', () => {
    const before = shown(reason('fundsLow', 'red'));
    const late = reason('nodeOverdue', 'yellow');
    expect(steadyLight(before, reading(late), 'event')).toEqual({
      light: 'red',
      reasons: [late],
      heldReasons: before.reasons,
    });
    expect(steadyLight(before, reading(late), 'daily').light).toBe('yellow');
  });

  it('turns grey and back at once', () => {
    const before = shown(reason('progressBehind', 'red'));
    const grey = steadyLight(before, { light: 'grey', reasons: [] }, 'event');
    expect(grey.light).toBe('grey');
    expect(steadyLight(grey, reading(), 'event').light).toBe('green');
  });

  it('is never better than what the rules say, and a figure never flaps between two daily runs', () => {
    const readings = fc.array(
      fc.constantFrom(reading(), reading(reason('progressBehind', 'yellow')), reading(reason('progressBehind', 'red'))),
      {
        minLength: 1,
        maxLength: 30,
      },
    );
    fc.assert(
      fc.property(readings, (events) => {
        let light = steadyLight(undefined, reading(), 'daily');
        for (const event of events) {
          const next = steadyLight(light, event, 'event');
          expect(isWorse(event.light, next.light)).toBe(false);
          expect(isWorse(light.light, next.light)).toBe(false);
          light = next;
        }
        const last = events.at(-1) ?? reading();
        expect(steadyLight(light, last, 'daily').light).toBe(last.light);
      }),
    );
  });
});
