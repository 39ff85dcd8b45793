import { waitingRulesFor } from './waiting-owners';

describe('whom an investment project waits for', () => {
  const rules = waitingRulesFor('investment-project', 2);

  it('learns stages, suspension and the tasks of named states from the definition', () => {
    expect(rules.stages).toEqual(expect.arrayContaining([{ state: 'active.review', stage: 'review' }]));
    expect(rules.states).toContainEqual({ state: 'suspended', kind: 'suspended' });
    expect(rules.tasks).toEqual({
      leadCorrection: { kind: 'enterprise', owner: 'enterprise' },
      materialReceipt: { kind: 'enterprise', owner: 'enterprise' },
      streetTownReview: { kind: 'meetingQueue', owner: 'streetTown' },
      districtReview: { kind: 'meetingQueue', owner: 'district' },
      leadingGroupReview: { kind: 'meetingQueue', owner: 'leadingGroup' },
      suspensionReview: { kind: 'suspended', owner: 'suspended' },
    });
  });

  it('is a meeting from version 3 on without a task, while a project queues and while it is on an agenda', () => {
    const { states, tasks } = waitingRulesFor('investment-project', 3);
    expect(Object.keys(tasks)).toEqual(['leadCorrection', 'materialReceipt', 'suspensionReview']);
    for (const state of ['queuedDistrict', 'onAgenda.district']) {
      expect(states).toContainEqual({ state: `active.review.${state}`, kind: 'meetingQueue', owner: 'district' });
    }
  });

  it('knows no other process', () => {
    expect(() => waitingRulesFor('investment-project', 99)).toThrow('No waiting rules for version 99');
  });
});
