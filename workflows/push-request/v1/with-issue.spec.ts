import type { SignalProcess } from '@landfall/process-definition';
import { Story as IssueStory } from '../../issue/test/version-2';
import { inputs as issueInputs, person } from '../../issue/test/walking';
import { Story } from '../test/story';
import type { PushRequestInput } from './context';

const AGENDA = { meeting: 'm1', meetingTitle: '第3次项目推动联席会议', item: 'i1' };
const resolution = { ...AGENDA, resolution: 'r1', text: '完成供地', unit: 'M02', dueOn: '2026-12-20' };
const { issueId } = issueInputs.normal;

/** An issue that asks for a push meeting and the request that it starts, told what they say to each other. */
class Together {
  private constructor(
    readonly issue: IssueStory,
    readonly request: Story,
  ) {}

  static start(): Together {
    const issue = IssueStory.of(issueInputs.normal).send('issueAcceptance.accept').send('taskForceHandling.escalate');
    const office = { slot: 'LGO', actor: person('LGO', 'LGO.staff') };
    issue.send('officeHandling.coordinate', { way: 'pushMeeting', note: '供地批次如何排定' }, office);
    const started = issue.heard('startProcess');
    const input = { ...(started?.input as PushRequestInput), at: issue.walk.at, actor: office.actor };
    return new Together(issue, Story.of(input));
  }

  tell(event: Parameters<Story['tell']>[0]): this {
    this.request.tell(event);
    return this.pass();
  }

  send(event: string, form = {}): this {
    this.request.send(event, form);
    return this.pass();
  }

  /** Brings the issue what the request has said to it. */
  private pass(): this {
    const signals = this.request.said.flatMap(({ type, params }) =>
      type === 'signalProcesses' ? (params.signals as readonly SignalProcess[]) : [],
    );
    for (const { instanceId, event } of signals) if (instanceId === issueId) this.issue.tell(event);
    return this;
  }
}

const heard = () =>
  Together.start()
    .send('requestTriage.accept')
    .tell({ type: 'agenda.set', ...AGENDA });

describe('an issue and the push request that it starts', () => {
  it('go the whole way: asked, heard, ordered, done, verified', () => {
    const both = heard();
    expect(both.request.context).toMatchObject({ problemTypes: ['site'], units: ['M02', 'D13'] });
    both.tell({ type: 'resolution.unblock', ...resolution });
    expect(both.issue.state).toBe('unresolved.meetingDecided');
    both.tell({ type: 'item.concluded', ...AGENDA, resolutions: ['r1'] });
    both.tell({ type: 'resolution.fulfilled', ...resolution, note: '已供地' });
    expect(both.request.state).toBe('solved');
    expect(both.issue.tasks).toEqual(['resolutionVerification Z01.coordinator']);
    expect(both.issue.send('resolutionVerification.confirm').heard('closeIssue')).toEqual({
      outcome: 'resolved',
      result: '已供地',
    });
  });

  it('go up the ladder without agreement, and again when what was ordered is voided', () => {
    expect(heard().tell({ type: 'item.noAgreement', ...AGENDA, reason: '有分歧' }).issue.context.level).toBe(2);
    const both = heard().tell({ type: 'resolution.order', ...resolution });
    both.tell({ type: 'item.concluded', ...AGENDA, resolutions: ['r1'] });
    both.tell({ type: 'resolution.failed', ...resolution, reason: '计划取消' });
    expect(both.request.state).toBe('triage');
    expect(both.issue.state).toBe('unresolved.l2.normal.atWork');
    // The office hears it a second time, and the issue listens still.
    both.send('requestTriage.accept').tell({ type: 'agenda.set', ...AGENDA, meeting: 'm2' });
    both.tell({ type: 'resolution.order', ...resolution, meeting: 'm2' });
    expect(both.issue.state).toBe('unresolved.meetingDecided');
  });

  it('leave the issue where it is when no meeting is held, and let it ask again', () => {
    for (const [outcome, form] of [
      ['solveByLetter', {}],
      ['refuse', {}],
      ['merge', { into: '临港片区供地议题' }],
    ] as const) {
      const { issue } = Together.start().send(`requestTriage.${outcome}`, form);
      expect(issue.state).toBe('unresolved.l1.normal.atWork');
      expect(issue.context.push).toBeNull();
    }
    expect(heard().send('withdraw').issue.context.push).toBeNull();
  });
});
