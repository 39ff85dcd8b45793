import type { FormValues } from '@landfall/process-definition';
import { type AnyStory, type VersionTold } from './version-told';
import { inputs, person } from './walking';

/** How an issue asks for push meetings and takes what they say, in every version that knows them. */
export const itAsksForPushMeetings = ({ of, inTime, formFor, definition }: VersionTold): void => {
  const { issueId, projectId } = inputs.normal;
  const office = { slot: 'LGO', actor: person('LGO', 'LGO.staff') };
  const deputy = { actor: person('LG', 'LG.deputy') };

  const request = (count = 1) => `push:${issueId}:${count}`;
  const said = (what: string, facts: object = {}) => ({ type: `pushMeeting.${what}`, request: request(), ...facts });
  const decided = (facts: object = {}) =>
    said('decided', { dueOn: '2026-12-20', leadUnit: 'M02', requirement: '完成供地', ...facts });
  const notAgreed = (goesOn = false) => said('notAgreed', { reason: '指标来源有分歧', goesOn });
  const solved = said('solved', { note: '已供地' });

  const atTaskForce = (input = inputs.normal) => of(input).send('issueAcceptance.accept');
  const atOffice = (input = inputs.normal) =>
    atTaskForce(input).send(`taskForceHandling${input.urgent ? 'Urgent' : ''}.escalate`);
  const atDeputy = () => atOffice().send('officeHandling.escalate', {}, office);

  const ask = (story: AnyStory) =>
    story.send('officeHandling.coordinate', { way: 'pushMeeting', note: '供地批次如何排定' }, office);
  const asked = () => ask(atOffice());

  const refusedNow = (story: AnyStory, event: Parameters<AnyStory['tell']>[0]) => {
    const before = JSON.stringify(story.context);
    expect(() => story.tell(event)).toThrow(event.type);
    expect(JSON.stringify(story.context)).toBe(before);
  };

  describe('asking for a push meeting', () => {
    it('starts a push request, and the office’s limit goes on', () => {
      const story = ask(atOffice().elapse('officeInform'));
      expect(story.heard('startProcess')).toEqual({
        definition: 'push-request',
        correlationKey: request(),
        belongsTo: projectId,
        input: {
          requestKey: request(),
          projectId,
          projectName: '海河新能源装备',
          projectLevel: null,
          landingUnit: 'Z01',
          leadTaskForce: 'D01',
          problemTypes: ['site'],
          question: '供地批次如何排定',
          urgent: false,
          requester: { account: 'LGO', name: 'LGO', unit: 'LGO', group: 'LGO.staff' },
          issueId,
        },
      });
      expect(story.heard('recordCoordination')).toEqual({ way: 'pushMeeting', unit: 'LGO', note: '供地批次如何排定' });
      expect(story.state).toBe('unresolved.l1.normal.atWork');
      expect(story.timers).toEqual({ officeLimit: 2 });
      // The ladder is not escaped: the deputy leader takes over as ever, and still hears what the meeting says.
      expect(story.elapse('officeLimit').tasks).toEqual(['deputyHandling LG.deputy']);
      expect(story.tell(decided()).state).toBe('unresolved.meetingDecided');
    });

    it('is open to the task force and to the deputy leader as well', () => {
      const d01 = { actor: person('D01', 'D01.specialist') };
      const story = atTaskForce().elapse('taskForceInform');
      story.send('taskForceHandling.requestMeeting', { question: '环评如何衔接' }, d01);
      expect(story.heard('startProcess')).toMatchObject({
        input: { question: '环评如何衔接', requester: { unit: 'D01', group: 'D01.specialist' } },
      });
      expect(story.heard('recordCoordination')).toEqual({ way: 'pushMeeting', unit: 'D01', note: '环评如何衔接' });
      expect(story.timers).toEqual({ taskForceLimit: 2 });
      const above = atDeputy().send('deputyHandling.requestMeeting', {}, deputy);
      expect(above.heard('startProcess')).toMatchObject({ input: { requester: { group: 'LG.deputy' } } });
      expect(above.timers).toEqual({ deputyInform: 5, deputyLimit: 7 });
    });

    it('passes on how urgent it is, the level of the project and the kind of problem', () => {
      const input = { ...inputs.urgent, projectLevel: 'major' };
      const story = atOffice(input).send('officeHandlingUrgent.coordinate', { way: 'pushMeeting' }, office);
      expect(story.heard('startProcess')).toMatchObject({
        input: { urgent: true, projectLevel: 'major', problemTypes: ['safety'] },
      });
    });

    it('waits for the answer before it asks again, and says so in the form', () => {
      const story = asked();
      const problems = (task: string, outcome: string, form: FormValues = {}) =>
        (
          definition.userTasks[task]?.check?.(
            formFor(`${task}.${outcome}`, form),
            { ...story.context },
            { at: story.walk.at, actor: office.actor, outcome },
          ) ?? []
        ).map(({ path, code }) => ({ path, code }));
      const awaited = { code: 'ISSUE.MEETING_AWAITED' };
      expect(problems('officeHandling', 'coordinate', { way: 'pushMeeting' })).toEqual([{ path: 'way', ...awaited }]);
      expect(problems('taskForceHandling', 'requestMeeting')).toEqual([{ path: 'question', ...awaited }]);
      expect(problems('officeHandling', 'coordinate', { way: 'call' })).toEqual([]);
      expect(story.refusal('officeHandling.coordinate', { way: 'pushMeeting' }, office)).toBe(
        'PROCESS.EVENT_NOT_ACCEPTED',
      );
      story.tell(said('ended', { outcome: 'byLetter', reason: '已函告' }));
      expect(story.heard('recordCoordination')).toEqual({
        way: 'pushMeeting',
        unit: 'LGO',
        note: '以函件解决，不上会：已函告',
      });
      expect(story.heard('notify')).toMatchObject({ kind: 'issue.meetingAnswered', groups: ['LGO.staff'] });
      expect(ask(story).heard('startProcess')).toMatchObject({ correlationKey: request(2) });
      refusedNow(story, decided());
    });
  });

  describe('what the push meeting ordered', () => {
    it('is waited for until it is due, without a supervision item of the issue’s own', () => {
      const story = asked().tell(decided());
      expect(story.state).toBe('unresolved.meetingDecided');
      expect(story.heard('startProcess')).toBeUndefined();
      expect(story.heard('moveIssue')).toEqual({ state: 'executing', level: 1, until: '2026-12-20' });
      expect(story.heard('markBlocked')).toEqual({ level: 1, mustAct: ['LGO.staff'] });
      expect(story.heard('recordCoordination')).toEqual({ way: 'pushMeeting', unit: 'M02', note: '完成供地' });
      expect(story.timers).toEqual({ meetingDue: expect.any(Number) });
      expect(story.elapse('meetingDue').walk.at).toBe('2026-12-20T01:00:00.000Z');
      expect(story.tasks).toEqual(['officeHandling#LGO LGO.staff']);
      expect(story.heard('moveIssue')).toEqual({ state: 'handling', level: 1, until: null });
      // Late, but done all the same.
      expect(story.tell(solved).tasks).toEqual(['resolutionVerification Z01.coordinator']);
    });

    it('is waited for until the last of several is due', () => {
      const story = asked().tell(decided());
      story
        .tell(decided({ dueOn: '2026-12-31', leadUnit: 'D12' }))
        .tell(decided({ dueOn: '2026-12-01', leadUnit: 'D12' }));
      expect(story.heard('markBlocked')).toEqual({ level: 1, mustAct: ['LGO.staff', 'D12.specialist'] });
      expect(story.elapse('meetingDue').walk.at).toBe('2026-12-31T01:00:00.000Z');
    });

    it('is verified when it is done, never by a unit that did it', () => {
      const story = asked()
        .tell(decided({ leadUnit: 'Z01' }))
        .tell(decided({ leadUnit: 'M02' }))
        .tell(solved);
      expect(story.tasks).toEqual(['resolutionVerification LGO.staff']);
      expect(story.context).toMatchObject({ resolvedByUnits: ['Z01', 'M02'], result: '已供地', push: null });
      expect(asked().tell(decided()).tell(solved).send('resolutionVerification.reject').state).toBe(
        'unresolved.l1.normal.atWork',
      );
    });

    it('may be brought before another meeting when it is late', () => {
      const story = ask(asked().tell(decided()).elapse('meetingDue'));
      expect(story.heard('startProcess')).toMatchObject({ correlationKey: request(2) });
      refusedNow(story, solved);
    });

    it('goes behind the order of a leader, which it may still make needless', () => {
      const instructed = () =>
        ask(atOffice())
          .send('officeHandling.escalate', {}, office)
          .send('deputyHandling.instruct', { leadUnit: 'L04', dueOn: '2026-12-20' }, deputy);
      expect(instructed().tell(decided()).state).toBe('unresolved.executing');
      expect(instructed().tell(notAgreed()).state).toBe('unresolved.executing');
      expect(instructed().tell(solved).state).toBe('verifying');
    });

    it('ends the parking of an issue when it is done', () => {
      const story = asked().send('jumpUp', { level: 'l3' }, deputy);
      story.send('leadingGroupDecision.park', { until: '2026-12-23' }, { slot: 'exec' });
      expect(story.tell(decided()).state).toBe('parked');
      expect(story.tell(solved).state).toBe('verifying');
    });
  });

  describe('a push meeting without agreement', () => {
    it('sends the issue one level above the one that asked, with the reason as what was tried', () => {
      const story = asked().tell(notAgreed());
      expect(story.tasks).toEqual(['deputyHandling LG.deputy']);
      expect(story.context).toMatchObject({
        level: 2,
        push: null,
        tried: '项目推动联席会议未能解决：指标来源有分歧',
      });
      expect(story.heard('notify')).toMatchObject({
        kind: 'issue.escalated',
        body: { zh: '海河新能源装备「供地批次未排定」：指标来源有分歧' },
      });
      const above = atDeputy().send('deputyHandling.requestMeeting', {}, deputy).tell(notAgreed());
      expect(above.tasks).toEqual(['leadingGroupDecision#leader LG.leader', 'leadingGroupDecision#exec LG.exec']);
      const below = atTaskForce().send('taskForceHandling.requestMeeting').tell(notAgreed());
      expect(below.tasks).toEqual(['officeHandling#LGO LGO.staff']);
    });

    it('leaves it where it is when time has sent it there already', () => {
      const story = asked().elapse('officeInform').elapse('officeLimit').tell(notAgreed());
      expect(story.state).toBe('unresolved.l2.normal.atWork');
      expect(story.heard('notify')).toMatchObject({ kind: 'issue.meetingAnswered', groups: ['LG.deputy'] });
      expect(story.timers).toEqual({ deputyInform: 5, deputyLimit: 7 });
    });

    it('ends the waiting for its work; a request that goes on is still listened to', () => {
      const story = asked().tell(decided()).tell(notAgreed(true));
      expect(story.tasks).toEqual(['deputyHandling LG.deputy']);
      expect(story.tell(decided({ dueOn: '2026-12-28', leadUnit: 'D13' })).state).toBe('unresolved.meetingDecided');
      expect(story.context.push).toMatchObject({ dueOn: '2026-12-28', leadUnits: ['D13'] });
      expect(story.tell(notAgreed()).tasks).toHaveLength(2);
      const jumped = asked().tell(decided()).send('jumpUp', { level: 'l3' }, deputy);
      expect(jumped.tell(decided()).tell(notAgreed()).state).toBe(inTime);
    });
  });

  describe('a signal of a push meeting', () => {
    it('of another request, or that comes twice, changes nothing', () => {
      for (const event of [decided(), notAgreed(), solved, said('ended', { outcome: 'refused' })]) {
        refusedNow(atOffice(), event);
        refusedNow(asked(), { ...event, request: 'push:another:1' });
      }
      refusedNow(asked().tell(notAgreed()), notAgreed());
      refusedNow(asked().tell(decided()).tell(solved), solved);
      refusedNow(asked().tell(decided()).tell(solved), decided());
    });

    it('is kept while the issue is verified, and heard again when that fails', () => {
      const story = asked().send('officeHandling.resolved', {}, office);
      expect(story.tell(decided()).state).toBe('verifying');
      story.send('resolutionVerification.reject');
      expect(story.tell(solved).state).toBe('verifying');
      expect(story.context.resolvedByUnits).toEqual(['M02']);
    });

    it('is not waited for by an issue that has ended: it takes its request out of the queue', () => {
      const released = [{ definition: 'push-request', correlationKey: request(), event: { type: 'issueClosed' } }];
      expect(asked().send('withdraw').heard('signalProcesses')).toEqual({ signals: released });
      expect(asked().tell({ type: 'projectEnded' }).heard('signalProcesses')).toEqual({ signals: released });
      expect(atOffice().send('withdraw').heard('signalProcesses')).toEqual({ signals: [] });
    });
  });
};
