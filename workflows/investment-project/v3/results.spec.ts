import fc from 'fast-check';
import { Story } from '../test/version-3';
import { inputs, person } from '../test/walking';
import type { LifecycleContext, LifecycleInput } from './context';
import { type Verification, verifierOf } from './work-groups';

const operating = (input: LifecycleInput = inputs.running): Story => Story.of(input).to('collecting');
const filer = person('Z01', 'Z01.coordinator');

describe('results', () => {
  it('has the figures verified by statistics, tax and the register; commerce only for foreign capital', () => {
    const story = operating().send('figuresFiling.file', { operatedOn: '2025-06-01' }, { actor: filer });
    expect(story.tasks).toEqual([
      'statisticsVerification L10.verifier',
      'taxVerification L05.verifier',
      'registryVerification D18.verifier',
    ]);
    const foreign = operating({ ...inputs.running, capitalType: 'foreign' }).send(
      'figuresFiling.file',
      {},
      { actor: filer },
    );
    expect(foreign.tasks).toContain('commerceVerification D02.verifier');
  });

  it('never lets a unit verify its own figures (6.2 invariant 9)', () => {
    const story = operating({ ...inputs.running, leadTaskForce: 'D18', filer: { unit: 'L10', group: 'L10.liaison' } });
    story.send('figuresFiling.file', {}, { actor: filer });
    expect(story.tasks).toEqual([
      'statisticsVerification L05.verifier',
      'taxVerification L05.verifier',
      'registryVerification L05.verifier',
    ]);
    const known = operating().context;
    const units = ['L05', 'L10', 'D02', 'D18', 'LGO', 'D01', 'L03', 'Z01', 'T05'];
    const unit = fc.constantFrom(...units);
    fc.assert(
      fc.property(
        unit,
        fc.constantFrom('D01', 'D02', 'D18'),
        fc.constantFrom('Z01', 'T05', null),
        fc.constantFrom('Z01', 'T05', 'LGO', null),
        fc.constantFrom<Verification>('statistics', 'tax', 'commerce', 'registry'),
        (filedBy, leadTaskForce, landingUnit, figuresFiledBy, verification) => {
          const context = {
            ...known,
            filer: { unit: filedBy, group: '' },
            leadTaskForce,
            landingUnit,
            figuresFiledBy,
          };
          const [verifier = ''] = verifierOf(context satisfies LifecycleContext, verification).split('.');
          const own = [filedBy, leadTaskForce, landingUnit, figuresFiledBy];
          // The office sits in the commerce bureau: one's figures are the other's.
          const kin = { LGO: 'D02', D02: 'LGO' }[verifier];
          return !own.includes(verifier) && (kin === undefined || !own.includes(kin));
        },
      ),
    );
  });

  it('comes back to be filed again when one verifier disputes', () => {
    const story = operating().send('figuresFiling.file', {}, { actor: filer });
    story.send('taxVerification.verified', { verifiedTax: '480' });
    expect(story.said).toEqual([{ type: 'recordFacts', params: { facts: { verifiedTax: '480' } } }]);
    expect(story.send('statisticsVerification.disputed').tasks).toEqual(['figuresFiling Z01.coordinator']);
  });

  it('is watched for 6, 12 and 24 months and then recognised', () => {
    const story = operating().send('figuresFiling.file', {}, { actor: filer });
    story.all('verified', 'statisticsVerification', 'taxVerification', 'registryVerification');
    const waits = [182, 183, 365].map((days) => {
      expect(story.timers).toEqual({ rampCheckDue: days });
      expect(story.elapse('rampCheckDue').tasks).toEqual(['rampCheck Z01.coordinator']);
      story.send('rampCheck.record');
      return story.state;
    });
    expect(waits).toEqual([
      'active.results.observing.watching',
      'active.results.observing.watching',
      'active.results.observing.recognising',
    ]);
    expect(story.send('resultsRecognition.keepWatching').timers).toEqual({ rampCheckDue: 365 });
    story.elapse('rampCheckDue').send('rampCheck.record').send('resultsRecognition.close');
    expect(story.state).toBe('achieved');
  });

  it('may be recognised earlier when the promises are kept', () => {
    const story = operating().send('figuresFiling.file', {}, { actor: filer });
    story.all('verified', 'statisticsVerification', 'taxVerification', 'registryVerification');
    expect(story.send('earlyRecognition.close').state).toBe('achieved');
  });
});
