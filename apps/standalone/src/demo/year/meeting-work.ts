import { type ApiClient, ApiProblem } from '../api-client';
import type { Stumble } from './people-at-work';
import type { MeetingView } from './year-answers';
import type { YearClock } from './year-clock';

const OFFICE = 'lgo.staff';
const DIRECTOR = 'lgo.director';

/** Who opens a meeting: the leader his conference, the office the others; without a quorum the head of a convening unit. */
const openerOf = ({ kind, chair, quorum }: MeetingView): string => {
  if (kind === 'conference' || kind === 'plenary') return chair.code.toLowerCase();
  return quorum.isMet ? OFFICE : kind === 'special' ? chair.code.toLowerCase() : DIRECTOR;
};

/** What is done on the page of a meeting beside its tasks: check-in, opening, closing, resolutions that lack something. */
export class MeetingWork {
  constructor(
    private readonly api: ApiClient,
    private readonly clock: YearClock,
    private readonly stumbles: Stumble[],
  ) {}

  /** Opens a meeting whose day has come; answers whether it did. */
  async open(meeting: MeetingView): Promise<boolean> {
    const { meetingId, state, plannedOn } = meeting;
    if (state !== 'convened' || plannedOn === null || plannedOn > this.clock.today) return false;
    return this.attempt(meeting, 'openSession', async () => {
      const coming = meeting.seats.filter(({ reply }) => reply === 'attend' || reply === 'substitute');
      for (const { unit, present } of coming)
        if (!present)
          await this.api.post(OFFICE, `/api/meetings/${meetingId}/check-ins`, { unit: unit.code, present: true });
      const now = await this.api.get<MeetingView>(OFFICE, `/api/meetings/${meetingId}`);
      const account = openerOf(now);
      const form =
        now.quorum.isMet || now.kind === 'conference'
          ? {}
          : { withoutQuorumReason: '项目时限紧，已书面征求未到会单位意见（样例）' };
      await this.api.post(account, `/api/meetings/${meetingId}/events/openSession`, { form });
    });
  }

  /** Closes a session in which every item has its conclusion. */
  async close(meeting: MeetingView): Promise<boolean> {
    const isOpen = meeting.agenda.some(({ standing }) => standing === 'proposed' || standing === 'confirmed');
    if (meeting.state !== 'inSession' || isOpen) return false;
    const account = meeting.kind === 'conference' ? meeting.chair.code.toLowerCase() : OFFICE;
    return this.attempt(meeting, 'closeSession', () =>
      this.api.post(account, `/api/meetings/${meeting.meetingId}/events/closeSession`, {}),
    );
  }

  /** Says who does what until when, where the conclusion did not. */
  async completeResolutions(meeting: MeetingView): Promise<void> {
    if (meeting.state !== 'minutes') return;
    for (const { key } of meeting.resolutions.filter(({ missing }) => missing.length > 0)) {
      await this.attempt(meeting, 'putResolution', async () => {
        const { rev, resolutions, agenda } = await this.api.get<MeetingView>(
          OFFICE,
          `/api/meetings/${meeting.meetingId}`,
        );
        const resolution = resolutions.find((one) => one.key === key);
        if (!resolution) return;
        const item = agenda.find((one) => one.key === resolution.item);
        await this.api.put(OFFICE, `/api/meetings/${meeting.meetingId}/resolutions/${key}`, {
          seen: rev,
          item: resolution.item,
          kind: resolution.kind.key,
          text: resolution.text,
          unit: resolution.unit?.code ?? item?.units[0]?.code ?? 'LGO',
          assistUnits: resolution.assistUnits.map(({ code }) => code),
          dueOn: resolution.dueOn ?? this.clock.later(15),
          criterion: resolution.criterion ?? '取得书面批复或办结证明（样例）',
          conditions: resolution.conditions,
          landingUnit: resolution.landingUnit?.code ?? null,
        });
      });
    }
  }

  async reschedule(meeting: MeetingView, plannedOn: string): Promise<boolean> {
    return this.attempt(meeting, 'reschedule', () =>
      this.api.post(DIRECTOR, `/api/meetings/${meeting.meetingId}/events/reschedule`, {
        form: {
          plannedOn,
          plannedTime: '14:30',
          place: meeting.kind === 'conference' ? '滨海新区行政中心大会议室' : '滨海新区行政中心第二会议室',
          reason: '主要评审单位参加市级会议，改期召开（样例）',
        },
      }),
    );
  }

  private async attempt(meeting: MeetingView, task: string, what: () => Promise<unknown>): Promise<boolean> {
    try {
      await what();
      return true;
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      const said = error.message.split('\n').join(' ');
      this.stumbles.push({ day: this.clock.today, subject: meeting.title, task, account: '', said });
      return false;
    }
  }
}
