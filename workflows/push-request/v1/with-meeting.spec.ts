import type { FormValues, SignalProcess } from '@landfall/process-definition';
import { inputWith, MEETING_MORNING, MeetingStory } from '../../meeting-parts/test/meeting-story';
import { pushMeetingV1 } from '../../push-meeting/v1/push-meeting.v1';
import { Story } from '../test/story';
import { inputs } from '../test/walking';

const WORK = { unit: 'M02', dueOn: '2026-12-31', criterion: '供地批复' };
const REQUEST_ID = '019aaf00-0000-7000-8000-0000000000b1';

/** A push meeting and the one request on its agenda, told what they say to each other until nobody says anything. */
class Together {
  readonly request = Story.of(inputs.ofIssue).send('requestTriage.accept');
  readonly meeting: MeetingStory;

  constructor() {
    const queued = this.request.heard('queueForMeeting');
    this.meeting = new MeetingStory(
      pushMeetingV1,
      inputWith([
        {
          key: 'i1',
          kind: 'problem',
          title: String(queued?.title),
          question: String(queued?.question),
          waiting: REQUEST_ID,
          projectId: String(queued?.projectId),
          projectName: String(queued?.projectName),
          presenter: String(queued?.presenter),
          units: queued?.units as string[],
        },
      ]),
    );
    this.toRequest();
  }

  /** Holds the meeting up to the conclusion of its item and the signed minutes. */
  conclude(outcome: string, form: FormValues = {}): this {
    const { meeting } = this;
    meeting.send('planMeeting.plan').send('confirmPlan.confirm').send('papers.send');
    for (const unit of this.request.context.units) meeting.tell({ type: 'attendance.checkIn', unit, present: true });
    meeting.at(MEETING_MORNING).send('openSession').send(`concludeProblem.${outcome}`, form, { slot: 'i1' });
    meeting.send('closeSession').send('draftMinutes.submit').send('signMinutes.sign');
    return this.tellMeeting({ type: 'numbered', number: '津滨招商办纪要〔2026〕5号' });
  }

  tellMeeting(event: Parameters<MeetingStory['tell']>[0]): this {
    this.meeting.tell(event);
    return this.toRequest();
  }

  /** Brings the request what the meeting has said, and the meeting each answer that it still takes. */
  toRequest(): this {
    for (const { instanceId, event } of this.meeting.signals) {
      if (instanceId !== REQUEST_ID) continue;
      this.request.tell(event);
      for (const answer of this.answers()) if (!this.meeting.refuses(answer)) this.meeting.tell(answer);
    }
    return this;
  }

  private answers() {
    return this.request.said
      .flatMap(({ type, params }): readonly SignalProcess[] => {
        if (type === 'signalProcess') return [params as unknown as SignalProcess];
        return type === 'signalProcesses' ? (params.signals as readonly SignalProcess[]) : [];
      })
      .filter(({ instanceId }) => instanceId === this.meeting.context.meetingId)
      .map(({ event }) => event);
  }
}

describe('a push request and its meeting', () => {
  it('confirm each other, resolve, and close when the work is accepted', () => {
    const both = new Together();
    expect(both.request.state).toBe('awaiting.normal.onAgenda');
    expect(both.meeting.item('i1')?.standing).toBe('confirmed');
    both.conclude('unblock', WORK);
    expect(both.meeting.resolution('r1')?.standing).toBe('applied');
    expect(both.request.state).toBe('followUp');
    both.tellMeeting({ type: 'supervisionItem.closed', item: 'meeting:2026-11-23/r1', note: '已取得批复' });
    expect(both.request.state).toBe('solved');
    expect(both.request.context.result).toBe('已取得批复');
    expect(both.meeting.states).toBe('archived');
  });

  it('bring it back to the office when the work is voided', () => {
    const both = new Together().conclude('order', WORK);
    both.tellMeeting({ type: 'supervisionItem.voided', item: 'meeting:2026-11-23/r1', note: '已另行处理' });
    expect(both.request.tasks).toEqual(['requestTriage LGO.staff']);
    expect(both.request.context.failure).toBe('已另行处理');
  });

  it('end without agreement, with a note, or with the next meeting', () => {
    expect(new Together().conclude('noAgreement').request.state).toBe('notAgreed');
    expect(new Together().conclude('noted').request.state).toBe('solved');
    const deferred = new Together().conclude('deferItem');
    expect(deferred.request.state).toBe('awaiting.normal.queued');
    expect(deferred.request.context.turn).toBe(2);
  });

  it('part when the request is withdrawn before the meeting', () => {
    const both = new Together();
    both.request.send('withdraw');
    both.meeting.tell({ type: 'item.left', item: 'i1' });
    expect(both.meeting.item('i1')?.standing).toBe('left');
  });
});
