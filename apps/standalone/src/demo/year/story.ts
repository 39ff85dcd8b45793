import type { ApiClient } from '../api-client';
import { bold, dim, forgetLine, pad, say, sayForNow } from '../terminal-text';
import { halfOf, reportsOf } from './proofs';
import type { YearDay } from './run-year';
import type { HistoryEntry, MeetingView } from './year-answers';

const OFFICE = 'lgo.staff';
const TITLE_COLUMNS = 40;
const AT_ONCE = 6;

const monthOf = (day: string): string => `${Number(day.slice(5, 7))}月`;
const dateOf = (day: string): string => `${Number(day.slice(8))}日`;

/** States after the session, in which a meeting is told once. */
const AFTER_SESSION = ['minutes', 'signing', 'numbering', 'followUp', 'archived'];

/** Steps of a conference that are told by themselves. */
const CONFERENCE_STEPS: Readonly<Record<string, (meeting: MeetingView) => string>> = {
  collecting: (meeting) =>
    `启动征集：57个成员单位报送，会期 ${halfOf(meeting).windowFrom} 至 ${halfOf(meeting).windowTo}`,
  composing: (meeting) => {
    const { given, missing } = reportsOf(meeting);
    return `报送截止：已报${given} 未报${missing.length}${missing.length > 0 ? `（${missing.join('、')}，已记录并告知负责人）` : ''}`;
  },
  approving: () => '方案报审：主任 → 常务副组长 → 组长',
  convened: (meeting) => `会议通知：${meeting.plannedOn} 召开，${meeting.replies.of}个单位回执`,
};

/** Tells the year on the terminal, one line for each step of note, and keeps what it told for the report. */
export class Story {
  readonly lines: string[] = [];
  private month = '';
  private readonly called = new Map<string, string>();
  private readonly told = new Set<string>();
  private happened: string[] = [];

  constructor(private readonly api: ApiClient) {}

  progress(reached: string, done: number): void {
    sayForNow(dim(`时间推进到 ${reached} …  已办理任务 ${done}`));
  }

  happening(day: string, said: string): void {
    this.happened.push(`${pad(dateOf(day), 6)}${said}`);
  }

  async ofDay({ day, overview }: YearDay): Promise<void> {
    if (this.month !== '' && this.month !== day.slice(0, 7)) await this.endMonth();
    this.beginMonth(day);
    for (const line of this.happened.splice(0)) this.tell(dim(line), line);
    for (const meeting of overview.meetings) this.ofMeeting(day, meeting);
  }

  /** What the month saw by time alone: reminders, lights, coloured supervision items. */
  async endMonth(): Promise<void> {
    const { month, api } = this;
    if (month === '') return;
    const { items } = await api
      .get<{ items: { projectId: string; updatedAt: string }[] }>(OFFICE, '/api/projects?limit=100&sort=-updated')
      .catch(() => api.get<{ items: { projectId: string; updatedAt: string }[] }>(OFFICE, '/api/projects?limit=100'));
    const changed = items.filter(({ updatedAt }) => updatedAt.slice(0, 7) >= month);
    const meetings = await api.get<{ items: { meetingId: string }[] }>(OFFICE, '/api/meetings?limit=500');
    const paths = [
      ...changed.map(({ projectId }) => `/api/projects/${projectId}/history?limit=100`),
      ...meetings.items.map(({ meetingId }) => `/api/meetings/${meetingId}/history?limit=100`),
    ];
    let reminders = 0;
    for (let from = 0; from < paths.length; from += AT_ONCE) {
      const read = await Promise.all(
        paths.slice(from, from + AT_ONCE).map((path) => api.get<{ items: HistoryEntry[] }>(OFFICE, path)),
      );
      for (const { items: entries } of read)
        reminders += entries.filter(({ kind, at }) => kind === 'timerFired' && at.startsWith(month)).length;
    }
    const [lights, late] = await Promise.all([
      api.get<{ counts: { yellow: number; red: number } }>(OFFICE, '/api/lights?limit=1'),
      api.get<{ items: { colour: string }[] }>(OFFICE, '/api/supervision-items?status=open&limit=200'),
    ]);
    const coloured = (colour: string) => late.items.filter((item) => item.colour === colour).length;
    this.tell(
      dim(
        `月末  到时提醒 ${reminders}  项目黄灯 ${lights.counts.yellow} 红灯 ${lights.counts.red}  督办 在办 ${late.items.length} 蓝 ${coloured('blue')} 黄 ${coloured('yellow')} 红 ${coloured('red')}`,
      ),
    );
  }

  private beginMonth(day: string): void {
    if (this.month === day.slice(0, 7)) return;
    this.month = day.slice(0, 7);
    forgetLine();
    say();
    this.lines.push('');
    this.tell(bold(`${day.slice(0, 4)}年${monthOf(day)}`), `${day.slice(0, 4)}年${monthOf(day)}`);
  }

  private ofMeeting(day: string, meeting: MeetingView): void {
    const { meetingId, state, kind, title } = meeting;
    if (!this.called.has(meetingId)) this.called.set(meetingId, day);
    const step = kind === 'conference' ? CONFERENCE_STEPS[state]?.(meeting) : undefined;
    if (step !== undefined && this.once(`${meetingId} ${state} ${meeting.rescheduled}`)) {
      this.tell(`${pad(dateOf(day), 6)}${pad(title, TITLE_COLUMNS)}${step}`);
    }
    if (!AFTER_SESSION.includes(state) || !this.once(`${meetingId} held`)) return;
    const held = meeting.plannedOn ?? day;
    const called = this.called.get(meetingId) ?? day;
    const from = called.slice(0, 7) === held.slice(0, 7) ? dateOf(called) : `${monthOf(called)}${dateOf(called)}`;
    const heard = meeting.agenda.filter(({ standing }) => standing === 'concluded').length;
    this.tell(
      `${pad(dateOf(day), 6)}${pad(title, TITLE_COLUMNS)}${pad(`${from}召集 → ${dateOf(held)}召开`, 24)}${pad(`${heard}个议题`, 10)}${outcomesOf(meeting)}`,
    );
  }

  private once(what: string): boolean {
    if (this.told.has(what)) return false;
    this.told.add(what);
    return true;
  }

  private tell(line: string, plain = line): void {
    forgetLine();
    say(line);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the signs of the terminal are what is taken out.
    this.lines.push(plain.replaceAll(/\u001b\[\d+m/g, ''));
  }
}

const outcomesOf = ({ resolutions, agenda }: MeetingView): string => {
  const counts = new Map<string, number>();
  const count = (word: string) => counts.set(word, (counts.get(word) ?? 0) + 1);
  for (const { kind } of resolutions) count(kind.label.zh);
  for (const { outcome, standing } of agenda) {
    if (outcome === 'noAgreement') count('未达成一致');
    if (standing === 'left') count('会前移出');
    if (standing === 'deferred') count('本次不议');
  }
  return [...counts].map(([word, number]) => `${word}${number}`).join(' ') || '听取';
};
