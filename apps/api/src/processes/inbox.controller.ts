import { Clock } from '@landfall/clock';
import type { Person } from '@landfall/identity';
import { findMeetingIds } from '@landfall/meetings';
import { Database } from '@landfall/persistence';
import { CarbonCopies, Inbox, type InboxPage as TaskPage } from '@landfall/process-engine';
import { findProjectIds } from '@landfall/projects';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { meetingViewerOf } from '../meetings/meeting-viewer-of';
import { CurrentPerson } from '../session/current-person';
import { viewerOf } from '../session/viewer-of';
import { InboxPage } from './inbox-answers';
import { InitiatedProcesses } from './initiated-processes';
import { sayCopy, TaskItems } from './task-items';

const InboxQuery = z.strictObject({
  view: z
    .enum(['todo', 'group', 'overdue', 'done', 'initiated', 'copied', 'toRead'])
    .default('todo')
    .describe('`toRead` are the copies that are not read yet'),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  q: z.string().trim().max(80).optional().describe('Part of a project name, investor or number'),
  stage: z.string().max(60).optional().describe('The key of a stage'),
  taskKeys: z
    .string()
    .max(2000)
    .optional()
    .transform((keys) => keys?.split(',').filter(Boolean))
    .describe('Tasks of these kinds only, separated by commas'),
  overdue: z.enum(['true', 'false']).optional(),
  dueBefore: z.iso.date().optional().describe('Due before this day (YYYY-MM-DD, Asia/Shanghai)'),
  sort: z.enum(['due', '-due', 'arrived', '-arrived']).default('due').describe('A minus sign: the last first'),
});

type Asked = z.infer<typeof InboxQuery>;

@ApiTags('inbox')
@Controller('api/inbox')
export class InboxController {
  constructor(
    private readonly database: Database,
    private readonly inbox: Inbox,
    private readonly copies: CarbonCopies,
    private readonly initiated: InitiatedProcesses,
    private readonly items: TaskItems,
    private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The work of the person who asks and of those he stands in for, most urgent first' })
  @ApiOkResponse({ standardSchema: InboxPage })
  async page(@CurrentPerson() person: Person, @Query({ schema: InboxQuery }) query: Asked): Promise<InboxPage> {
    const [{ items, nextCursor }, counts] = await Promise.all([
      this.list(person, query),
      this.inbox.counts(accountsOf(person), groupsOf(person), this.clock.now()),
    ]);
    return { items, nextCursor, counts };
  }

  private async list(person: Person, query: Asked): Promise<Pick<InboxPage, 'items' | 'nextCursor'>> {
    const { view, limit, cursor } = query;
    if (view === 'copied' || view === 'toRead') {
      const page = await this.copies.of(person.accountId, { limit, cursor, unreadOnly: view === 'toRead' });
      const said = await this.items.say(page.copies.map(({ task }) => task));
      const items = said.map((item, index) => {
        const copy = page.copies[index];
        if (!copy) return item;
        return { ...item, copy: sayCopy(copy) };
      });
      return { items, nextCursor: page.nextCursor };
    }
    const instanceIds = query.q ? await this.processesOf(person, query.q) : undefined;
    if (view === 'initiated') return this.initiated.page(person.accountId, { limit, cursor, instanceIds });
    const found = await this.tasks(person, view, {
      limit,
      cursor,
      instanceIds,
      taskKeys: query.taskKeys,
      stage: query.stage,
      order: query.sort,
      dueBefore: this.dueBefore(query),
    });
    return { items: await this.items.say(found.tasks), nextCursor: found.nextCursor };
  }

  /** The projects that a search finds, what is about them (issues, supervision items), and meetings by their titles. */
  private async processesOf(person: Person, words: string): Promise<string[]> {
    const projects = await findProjectIds(this.database, viewerOf(person), words);
    const about = await this.database.query<{ id: string }>(
      'SELECT id FROM process_instance WHERE belongs_to = ANY($1::uuid[])',
      [projects],
    );
    const meetings = await findMeetingIds(this.database, meetingViewerOf(person), words);
    return [...projects, ...about.map(({ id }) => id), ...meetings];
  }

  private tasks(
    person: Person,
    view: 'todo' | 'group' | 'overdue' | 'done',
    page: Parameters<Inbox['todo']>[1],
  ): Promise<TaskPage> {
    switch (view) {
      case 'todo':
        return this.inbox.todo(accountsOf(person), page);
      case 'group':
        return this.inbox.group(groupsOf(person), page);
      case 'overdue':
        return this.inbox.overdue(accountsOf(person), groupsOf(person), page);
      case 'done':
        return this.inbox.done(person.accountId, page);
    }
  }

  private dueBefore({ view, overdue, dueBefore }: Asked): Date | undefined {
    if (view === 'overdue' || overdue === 'true') return this.clock.now();
    return dueBefore === undefined ? undefined : new Date(`${dueBefore}T00:00:00+08:00`);
  }
}

/** The person and those whose substitute he is today. */
const accountsOf = ({ accountId, actor }: Person): string[] => [
  accountId,
  ...(actor.principals ?? []).map((principal) => principal.accountId),
];

const groupsOf = ({ groups, actor }: Person): string[] => [
  ...new Set([...groups, ...(actor.principals ?? []).flatMap((principal) => principal.groups)]),
];
