import type { LadderTold } from './version-told';
import { inputs, person } from './walking';

/** How an issue climbs, is solved and ends, in every version. */
export const itGoesUpTheLadder = ({ of, inTime, overdue, solvedBy, endsSaying }: LadderTold): void => {
  const deputy = person('LG', 'LG.deputy');
  const office = person('LGO', 'LGO.staff');

  const atOffice = (input = inputs.normal) =>
    of(input)
      .send('issueAcceptance.accept')
      .send(`taskForceHandling${input.urgent ? 'Urgent' : ''}.escalate`);

  describe('the ladder', () => {
    it('climbs all four levels by time alone: told first, taken over at the limit', () => {
      const story = of(inputs.normal);
      expect(story.heard('recordIssue')).toMatchObject({ type: 'site', tried: '已两次与规划资源部门对接' });
      expect(story.tasks).toEqual(['issueAcceptance D01.specialist']);
      expect(story.elapse('acceptanceLimit').tasks).toEqual(['taskForceHandling D01.specialist']);
      expect(story.timers).toEqual({ taskForceInform: 3, taskForceLimit: 5 });
      story.elapse('taskForceInform');
      expect(story.tasks).toEqual(['taskForceHandling D01.specialist']);
      expect(story.said).toMatchObject([
        { type: 'escalateUserTask', params: { task: 'taskForceHandling', group: 'LGO.staff' } },
        { type: 'notify', params: { kind: 'issue.informed', urgency: 'normal', groups: [], accounts: ['z01.wang'] } },
      ]);
      expect(story.elapse('taskForceLimit').tasks).toEqual(['officeHandling#LGO LGO.staff']);
      expect(story.heard('notify')).toMatchObject({ kind: 'issue.escalated', accounts: ['z01.wang'] });
      expect(story.heard('markBlocked')).toEqual({ level: 1, mustAct: ['LGO.staff'] });
      expect(story.timers).toEqual({ officeInform: 3, officeLimit: 5 });
      story.elapse('officeInform').elapse('officeLimit');
      expect(story.tasks).toEqual(['deputyHandling LG.deputy']);
      expect(story.timers).toEqual({ deputyInform: 5, deputyLimit: 7 });
      story.elapse('deputyInform').elapse('deputyLimit');
      expect(story.tasks).toEqual(['leadingGroupDecision#leader LG.leader', 'leadingGroupDecision#exec LG.exec']);
      expect(story.timers).toEqual({ leadingGroupInform: 8, leadingGroupLimit: 10 });
      story.elapse('leadingGroupInform').elapse('leadingGroupLimit').elapse('leadingGroupOverdue');
      expect(story.state).toBe(overdue);
      expect(story.heard('notify')).toMatchObject({ kind: 'issue.awaitsLeadingGroup', groups: ['LGO.staff'] });
    });

    it('is faster when urgent', () => {
      const story = of(inputs.urgent).send('issueAcceptance.accept');
      expect(story.timers).toEqual({ taskForceInformUrgent: 1, taskForceLimitUrgent: 2 });
      expect(story.elapse('taskForceLimitUrgent').timers).toEqual({ officeInformUrgent: 1, officeLimitUrgent: 2 });
      expect(story.elapse('officeLimitUrgent').timers).toEqual({ deputyInformUrgent: 2, deputyLimitUrgent: 3 });
      expect(story.heard('notify')).toMatchObject({ urgency: 'urgent' });
    });

    it('keeps the clock of a level while the office coordinates', () => {
      const story = atOffice().elapse('officeInform');
      story.send('officeHandling.coordinate', { way: 'letter', note: '已发函' }, { slot: 'LGO' });
      expect(story.heard('recordCoordination')).toEqual({ way: 'letter', unit: 'LG', note: '已发函' });
      expect(story.heard('startProcess')).toBeUndefined();
      expect(story.state).toBe('unresolved.l1.normal.atWork');
      expect(story.timers).toEqual({ officeLimit: 2 });
    });

    it('lets the street economy office assist with street and town issues, without closing or escalating them', () => {
      const story = atOffice(inputs.streetTown);
      expect(story.tasks).toEqual(['officeHandling#LGO LGO.staff', 'officeHandling#SEO SEO.staff']);
      expect(story.refusal('officeHandling.resolved', {}, { slot: 'SEO' })).toBe('PROCESS.EVENT_NOT_ACCEPTED');
      expect(story.refusal('officeHandling.contribute', {}, { slot: 'LGO' })).toBe('PROCESS.EVENT_NOT_ACCEPTED');
      expect(story.send('officeHandling.contribute', {}, { slot: 'SEO' }).tasks).toEqual([
        'officeHandling#LGO LGO.staff',
      ]);
    });

    it('goes a level down when it is sent back, and its limits run anew', () => {
      const story = atOffice().send('officeHandling.sendBack', {}, { slot: 'LGO' });
      expect(story.state).toBe('unresolved.l0.normal.atWork');
      expect(story.context.level).toBe(0);
    });

    it('is jumped up by leaders, by the office only when urgent, and never down', () => {
      const story = of(inputs.normal).send('jumpUp', { level: 'l2' }, { actor: deputy });
      expect(story.tasks).toEqual(['deputyHandling LG.deputy']);
      expect(story.refusal('jumpUp', { level: 'l1' }, { actor: deputy })).toBe('PROCESS.EVENT_NOT_ACCEPTED');
      expect(of(inputs.normal).refusal('jumpUp', { level: 'l3' }, { actor: office })).toBe(
        'PROCESS.EVENT_NOT_ACCEPTED',
      );
      expect(of(inputs.urgent).send('jumpUp', { level: 'l3' }, { actor: office }).context.level).toBe(3);
    });
  });

  describe('the order of a leader', () => {
    const instructed = () =>
      atOffice()
        .send('officeHandling.escalate', {}, { slot: 'LGO' })
        .send('deputyHandling.instruct', { leadUnit: 'L04', dueOn: '2026-12-20' }, { actor: deputy });

    it('starts a supervision item and waits for it', () => {
      const story = instructed();
      expect(story.state).toBe('unresolved.executing');
      expect(story.heard('startProcess')).toMatchObject({
        definition: 'supervision-item',
        correlationKey: `issue:${inputs.normal.issueId}:1`,
        input: { source: 'instruction', leadUnit: 'L04', dueOn: '2026-12-20', drafter: { account: 'LG' } },
      });
      expect(story.heard('markBlocked')).toEqual({ level: 2, mustAct: ['L04.liaison'] });
      const item = story.context.execution?.item;
      story.tell({ type: 'supervisionItem.closed', item, note: '已供地' });
      expect(story.tasks).toEqual(['resolutionVerification Z01.coordinator']);
      expect(story.context).toMatchObject({ ...solvedBy('L04'), result: '已供地' });
    });

    it('comes back to its level when it is late or voided; an older order is not listened to', () => {
      expect(instructed().elapse('executionDue').tasks).toEqual(['deputyHandling LG.deputy']);
      const story = instructed();
      const item = story.context.execution?.item;
      expect(story.tell({ type: 'supervisionItem.voided', item }).state).toBe('unresolved.l2.normal.atWork');
      story.send('deputyHandling.instruct');
      expect(() => story.tell({ type: 'supervisionItem.closed', item })).toThrow('supervisionItem.closed');
    });
  });

  describe('the end of an issue', () => {
    it('is said by whoever raised it, else after three days by the office; a rejection goes back to its level', () => {
      const solved = () => atOffice().send('officeHandling.resolved', {}, { slot: 'LGO', actor: office });
      expect(solved().tasks).toEqual(['resolutionVerification Z01.coordinator']);
      expect(solved().send('resolutionVerification.reject').state).toBe('unresolved.l1.normal.atWork');
      // The office solved it, so its supervision officer confirms.
      expect(solved().elapse('verificationLimit').tasks).toEqual(['closureConfirmation LGO.supervisor']);
      const story = solved().send('resolutionVerification.confirm');
      expect(story.state).toBe('resolved');
      expect(story.said.map(({ type }) => type)).toEqual(endsSaying);
    });

    it('is never said by the unit that solved it (6.2 invariant 9)', () => {
      const raiser = { account: 'd01.li', name: '李', unit: 'D01', group: 'D01.specialist' };
      const own = of({ ...inputs.normal, raiser }).send('issueAcceptance.accept');
      own.send('taskForceHandling.resolved', {}, { actor: person('D01', 'D01.specialist') });
      expect(own.tasks).toEqual(['resolutionVerification Z01.coordinator']);
    });

    it('hears the raiser before it closes as no issue; after an objection or silence the office rules', () => {
      const refused = () => of(inputs.normal).send('issueAcceptance.notAnIssue', { reason: '属企业内部事务' });
      expect(refused().tasks).toEqual(['issueObjection Z01.coordinator']);
      expect(refused().send('issueObjection.agree').heard('closeIssue')).toEqual({
        outcome: 'invalid',
        result: '属企业内部事务',
      });
      expect(refused().elapse('objectionLimit').tasks).toEqual(['invalidityRuling LGO.staff']);
      const objected = () => refused().send('issueObjection.object');
      expect(objected().send('invalidityRuling.toTaskForce').state).toBe('unresolved.l0.normal.atWork');
      expect(objected().send('invalidityRuling.toOffice').state).toBe('unresolved.l1.normal.atWork');
    });

    it('waits while it is parked, until the date or until it is taken up again', () => {
      const parked = () =>
        of(inputs.normal)
          .send('jumpUp', { level: 'l3' })
          .send('leadingGroupDecision.park', { until: '2026-12-23' }, { slot: 'exec' });
      const story = parked();
      expect(story.walk.snapshot.hasTag('clockPaused')).toBe(true);
      expect(story.heard('moveIssue')).toEqual({ state: 'parked', level: 3, until: '2026-12-23' });
      expect(story.tasks).toEqual([]);
      expect(story.elapse('parkedUntil').walk.at).toBe('2026-12-23T01:00:00.000Z');
      expect(story.state).toBe(inTime);
      expect(parked().send('reopen').state).toBe(inTime);
    });
  });
};
