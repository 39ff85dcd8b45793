import fc from 'fast-check';
import { atLeast, exceeds, per } from './amount';
import { projectLevel } from './project-level';
import { bandOf, SCORE_ITEMS, scorecardOf } from './scorecard';

const evaluation = {
  fixedInvestment: '6000',
  taxPlan: '450',
  jobs: 150,
  landNeed: 30,
  energyReview: false,
  waterNeed: false,
  safetyReview: false,
  eiaClass: 'form',
  foreignPlanned: null,
} as const;

describe('the scorecard', () => {
  it('has the items and weights of 团风县, 100 points in all', () => {
    expect(SCORE_ITEMS.map(({ weight }) => weight).reduce((sum, weight) => sum + weight)).toBe(100);
    expect(SCORE_ITEMS).toHaveLength(11);
  });

  it('computes scale, intensity, tax and jobs from the data', () => {
    const { scorecard } = scorecardOf({}, { totalInvestment: '50000', evaluation });
    expect(scorecard).toMatchObject({ scaleScore: 8.5, intensityScore: 11.3, taxScore: 8, jobsScore: 3.8 });
  });

  it('lets the head’s mark go before the computed one, and never gives more than the weight', () => {
    const facts = { totalInvestment: '9999999', evaluation: { ...evaluation, landNeed: 0.001 } };
    expect(scorecardOf({ scaleScore: 3 }, facts).scorecard).toMatchObject({
      scaleScore: 3,
      intensityScore: 17,
      taxScore: 16,
    });
  });

  it('has its bands at 60 and 80', () => {
    expect([59.9, 60, 79.9, 80].map(bandOf)).toEqual(['notAdvised', 'feasible', 'feasible', 'priority']);
  });
});

describe('the level of a project', () => {
  const of = (totalInvestment: string | null, change: object = {}) =>
    projectLevel({ totalInvestment, crossRegion: false, evaluation: null, landingKind: 'ZONE', ...change });

  it('follows the thresholds, which belong to the higher level', () => {
    expect(['9999.9999', '10000', '99999.9999', '100000'].map((amount) => of(amount))).toEqual([
      'ordinary',
      'districtKey',
      'districtKey',
      'major',
    ]);
    expect(of('5000', { landingKind: 'STREET_TOWN' })).toBe('streetTownKey');
    expect(of('1', { crossRegion: true })).toBe('crossRegion');
    expect(of('1', { evaluation: { ...evaluation, foreignPlanned: '1000' } })).toBe('major');
    expect(of(null)).toBe('ordinary');
  });
});

describe('amounts', () => {
  const amount = fc
    .tuple(fc.nat(1_000_000_000), fc.nat(9999))
    .map(([whole, part]) => `${whole}.${String(part).padStart(4, '0')}`);

  it('are compared exactly', () => {
    expect(atLeast('0.3', '0.1')).toBe(true);
    expect(exceeds('99999999999999.9999', '99999999999999.9998')).toBe(true);
    fc.assert(fc.property(amount, amount, (a, b) => exceeds(a, b) === (atLeast(a, b) && a !== b)));
  });

  it('are divided to four decimals, half up', () => {
    expect(per('6000', 30)).toBe('200.0000');
    expect(per('500', 30)).toBe('16.6667');
    expect(per('0.0001', 2)).toBe('0.0001');
  });
});
