import { Story } from '../test/story';
import { formFor, inputs, person } from '../test/walking';
import { supervisionItemV1 as definition } from './supervision-item.v1';

const lead = { slot: 'D12' };
const assistant = { slot: 'Z01', actor: person('Z01', 'Z01.coordinator') };

const dispatched = (input = inputs.instruction) => Story.of(input).send('itemApproval.issue');
const inProgress = (input = inputs.instruction) =>
  dispatched(input).tell({ type: 'numbered', number: '督办〔2026〕3号' }).send('signFor.sign');

const problems = (story: Story, task: string, outcome: string, form: Readonly<Record<string, unknown>>) =>
  (
    definition.userTasks[task]?.check?.(
      formFor(`${task}.${outcome}`, form),
      { ...story.context },
      {
        at: story.walk.at,
        actor: person('D12'),
        outcome,
      },
    ) ?? []
  ).map(({ code }) => code);

describe('a supervision item', () => {
  it('is issued by the office under a number, signed for, carried out and reviewed', () => {
    const story = Story.of(inputs.instruction);
    expect(story.tasks).toEqual(['itemApproval LGO.director']);
    expect(story.heard('recordItem')).toMatchObject({
      source: 'instruction',
      assistUnits: ['Z01'],
      onBehalfOf: { name: '王雪冬', post: '副组长' },
      drafter: { name: '孙' },
    });
    story.send('itemApproval.issue');
    expect(story.heard('drawItemNumber')).toEqual({ year: 2026 });
    expect(story.tasks).toEqual(['signFor D12.specialist']);
    story.tell({ type: 'numbered', number: '督办〔2026〕3号' });
    expect(story.heard('recordItemNumber')).toEqual({ number: '督办〔2026〕3号' });
    story.send('signFor.sign');
    expect(story.tasks).toEqual(['progressReport#D12 D12.specialist', 'progressReport#Z01 Z01.coordinator']);
    story.send('progressReport.complete', { evidence: '供地批复' }, lead);
    expect(story.tasks).toEqual(['itemReview LGO.supervisor']);
    story.send('itemReview.pass');
    expect(story.heard('closeItem')).toEqual({ outcome: 'closed', inTime: true, result: '供地批复' });
  });

  it('goes back to the office when the unit rejects it, and is issued again under its number', () => {
    const story = dispatched().tell({ type: 'numbered', number: '督办〔2026〕3号' }).send('signFor.rejectAssignment');
    expect(story.tasks).toEqual(['itemApproval LGO.director']);
    story.send('itemApproval.issue', { leadUnit: 'M02', assistUnits: ['D12'] });
    expect(story.heard('drawItemNumber')).toBeUndefined();
    expect(story.heard('assignItem')).toEqual({ leadUnit: 'M02', assistUnits: ['D12'], dueOn: '2026-12-18' });
  });

  it('lets assisting units contribute, and only the lead unit report, ask and close', () => {
    const story = inProgress();
    expect(story.refusal('progressReport.complete', {}, assistant)).toBe('PROCESS.EVENT_NOT_ACCEPTED');
    expect(story.refusal('progressReport.report', {}, assistant)).toBe('PROCESS.EVENT_NOT_ACCEPTED');
    expect(story.refusal('progressReport.contribute', {}, lead)).toBe('PROCESS.EVENT_NOT_ACCEPTED');
    expect(story.send('progressReport.contribute', { note: '已腾退' }, assistant).tasks).toEqual([
      'progressReport#D12 D12.specialist',
    ]);
    expect(story.send('progressReport.report', { progress: 60, note: '已上报' }, lead).heard('recordProgress')).toEqual(
      {
        progress: 60,
        note: '已上报',
      },
    );
    expect(story.tasks).toHaveLength(2);
  });

  it('is chased by its own due date: blue three working days before, yellow when due, red five working days later', () => {
    const story = inProgress();
    // Due on Friday 18 December: blue on Tuesday at nine, yellow on Friday at half past five.
    expect(story.elapse('blueDue').walk.at).toBe('2026-12-15T01:00:00.000Z');
    expect(story.heard('recordChasing')).toEqual({ colour: 'blue', bulletin: false });
    expect(story.elapse('yellowDue').walk.at).toBe('2026-12-18T09:30:00.000Z');
    expect(story.heard('notify')).toMatchObject({ kind: 'supervisionItem.yellow' });
    story.elapse('redAfter');
    expect(story.heard('recordChasing')).toEqual({ colour: 'red', bulletin: true });
    expect(story.heard('notify')).toMatchObject({
      kind: 'supervisionItem.red',
      urgency: 'urgent',
      groups: ['LG.deputy', 'D12.head', 'LGO.supervisor'],
    });
    expect(story.tasks).toContain('interview#deputy LG.deputy');
    story.send('interview.held', { on: '2026-12-23', note: '约谈主要负责人' }, { slot: 'deputy' });
    expect(story.heard('recordInterview')).toEqual({ on: '2026-12-23', note: '约谈主要负责人' });
    expect(story.tasks).toEqual(['progressReport#D12 D12.specialist', 'progressReport#Z01 Z01.coordinator']);
    expect(story.elapse('redAgain').tasks).toContain('interview#officer LGO.supervisor');
  });

  it('is extended at most twice, and chased anew by the new date', () => {
    const story = inProgress();
    for (const newDueOn of ['2026-12-28', '2027-01-08']) {
      story.send('progressReport.requestExtension', { newDueOn }, lead);
      expect(story.tasks).toEqual(['extensionDecision LGO.director']);
      story.send('extensionDecision.grant');
      expect(story.heard('recordExtension')).toMatchObject({ dueOn: newDueOn });
    }
    expect(problems(story, 'progressReport', 'requestExtension', { newDueOn: '2027-02-26' })).toEqual([
      'SUPERVISION_ITEM.EXTENSIONS_USED_UP',
    ]);
    expect(story.refusal('progressReport.requestExtension', {}, lead)).toBe('PROCESS.EVENT_NOT_ACCEPTED');
    expect(story.elapse('blueDue').walk.at).toBe('2027-01-05T01:00:00.000Z');
  });

  it('keeps its date while an extension is asked for, and when it is denied', () => {
    const story = inProgress().send('progressReport.requestExtension', {}, lead).elapse('blueDue');
    expect(story.state).toBe('pursued.work.extensionPending pursued.chasing.chased.blue');
    expect(story.send('extensionDecision.deny').context).toMatchObject({ dueOn: '2026-12-18', extensions: 0 });
    expect(story.state).toBe('pursued.work.inProgress.awaitingFeedback pursued.chasing.chased.blue');
  });

  it('does not count the days of the review against the unit, and goes on where it was when it fails', () => {
    const story = inProgress().elapse('blueDue').elapse('yellowDue');
    story.send('progressReport.complete', {}, lead);
    expect(story.state).toBe('pursued.work.reviewing pursued.chasing.answered');
    expect(story.timers).toEqual({ reviewReminder: 3 });
    expect(story.send('itemReview.fail').state).toBe(
      'pursued.work.inProgress.awaitingFeedback pursued.chasing.chased.yellow',
    );
    story.send('progressReport.complete', {}, lead).send('itemReview.pass');
    expect(story.heard('closeItem')).toMatchObject({ inTime: true });
  });

  it('is late when it was completed after its due date', () => {
    const story = inProgress().elapse('blueDue').elapse('yellowDue').elapse('redAfter');
    story.send('progressReport.complete', {}, lead).send('itemReview.pass');
    expect(story.heard('closeItem')).toMatchObject({ inTime: false });
  });

  it('refuses dates that make no sense', () => {
    const story = inProgress();
    expect(problems(story, 'progressReport', 'requestExtension', { newDueOn: '2026-12-18' })).toEqual([
      'SUPERVISION_ITEM.NOT_LATER',
    ]);
    expect(problems(story, 'itemApproval', 'issue', { dueOn: '2026-11-23' })).toEqual([
      'SUPERVISION_ITEM.DATE_NOT_IN_FUTURE',
    ]);
    expect(problems(story, 'itemApproval', 'issue', { leadUnit: 'D12', assistUnits: ['D12'] })).toEqual([
      'SUPERVISION_ITEM.LEAD_ALSO_ASSISTS',
    ]);
    expect(problems(story, 'interview', 'held', { on: '2026-11-24' })).toEqual(['SUPERVISION_ITEM.DATE_IN_FUTURE']);
  });

  it('of the office is reviewed by the executive deputy leader', () => {
    const story = inProgress(inputs.ledByOffice).send('progressReport.complete', {}, { slot: 'LGO' });
    expect(story.tasks).toEqual(['itemReview LG.exec']);
  });
});
