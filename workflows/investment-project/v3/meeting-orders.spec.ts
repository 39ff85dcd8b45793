import { factsOf, onAgenda, saidOf, toldMeeting } from '../test/review-stories';
import { MEETING, resolution, Story } from '../test/version-3';
import { inputs, person } from '../test/walking';

describe('what a meeting orders about a project', () => {
  const order = (kind: string, more = {}) =>
    resolution(kind, { text: '三日内协调供电', unit: 'D10', dueOn: '2026-12-01', ...more });

  it.each(['order', 'unblock', 'deadline'])('(%s) is recorded wherever it stands, once, and answered', (kind) => {
    for (const stage of ['following', 'preReview', 'review', 'drafting', 'registration'] as const) {
      const story = Story.of(inputs.streetTown).to(stage);
      const { states, tasks } = story;
      story.tell(order(kind));
      expect([story.states, story.tasks]).toEqual([states, tasks]);
      expect(factsOf(story)).toEqual({
        meetingOrder: '三日内协调供电',
        meetingOrderUnit: 'D10',
        meetingOrderDueOn: '2026-12-01',
        meetingOrderBy: MEETING.meetingTitle,
        meetingOrderNumber: '津滨招商办纪要〔2026〕3号',
      });
      expect(toldMeeting(story)).toEqual([`resolution.applied r-${kind}`]);
      expect(story.deaf(order(kind))).toBe('PROCESS.EVENT_NOT_ACCEPTED');
    }
  });

  it('may come with the review of the project and changes nothing of it', () => {
    const story = onAgenda(inputs.district).tell(order('order'));
    expect(story.state).toBe('active.review.onAgenda.district');
    expect(story.concluded('approve').state).toBe('active.signing.drafting');
  });

  it('is heard of again when it is carried out or fails, once', () => {
    const story = onAgenda(inputs.district)
      .tell(order('order'))
      .tell(order('deadline', { resolution: 'r-2' }));
    story.tell({ type: 'resolution.fulfilled', ...MEETING, item: 'item-1', resolution: 'r-order', note: '已接电' });
    expect(factsOf(story)).toEqual({ meetingOrderResult: '已接电' });
    const again = { type: 'resolution.fulfilled', ...MEETING, item: 'item-1', resolution: 'r-order' };
    expect(story.deaf(again)).toBe('PROCESS.EVENT_NOT_ACCEPTED');
    story.tell({ type: 'resolution.failed', ...MEETING, item: 'item-1', resolution: 'r-2', reason: '督办作废' });
    expect(factsOf(story)).toEqual({ meetingOrderResult: '督办作废' });
    expect(story.context.resolutions.every(({ open }) => !open)).toBe(true);
  });

  it('is remembered for the last fifty resolutions, so that a context never grows without end', () => {
    const story = Story.of(inputs.ordinary).to('drafting');
    for (let number = 0; number < 60; number += 1) story.tell(order('order', { resolution: `r-${number}` }));
    expect(story.context.resolutions).toHaveLength(50);
    expect(story.deaf(order('order', { resolution: 'r-59' }))).toBe('PROCESS.EVENT_NOT_ACCEPTED');
  });

  it('may only be noted', () => {
    const story = Story.of(inputs.ordinary).to('drafting').tell(resolution('note'));
    expect(factsOf(story)).toEqual({ meetingNote: '产业匹配度较好，落地条件基本具备。' });
    expect(toldMeeting(story)).toEqual(['resolution.applied r-note']);
  });
});

describe('a push request', () => {
  const asked = { problemTypes: ['site', 'energy'], question: '用地指标与用能指标尚未落实', urgent: true };

  it('starts a process of its own with everything that it needs to know', () => {
    const projectId = '019b0000-0000-7000-8000-000000000001';
    const story = Story.of({ ...inputs.district, projectId }).to('drafting');
    const { states, tasks } = story;
    const actor = person('Z01', 'Z01.member', 'Z01.coordinator');
    story.send('requestPush', asked, { actor });
    expect([story.states, story.tasks]).toEqual([states, tasks]);
    expect(story.said).toEqual([
      {
        type: 'startProcess',
        params: {
          definition: 'push-request',
          correlationKey: `push:${projectId}:1`,
          belongsTo: projectId,
          input: {
            requestKey: `push:${projectId}:1`,
            projectId,
            projectName: '海河新能源装备',
            projectLevel: 'districtKey',
            landingUnit: 'Z01',
            leadTaskForce: 'D01',
            ...asked,
            requester: { account: 'Z01', name: 'Z01', unit: 'Z01', group: 'Z01.coordinator' },
            issueId: null,
          },
        },
      },
    ]);
  });

  it('has a key of its own each time, also for a project that never learned its identity', () => {
    const keyOf = (story: Story): unknown =>
      saidOf(story, 'startProcess')
        .map((params) => (params as { correlationKey: string }).correlationKey)
        .join();
    const story = Story.of(inputs.district).to('drafting');
    const first = keyOf(story.send('requestPush', asked));
    const second = keyOf(story.send('requestPush', asked));
    expect(first).not.toBe(second);
    expect(story.said[0]).toMatchObject({ params: { input: { projectId: null } } });
    expect(story.said[0]).not.toHaveProperty('params.belongsTo');
  });

  it('is made from the evaluation on, and of active projects only', () => {
    const early = Story.of(inputs.district).to('following');
    expect(early.refusal('requestPush', asked)).toBe('PROCESS.EVENT_NOT_ACCEPTED');
    for (const stage of ['collecting', 'review', 'clearance', 'registration'] as const) {
      expect(Story.of(inputs.district).to(stage).send('requestPush', asked).said).toHaveLength(1);
    }
    const suspended = Story.of(inputs.district).to('drafting').send('suspend', { until: '2026-12-10' });
    expect(suspended.refusal('requestPush', asked)).toBe('PROCESS.EVENT_NOT_ACCEPTED');
  });
});
