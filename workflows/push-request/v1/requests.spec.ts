import type { SignalProcess } from '@landfall/process-definition';
import fc from 'fast-check';
import { Story } from '../test/story';
import { ISSUE_ID, inputs } from '../test/walking';
import { pushRequestV1 as definition } from './push-request.v1';

const AGENDA = { meeting: 'm1', meetingTitle: '第3次项目推动联席会议', item: 'i1' };

const accepted = (input = inputs.normal, form = {}) => Story.of(input).send('requestTriage.accept', form);

const onAgenda = (input = inputs.normal) => accepted(input).tell({ type: 'agenda.set', ...AGENDA });

const resolution = (key: string, kind = 'order', more = {}) => ({
  type: `resolution.${kind}`,
  ...AGENDA,
  resolution: key,
  text: '12月20日前完成供地',
  meetingOn: '2026-11-27',
  number: '津滨招商办纪要〔2026〕3号',
  unit: 'M02',
  dueOn: '2026-12-20',
  criterion: '取得供地批复',
  conditions: null,
  landingUnit: null,
  ...more,
});
const concluded = (...resolutions: string[]) => ({ type: 'item.concluded', ...AGENDA, resolutions });
const fulfilled = (key: string) => ({ type: 'resolution.fulfilled', ...AGENDA, resolution: key, note: '已供地' });
const failed = (key: string) => ({ type: 'resolution.failed', ...AGENDA, resolution: key, reason: '供地计划取消' });

const followedUp = (input = inputs.normal, ...keys: string[]) => {
  const story = onAgenda(input);
  for (const key of keys) story.tell(resolution(key));
  return story.tell(concluded(...keys));
};

const signals = (story: Story): readonly SignalProcess[] =>
  story.said.flatMap(({ type, params }) => {
    if (type === 'signalProcess') return [params as unknown as SignalProcess];
    return type === 'signalProcesses' ? (params.signals as readonly SignalProcess[]) : [];
  });

const toldIssue = (story: Story) =>
  signals(story)
    .filter(({ instanceId }) => instanceId === ISSUE_ID)
    .map(({ event }) => event);

const refusedNow = (story: Story, event: Parameters<Story['tell']>[0]) => {
  const before = JSON.stringify(story.context);
  expect(() => story.tell(event)).toThrow(event.type);
  expect(JSON.stringify(story.context)).toBe(before);
};

describe('a push request', () => {
  it('is accepted by the office, waits for its meeting, and is solved when what was resolved is done', () => {
    const story = Story.of(inputs.ofIssue);
    expect(story.tasks).toEqual(['requestTriage LGO.staff']);
    expect(story.timers).toEqual({ triageReminder: 2 });
    expect(story.heard('recordPushRequest')).toEqual({
      projectId: inputs.normal.projectId,
      projectName: '海河新能源装备',
      problemTypes: ['site', 'planning'],
      question: '供地批次如何排定',
      urgent: false,
      requester: inputs.normal.requester,
      issueId: ISSUE_ID,
    });
    expect(story.elapse('triageReminder').heard('remindUserTask')).toEqual({ task: 'requestTriage' });

    story.send('requestTriage.accept');
    expect(story.heard('queueForMeeting')).toEqual({
      queue: 'push',
      turn: 1,
      title: '【区级重点】海河新能源装备：选址用地、规划',
      projectId: inputs.normal.projectId,
      projectName: '海河新能源装备',
      landingUnit: 'Z01',
      leadTaskForce: 'D01',
      units: ['M02', 'D13'],
      urgent: false,
      // Accepted on Wednesday the 25th: five weekdays later.
      holdBy: '2026-12-02',
      presenter: 'D01',
      question: '供地批次如何排定',
    });
    expect(story.heard('notify')).toMatchObject({ kind: 'pushRequest.accepted', accounts: ['d01.li'] });
    expect(toldIssue(story)).toEqual([]);

    story.tell({ type: 'agenda.set', ...AGENDA });
    expect(story.heard('leaveMeetingQueue')).toEqual({ turn: 1 });
    expect(signals(story)).toEqual([{ instanceId: 'm1', event: { type: 'item.confirmed', item: 'i1' } }]);

    story.tell(resolution('r1'));
    const { type: _type, ...facts } = resolution('r1');
    expect(signals(story)).toEqual([
      { instanceId: 'm1', event: { type: 'item.left', item: 'i1' } },
      { instanceId: 'm1', event: { type: 'resolution.applied', resolution: 'r1' } },
      { instanceId: inputs.normal.projectId, event: { type: 'resolution.order', ...facts } },
      {
        instanceId: ISSUE_ID,
        event: {
          type: 'pushMeeting.decided',
          request: inputs.normal.requestKey,
          dueOn: '2026-12-20',
          leadUnit: 'M02',
          requirement: '12月20日前完成供地',
        },
      },
    ]);
    expect(story.state).toBe('concluding');

    story.tell(concluded('r1'));
    expect(story.state).toBe('followUp');
    expect(story.heard('movePushRequest')).toEqual({ state: 'followUp', mustAct: ['LGO.staff'] });
    story.elapse('followUpCheck');
    expect(story.heard('notify')).toMatchObject({ kind: 'pushRequest.stillOpen', groups: ['LGO.staff'] });

    story.tell(fulfilled('r1'));
    expect(story.state).toBe('solved');
    expect(story.heard('closePushRequest')).toEqual({ outcome: 'solved', result: '已供地' });
    expect(toldIssue(story)).toEqual([
      { type: 'pushMeeting.solved', request: inputs.normal.requestKey, note: '已供地' },
    ]);
  });

  it('waits for every resolution of its item, in whatever order they and the last word arrive', () => {
    const words = [resolution('r1'), resolution('r2', 'deadline', { unit: 'D12' }), resolution('r3', 'note')];
    fc.assert(
      fc.property(fc.shuffledSubarray([...words, concluded('r1', 'r2', 'r3')], { minLength: 4 }), (order) => {
        const story = onAgenda();
        for (const [index, word] of order.entries()) {
          expect(story.state).toBe(index === 0 ? 'awaiting.normal.onAgenda' : 'concluding');
          story.tell(word);
        }
        expect(story.state).toBe('followUp');
        const mustAct = story.heard('movePushRequest')?.mustAct as readonly string[];
        expect(new Set(mustAct)).toEqual(new Set(['D12.specialist', 'LGO.staff']));
        expect(story.tell(fulfilled('r2')).state).toBe('followUp');
        expect(story.tell(fulfilled('r1')).state).toBe('solved');
      }),
    );
  });

  it('is solved at once when the meeting noted it, or resolved nothing', () => {
    expect(onAgenda().tell(concluded()).state).toBe('solved');
    const noted = onAgenda().tell(resolution('r1', 'note', { text: '知悉' }));
    expect(signals(noted).filter(({ instanceId }) => instanceId === inputs.normal.projectId)).toEqual([]);
    expect(noted.tell(concluded('r1')).heard('closePushRequest')).toEqual({ outcome: 'solved', result: '知悉' });
  });

  it('reminds the office when resolutions are missing', () => {
    const story = onAgenda().tell(concluded('r1')).elapse('concludingReminder');
    expect(story.heard('notify')).toMatchObject({ kind: 'pushRequest.incomplete' });
    expect(story.tell(resolution('r1')).state).toBe('followUp');
  });

  it('needs no meeting where the office says so; whoever asked and the issue learn of it', () => {
    const ended = (outcome: string, form = {}) => Story.of(inputs.ofIssue).send(`requestTriage.${outcome}`, form);
    const letter = ended('solveByLetter', { reason: '已函告规划资源分局' });
    expect(letter.heard('closePushRequest')).toEqual({ outcome: 'byLetter', result: '已函告规划资源分局' });
    expect(toldIssue(letter)).toEqual([
      {
        type: 'pushMeeting.ended',
        request: inputs.normal.requestKey,
        outcome: 'byLetter',
        reason: '已函告规划资源分局',
      },
    ]);
    const refused = ended('refuse', { reason: '专班可自行协调' });
    expect(refused.state).toBe('refused');
    expect(refused.heard('notify')).toMatchObject({ kind: 'pushRequest.closed', accounts: ['d01.li'] });
    expect(ended('merge', { into: '临港片区供地议题' }).heard('closePushRequest')).toEqual({
      outcome: 'merged',
      result: '临港片区供地议题',
    });
  });

  it('tells the director when its meeting is not held in time, and stays where it is', () => {
    const story = accepted();
    expect(story.timers).toEqual({ holdDue: 5 });
    story.tell({ type: 'agenda.set', ...AGENDA }).tell({ type: 'agenda.released', ...AGENDA, reason: '改期' });
    expect(story.timers).toEqual({ holdDue: 5 });
    expect(story.context).toMatchObject({ turn: 2, holdBy: '2026-11-30' });
    story.elapse('holdDue');
    expect(story.state).toBe('awaiting.normal.queued');
    expect(story.heard('notify')).toMatchObject({ kind: 'pushRequest.unheld', groups: ['LGO.director'] });
  });

  it('is heard sooner when it is urgent, which the office may say', () => {
    expect(accepted(inputs.urgent).timers).toEqual({ holdDueUrgent: 2 });
    const story = accepted(inputs.normal, { urgent: true, units: ['D12', 'Z01'] });
    expect(story.heard('queueForMeeting')).toMatchObject({ urgent: true, holdBy: '2026-11-25', units: ['D12'] });
    expect(story.elapse('holdDueUrgent').heard('notify')).toMatchObject({ urgency: 'urgent' });
    expect(accepted(inputs.urgent, { urgent: false }).timers).toEqual({ holdDue: 5 });
  });

  it('goes back into the queue when a meeting lets it go or says nothing', () => {
    const released = onAgenda().tell({ type: 'agenda.released', ...AGENDA, reason: '改期' });
    expect(signals(released)).toEqual([{ instanceId: 'm1', event: { type: 'item.left', item: 'i1' } }]);
    expect(released.heard('queueForMeeting')).toMatchObject({ turn: 2 });
    const forgotten = onAgenda().elapse('agendaLongStop');
    expect(forgotten.state).toBe('awaiting.normal.queued');
    expect(forgotten.heard('notify')).toMatchObject({ kind: 'pushRequest.backInQueue' });
  });

  it('ends when the meeting does not agree, which sends the issue up its ladder', () => {
    const story = onAgenda(inputs.ofIssue).tell({ type: 'item.noAgreement', ...AGENDA, reason: '指标来源有分歧' });
    expect(story.heard('closePushRequest')).toEqual({ outcome: 'notAgreed', result: '指标来源有分歧' });
    expect(toldIssue(story)).toEqual([
      {
        type: 'pushMeeting.notAgreed',
        request: inputs.normal.requestKey,
        reason: '指标来源有分歧',
        goesOn: false,
      },
    ]);
  });

  it('comes back to the office when a resolution is voided, while the rest of the work goes on', () => {
    const story = followedUp(inputs.ofIssue, 'r1', 'r2').tell(failed('r1'));
    expect(story.tasks).toEqual(['requestTriage LGO.staff']);
    expect(story.heard('notify')).toMatchObject({ kind: 'pushRequest.failed', accounts: ['d01.li'] });
    expect(toldIssue(story)).toEqual([
      { type: 'pushMeeting.notAgreed', request: inputs.normal.requestKey, reason: '供地计划取消', goesOn: true },
    ]);
    story.send('requestTriage.accept').tell({ type: 'agenda.set', meeting: 'm2', meetingTitle: '第4次', item: 'i9' });
    story.tell(fulfilled('r2'));
    expect(story.state).toBe('awaiting.normal.onAgenda');
    story.tell({ type: 'item.concluded', meeting: 'm2', item: 'i9', resolutions: [] });
    expect(story.state).toBe('solved');
  });

  it('comes back also when one was voided before the others had arrived', () => {
    const story = onAgenda().tell(resolution('r1')).tell(failed('r1'));
    expect(story.state).toBe('concluding');
    expect(story.tell(concluded('r1')).state).toBe('triage');
  });

  it('is taken back by the director when nobody carries out what was resolved', () => {
    expect(definition.events.takeBack?.allowedGroups({})).toEqual(['LGO.director']);
    expect(onAgenda().refusal('takeBack')).toBe('PROCESS.EVENT_NOT_ACCEPTED');
    expect(onAgenda().tell(concluded('r1')).send('takeBack').tasks).toEqual(['requestTriage LGO.staff']);
    const story = followedUp(inputs.ofIssue, 'r1', 'r2').tell(fulfilled('r1'));
    story.send('takeBack', { reason: '会议已了结，改由区级统筹' });
    expect(toldIssue(story)).toMatchObject([{ type: 'pushMeeting.notAgreed', reason: '会议已了结，改由区级统筹' }]);
    refusedNow(story, fulfilled('r2'));
    expect(story.send('requestTriage.solveByLetter').state).toBe('byLetter');
  });

  it('waits for the first meeting’s work after a second one that resolved nothing', () => {
    const story = followedUp(inputs.normal, 'r1', 'r2').tell(failed('r1')).send('requestTriage.accept');
    story.tell({ type: 'agenda.set', meeting: 'm2', meetingTitle: '第4次', item: 'i9' });
    story.tell({ type: 'item.concluded', meeting: 'm2', item: 'i9', resolutions: [] });
    expect(story.state).toBe('followUp');
    expect(story.tell(fulfilled('r2')).state).toBe('solved');
  });

  it('is withdrawn by whoever asked, until the meeting has decided', () => {
    const groups = definition.events.withdraw?.allowedGroups({ ...Story.of(inputs.normal).context });
    expect(groups).toEqual(['D01.specialist']);
    const told = (story: Story) => story.said.map(({ type }) => type);
    expect(told(Story.of(inputs.normal).send('withdraw'))).toContain('closePushRequest');
    expect(told(accepted().send('withdraw'))).toContain('leaveMeetingQueue');
    expect(signals(onAgenda().send('withdraw'))).toEqual([
      { instanceId: 'm1', event: { type: 'item.left', item: 'i1' } },
    ]);
    expect(onAgenda().tell(concluded('r1')).refusal('withdraw')).toBe('PROCESS.EVENT_NOT_ACCEPTED');
    expect(followedUp(inputs.normal, 'r1').refusal('withdraw')).toBe('PROCESS.EVENT_NOT_ACCEPTED');
  });

  it('ends with the issue it comes from, unless the meeting has decided: then the work goes on', () => {
    for (const story of [Story.of(inputs.ofIssue), accepted(inputs.ofIssue), onAgenda(inputs.ofIssue)]) {
      story.tell({ type: 'issueClosed' });
      expect(story.heard('closePushRequest')).toEqual({ outcome: 'withdrawn', result: '堵点已关闭' });
    }
    refusedNow(followedUp(inputs.ofIssue, 'r1'), { type: 'issueClosed' });
  });

  it('ends with its project, wherever it stands', () => {
    for (const story of [Story.of(inputs.normal), accepted(), onAgenda(), followedUp(inputs.normal, 'r1')]) {
      story.tell({ type: 'projectEnded' });
      expect(story.heard('closePushRequest')).toEqual({ outcome: 'withdrawn', result: '项目已结束' });
    }
  });
});

describe('a signal that comes twice, late or from elsewhere', () => {
  it('of an agenda changes nothing', () => {
    const story = onAgenda();
    refusedNow(story, { type: 'agenda.set', ...AGENDA });
    for (const other of [{ meeting: 'm2' }, { item: 'i2' }]) {
      refusedNow(story, { type: 'agenda.released', ...AGENDA, ...other });
      refusedNow(story, { type: 'item.noAgreement', ...AGENDA, ...other, reason: '' });
      refusedNow(story, { ...concluded('r1'), ...other });
      refusedNow(story, { ...resolution('r1'), ...other });
    }
    story.tell({ type: 'agenda.released', ...AGENDA, reason: '改期' });
    refusedNow(story, { type: 'agenda.released', ...AGENDA, reason: '改期' });
    refusedNow(story, resolution('r1'));
    refusedNow(story, concluded('r1'));
  });

  it('of a resolution is taken once', () => {
    const story = onAgenda().tell(resolution('r1'));
    refusedNow(story, resolution('r1'));
    refusedNow(story, { type: 'agenda.released', ...AGENDA, reason: '改期' });
    refusedNow(story, { type: 'item.noAgreement', ...AGENDA, reason: '' });
    story.tell(concluded('r1', 'r2'));
    refusedNow(story, concluded('r1'));
    story.tell(resolution('r2'));
    refusedNow(story, resolution('r2'));
    refusedNow(story, resolution('r3'));
  });

  it('of its work is heard once', () => {
    const story = followedUp(inputs.normal, 'r1', 'r2').tell(fulfilled('r1'));
    refusedNow(story, fulfilled('r1'));
    refusedNow(story, failed('r1'));
    refusedNow(story, fulfilled('r9'));
    refusedNow(story, { ...fulfilled('r2'), meeting: 'm2' });
    story.tell(fulfilled('r2'));
    refusedNow(story, fulfilled('r2'));
  });
});
