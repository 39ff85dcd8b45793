import { inputs } from '../test/walking';
import { initialContext } from './context';
import { suggestedUnits } from './suggested-units';
import { userTasks } from './user-tasks/triage.tasks';
import { decidingUnits, presenter } from './work-groups';

describe('who sits in a push meeting', () => {
  it('follows the type of problem (domain-model 6.b2), each unit once', () => {
    expect(suggestedUnits(['site', 'planning'])).toEqual(['M02', 'D13']);
    expect(suggestedUnits(['environment'])).toEqual(['D12']);
    expect(suggestedUnits(['policy', 'energy'])).toEqual(['L05', 'D10', 'L04']);
    expect(suggestedUnits(['safety', 'registration'])).toEqual(['L07', 'D18']);
    expect(suggestedUnits(['other'])).toEqual([]);
  });

  it('is named by the office, else by the matrix, and never presents the item itself', () => {
    const context = { ...initialContext(inputs.normal), leadTaskForce: 'D13' };
    expect(decidingUnits(context, [])).toEqual(['M02']);
    expect(decidingUnits(context, ['L05', 'L05', 'Z01', 'D13'])).toEqual(['L05']);
    expect(presenter(context)).toBe('D13');
    expect(presenter({ ...context, leadTaskForce: null })).toBe('Z01');
    expect(presenter({ ...context, leadTaskForce: null, landingUnit: null })).toBe('D01');
  });

  it('is asked for where the matrix names nobody', () => {
    const check = (form: Readonly<Record<string, unknown>>, outcome = 'accept') =>
      userTasks.requestTriage
        .check(
          form,
          { ...initialContext({ ...inputs.normal, problemTypes: ['other'] }) },
          { at: inputs.normal.at, actor: inputs.normal.actor, outcome },
        )
        .map(({ path, code }) => ({ path, code }));
    const missing = [{ path: 'units', code: 'PUSH_REQUEST.UNITS_MISSING' }];
    expect(check({})).toEqual(missing);
    expect(check({ units: ['D01', 'Z01'] })).toEqual(missing);
    expect(check({ units: ['L05'] })).toEqual([]);
    expect(check({}, 'refuse')).toEqual([]);
  });
});
