import type { Clock } from '@landfall/clock';
import { type CalendarDeadline, calendarFeed } from '@landfall/documents';
import type { Roster } from '@landfall/identity';
import { type HeldPosts, readMeetingsOfPosts } from '@landfall/meetings';
import type { Organization } from '@landfall/organization';
import type { Database } from '@landfall/persistence';
import type { Inbox, UserTask } from '@landfall/process-engine';
import type { TaskItems } from '../processes/task-items';
import { calendarMeetingOf } from './meeting-calendar';

const DAY_MS = 86_400_000;
const DAYS_BACK = 30;
const DAYS_AHEAD = 180;
const PAGE = 200;

/** Nobody looks at a calendar of more; those that are due last come first. */
const DEADLINES_AT_MOST = 1000;

export interface CalendarFeedParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly organization: Organization;
  readonly roster: Roster;
  readonly inbox: Inbox;
  readonly items: TaskItems;
}

/** Composes the calendar of an account: its meetings and open deadlines, as its posts give them today. */
export class CalendarFeed {
  constructor(private readonly parts: CalendarFeedParts) {}

  /** The calendar as text; without a single entry where the account is closed or holds no post today. */
  async of(accountId: string, addressOf: (path: string) => string): Promise<string> {
    const { database, clock, organization } = this.parts;
    const held = await this.postsOf(accountId);
    if (held === undefined) return calendarFeed(NAME, [], []);
    const now = clock.now();
    const from = new Date(now.getTime() - DAYS_BACK * DAY_MS);
    const to = new Date(now.getTime() + DAYS_AHEAD * DAY_MS);
    const [view, meetings, tasks] = await Promise.all([
      organization.view(),
      readMeetingsOfPosts(database, held, from, to),
      this.tasksOf(accountId, held.groups, from, to),
    ]);
    return calendarFeed(
      NAME,
      meetings.map((meeting) => calendarMeetingOf(meeting, view, (id) => addressOf(`/meetings/${id}`))),
      await this.deadlinesOf(tasks, now, addressOf),
    );
  }

  private async postsOf(accountId: string): Promise<HeldPosts | undefined> {
    const roster = await this.parts.roster.view();
    const person = roster.people.find((known) => known.accountId === accountId);
    if (person === undefined) return undefined;
    return { groups: roster.groupsOf(accountId), units: [...new Set(person.posts.map(({ unit }) => unit))] };
  }

  /** His own open tasks and those that any of his groups may take. */
  private async tasksOf(accountId: string, groups: readonly string[], from: Date, to: Date): Promise<UserTask[]> {
    const found: UserTask[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.parts.inbox.overdue([accountId], groups, {
        ...{ limit: PAGE, order: '-due', dueBefore: to },
        cursor,
      });
      found.push(...page.tasks.filter(({ dueAt }) => dueAt >= from));
      const isBack = page.tasks.some(({ dueAt }) => dueAt < from);
      cursor = isBack ? undefined : (page.nextCursor ?? undefined);
    } while (cursor !== undefined && found.length < DEADLINES_AT_MOST);
    return found;
  }

  private async deadlinesOf(
    tasks: readonly UserTask[],
    now: Date,
    addressOf: (path: string) => string,
  ): Promise<CalendarDeadline[]> {
    const said = await this.parts.items.say(tasks);
    return tasks.flatMap((task, at) => {
      const item = said[at];
      if (item === undefined) return [];
      return {
        id: task.id,
        sequence: 0,
        title: [item.title.zh, item.projectName, item.about ?? ''].filter((part) => part !== '').join('：'),
        dueAt: task.dueAt.toISOString(),
        description: `承办：${item.groupName.zh}`,
        url: addressOf(`/tasks/${task.id}`),
        // A published calendar is stamped with the time at which it was made; a moved deadline is taken over with it.
        changedAt: now.toISOString(),
      };
    });
  }
}

const NAME = '招商会议和办理时限';
