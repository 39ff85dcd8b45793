import { setTimeout as sleep } from 'node:timers/promises';
import { ApiClient } from '../apps/standalone/src/demo/api-client';
import { driveProject } from '../apps/standalone/src/demo/drive-project';
import { type LandfallUnderTest, SAMPLE_PASSWORD } from './landfall-under-test';

export interface MeetingPage {
  readonly meetingId: string;
  readonly title: string;
  readonly rev: number;
  readonly state: string;
  readonly minutesNumber: string | null;
  readonly agenda: readonly { readonly key: string; readonly standing: string; readonly projectId: string | null }[];
  readonly seats: readonly { readonly unit: { readonly code: string } }[];
  readonly resolutions: readonly { readonly key: string; readonly standing: string }[];
  readonly openTasks: readonly { readonly userTaskId: string; readonly taskKey: string }[];
  readonly ownTasks: readonly string[];
}

const OFFICE = 'lgo.staff';

/** A research meeting of street and town projects, brought under way through the API by those whose turn it is. */
export class MeetingUnderWay {
  api: ApiClient;
  meetingId = '';

  constructor(private readonly landfall: LandfallUnderTest) {
    this.api = landfall.api;
  }

  /** Goes to a time; nobody's session lasts from one day to another. */
  at(day: string, time: string): void {
    this.landfall.clock.set(new Date(`${day}T${time}:00+08:00`));
    this.api = new ApiClient(this.landfall.url, SAMPLE_PASSWORD, 'zh');
  }

  /** Reports a project of a street or town and takes it as far as the queue of the research meeting. */
  async queueProject(projectName: string, lead: Readonly<Record<string, unknown>> = {}): Promise<string> {
    const { projectId } = await this.api.post<{ projectId: string }>('d01.specialist', '/api/leads', {
      projectName,
      investorName: `天津${projectName.slice(0, 6)}有限公司（样例）`,
      industryFocus: '新能源',
      totalInvestment: '120000',
      landingUnit: 'T01',
      sourceType: 'taskForce',
      contact: '联系人样例 13800000000',
      brief: '建设示范生产线和配套研发中心。',
      ...lead,
    });
    await driveProject(this.api, projectId, {
      observer: OFFICE,
      now: () => this.landfall.clock.now(),
      until: ({ stage, openTasks }) => stage === 'review' && openTasks.length === 0,
    });
    return projectId;
  }

  meeting(account = OFFICE): Promise<MeetingPage> {
    return this.api.get<MeetingPage>(account, `/api/meetings/${this.meetingId}`);
  }

  /** Waits until the meeting is as wanted: what it tells others arrives through jobs. */
  async until(good: (meeting: MeetingPage) => boolean): Promise<MeetingPage> {
    for (let tries = 0; tries < 200; tries += 1) {
      const meeting = await this.meeting();
      if (good(meeting)) return meeting;
      await sleep(50);
    }
    throw new Error('Expected the meeting to go on, but it did not');
  }

  /** Completes each own open task of a kind. */
  async complete(account: string, taskKey: string, outcome: string, form: object = {}): Promise<void> {
    const { openTasks, ownTasks } = await this.meeting(account);
    const tasks = openTasks.filter((open) => open.taskKey === taskKey && ownTasks.includes(open.userTaskId));
    if (tasks.length === 0) throw new Error(`Expected ${account} to have '${taskKey}', but there is none`);
    for (const { userTaskId } of tasks) {
      await this.api.post(account, `/api/user-tasks/${userTaskId}/complete`, { outcome, form });
    }
  }

  /** Waits for the meeting that the rules call on the 25th of November, and sends its notice for a day. */
  async convene(day: string, time: string): Promise<void> {
    this.at('2026-11-25', '08:05');
    for (let tries = 0; this.meetingId === '' && tries < 200; tries += 1) {
      const { items } = await this.api.get<{ items: MeetingPage[] }>(OFFICE, '/api/meetings?kind=streetTownReview');
      this.meetingId = items[0]?.meetingId ?? '';
      await sleep(50);
    }
    await this.until(({ agenda }) => agenda.every(({ standing }) => standing === 'confirmed'));
    const form = { plannedOn: day, plannedTime: time, place: '区政府第三会议室' };
    await this.complete(OFFICE, 'planMeeting', 'plan', form);
    await this.complete('lgo.director', 'confirmPlan', 'confirm');
    await this.complete('seo.director', 'confirmPlan', 'confirm');
  }

  /** Holds the session: everybody is there, every project goes on. */
  async hold(day: string, time: string): Promise<void> {
    this.at(day, time);
    const { seats } = await this.meeting();
    for (const { unit } of seats) {
      await this.api.post(OFFICE, `/api/meetings/${this.meetingId}/check-ins`, { unit: unit.code, present: true });
    }
    await this.api.post(OFFICE, `/api/meetings/${this.meetingId}/events/openSession`);
    await this.complete(OFFICE, 'concludeJudgement', 'proceed', { conclusion: '建议推进' });
    await this.api.post(OFFICE, `/api/meetings/${this.meetingId}/events/closeSession`);
  }
}
