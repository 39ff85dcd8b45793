import type { Clock } from '@landfall/clock';
import type { Database } from '@landfall/persistence';
import type { LocalizedText } from '@landfall/process-definition';
import { dayOf, type IsWorkday, instantAt, nextDay, nextWorkday, workdaysBetween } from './business-day';
import { type NewNotice, postNoticeIn } from './notice';
import type { Subjects } from './recipients';
import { sayInstant, sayTask } from './say-time';

/** The steps of posting one page of reminders, in order; tests stop the world at each of them. */
export type ReminderStep = 'read' | 'written' | 'committed';

export interface DeadlineRemindersOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly isWorkday: IsWorkday;
  readonly subjects: Subjects;
  readonly onStep?: ((step: ReminderStep) => void) | undefined;
}

interface TaskRow {
  id: string;
  instance_id: string;
  definition_key: string;
  definition_version: number;
  task_key: string;
  state: 'created' | 'claimed';
  candidate_group: string;
  assignee: string | null;
  due_at: Date;
  /** The beginning of the notice's key: one task and one due time, so that a moved deadline reminds anew. */
  key: string;
  reminders: number;
  last_reminded_at: Date | null;
}

/** Working days between two reminders of one overdue task. */
const REPEAT_AFTER_WORKDAYS = 5;
const PAGE = 200;

/**
 * Reminds of open tasks: once when a task is due within the next working day; when it is overdue once at once and then at
 * most every five working days. The person who has claimed it is told, else the holders of the group's post.
 *
 * A second run, in this process or another one, reminds nobody again: the notices' keys are made from the task, its due
 * time and how often was reminded before.
 */
export class DeadlineReminders {
  constructor(private readonly options: DeadlineRemindersOptions) {}

  /** Posts what is to be posted now; answers how many notices are new. */
  async sweep(): Promise<number> {
    return (await this.dueSoon()) + (await this.overdue());
  }

  private async dueSoon(): Promise<number> {
    const now = this.options.clock.now();
    const lastDay = nextWorkday(dayOf(now), this.options.isWorkday);
    return this.eachPage('task.dueSoon', now, instantAt(nextDay(lastDay), '00:00'), (task, title) => {
      const due = sayInstant(task.due_at);
      if (task.reminders > 0) return undefined;
      return { key: task.key, title: { zh: `${title.zh}将于${due.zh}到期`, en: `${title.en} is due ${due.en}` } };
    });
  }

  private async overdue(): Promise<number> {
    const { clock, isWorkday } = this.options;
    const now = clock.now();
    return this.eachPage('task.overdue', undefined, now, (task, title) => {
      const last = task.last_reminded_at;
      if (last && workdaysBetween(dayOf(last), dayOf(now), isWorkday) < REPEAT_AFTER_WORKDAYS) return undefined;
      const late = workdaysBetween(dayOf(task.due_at), dayOf(now), isWorkday);
      const said =
        late === 0
          ? { zh: `${title.zh}已超期`, en: `${title.en} is overdue` }
          : {
              zh: `${title.zh}已超期${late}个工作日`,
              en: `${title.en} is overdue by ${late} working ${late === 1 ? 'day' : 'days'}`,
            };
      return { key: `${task.key}:${task.reminders + 1}`, title: said };
    });
  }

  /** Goes through the open tasks that are due after `from` and until `to`, page by page. */
  private async eachPage(
    kind: string,
    from: Date | undefined,
    to: Date,
    say: (task: TaskRow, title: LocalizedText) => Pick<NewNotice, 'key' | 'title'> | undefined,
  ): Promise<number> {
    let posted = 0;
    let last: TaskRow | undefined;
    for (;;) {
      const tasks = await this.page(kind, from, to, last);
      posted += await this.post(kind, tasks, say);
      last = tasks.at(-1);
      if (tasks.length < PAGE) return posted;
    }
  }

  private page(kind: string, from: Date | undefined, to: Date, last: TaskRow | undefined): Promise<TaskRow[]> {
    return this.options.database.query<TaskRow>(
      `SELECT task.id, task.instance_id, task.definition_key, task.definition_version, task.task_key, task.state,
         task.candidate_group, task.assignee, task.due_at, named.key, told.reminders, told.last_reminded_at
       FROM user_task AS task
       CROSS JOIN LATERAL (SELECT $1 || ':' || task.id || ':' ||
         to_char(task.due_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS key) AS named
       CROSS JOIN LATERAL (
         SELECT count(*)::int AS reminders, max(notice.at) AS last_reminded_at FROM notice
         WHERE notice.task_id = task.id AND notice.kind = $1 AND starts_with(notice.key, named.key)) AS told
       WHERE task.state IN ('created', 'claimed') AND ($2::timestamptz IS NULL OR task.due_at > $2) AND task.due_at <= $3
         AND ($4::timestamptz IS NULL OR (task.due_at, task.id) > ($4, $5::uuid))
       ORDER BY task.due_at, task.id LIMIT ${PAGE}`,
      [kind, from ?? null, to, last?.due_at ?? null, last?.id ?? null],
    );
  }

  private async post(
    kind: string,
    tasks: readonly TaskRow[],
    say: (task: TaskRow, title: LocalizedText) => Pick<NewNotice, 'key' | 'title'> | undefined,
  ): Promise<number> {
    const { database, subjects, clock, onStep } = this.options;
    const names = await subjects.names([...new Set(tasks.map((task) => task.instance_id))]);
    const notices = tasks.flatMap((task) => {
      const title = subjects.taskTitle({
        definition: task.definition_key,
        version: task.definition_version,
        taskKey: task.task_key,
      });
      const said = say(task, sayTask(title, names.get(task.instance_id)));
      return said ? [{ ...said, task }] : [];
    });
    if (notices.length === 0) return 0;
    onStep?.('read');
    const count = await database.transaction(async (tx) => {
      let posted = 0;
      for (const { key, title, task } of notices) {
        const isNew = await postNoticeIn(tx, {
          key,
          kind,
          urgency: 'normal',
          title,
          instanceId: task.instance_id,
          taskId: task.id,
          audience:
            task.assignee === null
              ? { accounts: [], groups: [task.candidate_group] }
              : { accounts: [task.assignee], groups: [] },
          at: clock.now(),
        });
        if (isNew) posted += 1;
      }
      onStep?.('written');
      return posted;
    });
    onStep?.('committed');
    return count;
  }
}
