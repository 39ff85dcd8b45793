import { type FormOccasion, type FormValues, outcomeSchema } from '@landfall/process-definition';
import Ajv from 'ajv';
import { formFor } from '../test/version-3';
import { FORM_FORMATS, inputs, NOW, OFFICER, person } from '../test/walking';
import { initialContext, type LifecycleContext } from './context';
import { investmentProjectV3 as definition } from './investment-project.v3';
import { investmentProjectRefusalTexts, refuse } from './refusals';

const context = initialContext(inputs.ordinary);

/** The problems of a form as `<field> <code>`. */
const problemsOf = (
  key: string,
  form: FormValues,
  { outcome, ...change }: Partial<LifecycleContext> & { outcome?: string } = {},
  actor = OFFICER,
): string[] => {
  const check = definition.userTasks[key]?.check ?? definition.events[key]?.check;
  const on: FormOccasion = { at: NOW, actor, ...(outcome === undefined ? {} : { outcome }) };
  return (check?.(form, { ...context, ...change }, on) ?? []).map(
    ({ path, code }) => `${path} ${code.replace('INVESTMENT_PROJECT.', '')}`,
  );
};

describe('forms', () => {
  it('are schemas that a strict validator compiles, and their samples are valid', () => {
    const ajv = new Ajv({ allErrors: true, strict: true });
    ajv.addVocabulary(['x-title-en', 'x-widget', 'x-enum-labels']);
    for (const format of FORM_FORMATS) ajv.addFormat(format, true);
    for (const [key, task] of Object.entries(definition.userTasks)) {
      for (const outcome of Object.keys(task.outcomes)) {
        const validate = ajv.compile(outcomeSchema(task, outcome));
        validate(formFor(`${key}.${outcome}`));
        expect({ key, outcome, errors: validate.errors }).toEqual({ key, outcome, errors: null });
      }
    }
  });

  it('say every refusal in both languages', () => {
    expect(refuse('until', 'INVESTMENT_PROJECT.SUSPENSION_NEEDS_OFFICE', { limit: 30, days: 31 }).detail).toBe(
      'Expected the office to suspend for more than 30 days, but this is 31 days.',
    );
    for (const { zh, en } of Object.values(investmentProjectRefusalTexts)) {
      expect(zh).not.toBe('');
      expect(en).toMatch(/^Expected /);
    }
  });
});

describe('dates', () => {
  it('that record something have come, counted in Asia/Shanghai', () => {
    expect(problemsOf('signingRecord', { signedOn: '2026-11-23' })).toEqual([]);
    expect(problemsOf('signingRecord', { signedOn: '2026-11-24' })).toEqual(['signedOn DATE_IN_FUTURE']);
    expect(problemsOf('materialReceipt', { materialReceivedOn: '2026-11-24' })).toEqual([
      'materialReceivedOn DATE_IN_FUTURE',
    ]);
    expect(problemsOf('leadFollowUp', { followedUpOn: '2027-01-01' })).toEqual(['followedUpOn DATE_IN_FUTURE']);
  });

  it('that set a limit are ahead', () => {
    expect(problemsOf('suspend', { until: '2026-11-23' })).toEqual(['until DATE_NOT_IN_FUTURE']);
  });

  it('of results do not come before the start', () => {
    const milestones = { startedOn: '2026-03-01' };
    expect(problemsOf('figuresFiling', { operatedOn: '2026-02-28' }, { milestones })).toEqual([
      'operatedOn OPERATED_BEFORE_START',
    ]);
    expect(problemsOf('figuresFiling', { operatedOn: '2026-03-01' }, { milestones })).toEqual([]);
    // Real projects take their milestones out of order: registering before signing is nothing to refuse.
    expect(problemsOf('enterpriseRegistration', { registeredOn: '2001-01-01' }, { milestones })).toEqual([]);
  });
});

describe('the lead', () => {
  it('has exactly one lead task force', () => {
    expect(problemsOf('leadDispatch', { leadTaskForce: 'D01', assistTaskForces: ['D05', 'D01'] })).toEqual([
      'assistTaskForces LEAD_ALSO_ASSISTS',
    ]);
    expect(problemsOf('leadDispatch', { leadTaskForce: 'D01', assistTaskForces: ['Z01'] })).toEqual([
      'assistTaskForces NOT_A_TASK_FORCE',
    ]);
  });
});

describe('the evaluation', () => {
  const submit = { outcome: 'submit' };
  const base = { carrierMode: 'leasedPlant', fixedInvestment: '6000' };

  it('keeps parts within their whole', () => {
    expect(problemsOf('evaluationCollecting', { ...base, fixedInvestment: '8000' }, submit)).toEqual([]);
    expect(problemsOf('evaluationCollecting', { ...base, fixedInvestment: '8000.0001' }, submit)).toEqual([
      'fixedInvestment FIXED_EXCEEDS_TOTAL',
    ]);
    expect(problemsOf('evaluationCollecting', { ...base, equipmentInvestment: '6000.01' }, submit)).toEqual([
      'equipmentInvestment EQUIPMENT_EXCEEDS_FIXED',
    ]);
  });

  it('wants fund sources to sum to 100 when any is given', () => {
    const shares = (ownFundsPercent: number, loanPercent?: number) => ({ ...base, ownFundsPercent, loanPercent });
    expect(problemsOf('evaluationCollecting', shares(40, 60), submit)).toEqual([]);
    expect(problemsOf('evaluationCollecting', shares(33.3, 66.7), submit)).toEqual([]);
    expect(problemsOf('evaluationCollecting', shares(40), submit)).toEqual(['ownFundsPercent FUND_SOURCES_SUM']);
  });

  it('wants what the kind of project makes necessary', () => {
    const missing = problemsOf(
      'evaluationCollecting',
      { carrierMode: 'newLand', fixedInvestment: '1' },
      { ...submit, landingUnit: null, totalInvestment: null, capitalType: 'foreign' },
    );
    expect(missing).toEqual([
      'landingUnit REQUIRED_HERE',
      'totalInvestment REQUIRED_HERE',
      'landNeed REQUIRED_HERE',
      'foreignPlanned REQUIRED_HERE',
    ]);
    expect(
      problemsOf(
        'evaluationCollecting',
        { missingMaterial: '环评材料' },
        { outcome: 'requestMaterial', landingUnit: null },
      ),
    ).toEqual([]);
  });
});

describe('the score', () => {
  const evaluation = {
    fixedInvestment: '6000',
    taxPlan: '500',
    jobs: 120,
    landNeed: 0,
    energyReview: false,
    waterNeed: false,
    safetyReview: false,
    eiaClass: 'form',
    foreignPlanned: null,
  } as const;

  it('asks the head for what cannot be computed', () => {
    const confirm = { outcome: 'confirm', evaluation };
    expect(
      problemsOf('scoring', {}, confirm).filter(
        (problem) => !/^(industry|tech|investor|env|safety|land|plan)/.test(problem),
      ),
    ).toEqual(['intensityScore SCORE_NOT_COMPUTABLE', 'taxScore SCORE_NOT_COMPUTABLE']);
    expect(
      problemsOf(
        'scoring',
        { ...formFor('scoring.confirm'), levelOverride: 'major' },
        { ...confirm, evaluation: { ...evaluation, landNeed: 10 } },
      ),
    ).toEqual(['levelReason LEVEL_WITHOUT_REASON']);
  });
});

describe('the agreement', () => {
  const submit = { outcome: 'submit' };
  const base = {
    ...formFor('agreementDrafting.submit'),
    agreementKind: 'formal',
    agreedStartOn: '2027-03-01',
    agreedProductionOn: '2028-03-01',
  };

  it('has its dates in order', () => {
    expect(problemsOf('agreementDrafting', base, submit)).toEqual([]);
    expect(
      problemsOf('agreementDrafting', { ...base, agreedProductionOn: '2027-02-01', agreedEndOn: '2027-01-01' }, submit),
    ).toEqual(['agreedProductionOn PRODUCTION_BEFORE_START', 'agreedEndOn END_BEFORE_START']);
    const { agreedStartOn: _start, agreedProductionOn: _production, ...undated } = base;
    expect(problemsOf('agreementDrafting', undated, submit)).toEqual([
      'agreedStartOn REQUIRED_HERE',
      'agreedProductionOn REQUIRED_HERE',
    ]);
    expect(problemsOf('agreementDrafting', { ...undated, agreementKind: 'framework' }, submit)).toEqual([]);
  });

  it('is blocked by a clause of the scan until it is explained, also when it is written with gaps', () => {
    const policyClauses = '按年度给予税 收 返还 50%';
    expect(problemsOf('agreementDrafting', { ...base, policyClauses }, submit)).toEqual([
      'policyClauses FORBIDDEN_CLAUSE',
    ]);
    const clauseExplanation = '该条款仅为引述已废止的旧政策，协议并不适用，已与区财政局核对。';
    expect(problemsOf('agreementDrafting', { ...base, policyClauses, clauseExplanation }, submit)).toEqual([]);
  });

  it('is checked for fair competition by whoever drafts it', () => {
    expect(problemsOf('agreementDrafting', { ...base, selfReviewed: false }, submit)).toEqual([
      'selfReviewed SELF_REVIEW_MISSING',
    ]);
  });
});

describe('events of people', () => {
  it('suspend for more than 30 days only by the office', () => {
    const head = person('D01', 'D01.head');
    expect(problemsOf('suspend', { until: '2026-12-23' }, {}, head)).toEqual([]);
    expect(problemsOf('suspend', { until: '2026-12-24' }, {}, head)).toEqual(['until SUSPENSION_NEEDS_OFFICE']);
    expect(problemsOf('suspend', { until: '2026-12-24' })).toEqual([]);
    expect(problemsOf('suspend', { until: '2026-11-23' }, {}, head)).toEqual(['until DATE_NOT_IN_FUTURE']);
  });

  it('correct something, transfer somewhere, record a milestone once', () => {
    expect(problemsOf('correct', { reason: '改' })).toEqual(['projectName NOTHING_TO_CORRECT']);
    expect(problemsOf('transfer', { destination: 'binhai' })).toEqual(['landingUnit REQUIRED_HERE']);
    expect(problemsOf('transfer', { destination: 'outside' })).toEqual([]);
    const milestones = { startedOn: '2026-03-01' };
    expect(problemsOf('milestoneReached', { milestone: 'startedOn', on: '2026-05-01' }, { milestones })).toEqual([
      'milestone MILESTONE_KNOWN',
    ]);
    expect(problemsOf('milestoneReached', { milestone: 'operatedOn', on: '2026-02-01' }, { milestones })).toEqual([
      'on OPERATED_BEFORE_START',
    ]);
    expect(problemsOf('milestoneReached', { milestone: 'registeredOn', on: '2027-02-01' })).toEqual([
      'on DATE_IN_FUTURE',
      'enterpriseName REQUIRED_HERE',
      'enterpriseUscc REQUIRED_HERE',
    ]);
  });

  it('are allowed to the units concerned', () => {
    const groups = (event: string) => definition.events[event]?.allowedGroups({ ...context });
    expect(groups('suspend')).toEqual(['D01.head', 'D01.specialist', 'Z01.head', 'LGO.staff', 'LGO.director']);
    expect(groups('withdraw')).toEqual(['L03.liaison']);
    expect(groups('transfer')).toEqual(['LGO.staff', 'LGO.director']);
  });
});
