import { sayDay } from '@landfall/calendar';
import type { LocalizedText } from '@landfall/process-definition';
import { dayOf } from './business-day';
import { sayInstant, sayTask } from './say-time';

/** An open task as a digest says it. */
export interface DigestTask {
  readonly title: LocalizedText;
  readonly subject: string | undefined;
  readonly dueAt: Date;
  /** Whether it is this person's already, rather than offered to a group. */
  readonly mine: boolean;
}

export interface DigestMatter {
  readonly now: Date;
  readonly nextWorkday: string;
  readonly tasks: readonly DigestTask[];
  /** The titles of the unread notices that no digest has told yet, oldest first. */
  readonly news: readonly LocalizedText[];
}

const MOST_TASKS = 8;
const MOST_NEWS = 5;

/** What one person reads in the morning; undefined when there is nothing to say. Facts about the work, nothing about people. */
export const digestOf = ({ now, nextWorkday, tasks, news }: DigestMatter) => {
  if (tasks.length === 0 && news.length === 0) return undefined;
  const counts = countsOf(tasks, now, nextWorkday);
  const urgentFirst = [...tasks].sort((one, other) => one.dueAt.getTime() - other.dueAt.getTime());
  const parts = [
    summary(tasks, counts, nextWorkday),
    ...list(
      { zh: '最急的事项：', en: 'Most urgent:' },
      urgentFirst.map((task) => taskLine(task, now)),
      MOST_TASKS,
    ),
    ...list({ zh: `新消息 ${news.length} 条：`, en: `${news.length} new notices:` }, news, MOST_NEWS),
  ];
  return { title: titleOf(tasks.length, counts, news.length, now), body: join(parts) };
};

/** What a group chat reads in the morning: totals only; undefined when nothing is open. */
export const chatDigestOf = ({ now, nextWorkday, tasks }: Omit<DigestMatter, 'news'>): LocalizedText | undefined => {
  if (tasks.length === 0) return undefined;
  const { overdue, today, next } = countsOf(tasks, now, nextWorkday);
  const day = sayDay(dayOf(now));
  return {
    zh: `${day.zh}工作提要：在办事项 ${tasks.length} 件，今日到期 ${today} 件，下一工作日到期 ${next} 件，已超期 ${overdue} 件`,
    en: `Digest of ${day.en}: ${tasks.length} open tasks, ${today} due today, ${next} due the next working day, ${overdue} overdue`,
  };
};

interface Counts {
  readonly overdue: number;
  readonly today: number;
  readonly next: number;
}

const countsOf = (tasks: readonly DigestTask[], now: Date, nextWorkday: string): Counts => {
  const today = dayOf(now);
  const count = (fits: (task: DigestTask) => boolean) => tasks.filter(fits).length;
  return {
    overdue: count(({ dueAt }) => dueAt < now),
    today: count(({ dueAt }) => dueAt >= now && dayOf(dueAt) === today),
    next: count(({ dueAt }) => dayOf(dueAt) > today && dayOf(dueAt) <= nextWorkday),
  };
};

const titleOf = (open: number, { overdue, today }: Counts, news: number, now: Date): LocalizedText => {
  const day = sayDay(dayOf(now));
  const zh = [
    ...(open > 0 ? [`待办 ${open} 件`] : []),
    ...(today > 0 ? [`今日到期 ${today} 件`] : []),
    ...(overdue > 0 ? [`超期 ${overdue} 件`] : []),
    ...(open === 0 ? [`新消息 ${news} 条`] : []),
  ];
  const en = [
    ...(open > 0 ? [`${open} to do`] : []),
    ...(today > 0 ? [`${today} due today`] : []),
    ...(overdue > 0 ? [`${overdue} overdue`] : []),
    ...(open === 0 ? [`${news} new notices`] : []),
  ];
  return { zh: `${day.zh}工作提要：${zh.join('，')}`, en: `Digest of ${day.en}: ${en.join(', ')}` };
};

const summary = (tasks: readonly DigestTask[], counts: Counts, nextWorkday: string): LocalizedText => {
  const mine = tasks.filter((task) => task.mine).length;
  const next = sayDay(nextWorkday);
  return {
    zh: `我的待办 ${mine} 件，本岗位待认领 ${tasks.length - mine} 件；今日到期 ${counts.today} 件，${next.zh}前到期 ${counts.next} 件，已超期 ${counts.overdue} 件。`,
    en: `${mine} of mine, ${tasks.length - mine} to be claimed; ${counts.today} due today, ${counts.next} due by ${next.en}, ${counts.overdue} overdue.`,
  };
};

const taskLine = ({ title, subject, dueAt }: DigestTask, now: Date): LocalizedText => {
  const task = sayTask(title, subject);
  const due = sayInstant(dueAt);
  return dueAt < now
    ? { zh: `${task.zh}应于${due.zh}前办结，已超期`, en: `${task.en} was due ${due.en}` }
    : { zh: `${task.zh}${due.zh}前办结`, en: `${task.en} is due ${due.en}` };
};

const list = (heading: LocalizedText, lines: readonly LocalizedText[], most: number): LocalizedText[] => {
  if (lines.length === 0) return [];
  const rest = lines.length - most;
  return [
    heading,
    ...lines.slice(0, most).map(({ zh, en }) => ({ zh: `· ${zh}`, en: `· ${en}` })),
    ...(rest > 0 ? [{ zh: `· 另有 ${rest} 项`, en: `· and ${rest} more` }] : []),
  ];
};

const join = (parts: readonly LocalizedText[]): LocalizedText => ({
  zh: parts.map(({ zh }) => zh).join('\n'),
  en: parts.map(({ en }) => en).join('\n'),
});
