import type { Person } from '@landfall/identity';
import { Database } from '@landfall/persistence';
import { Inbox, type InboxPage as TaskPage } from '@landfall/process-engine';
import { findProjectIds } from '@landfall/projects';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { CurrentPerson } from '../session/current-person';
import { viewerOf } from '../session/viewer-of';
import { InboxPage } from './inbox-answers';
import { InitiatedProcesses } from './initiated-processes';
import { TaskItems } from './task-items';

const InboxQuery = z.strictObject({
  view: z.enum(['todo', 'group', 'done', 'initiated']).default('todo'),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  q: z.string().trim().max(80).optional().describe('Part of a project name, investor or number'),
});

@ApiTags('inbox')
@Controller('api/inbox')
export class InboxController {
  constructor(
    private readonly database: Database,
    private readonly inbox: Inbox,
    private readonly initiated: InitiatedProcesses,
    private readonly items: TaskItems,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The work of the person who asks, most urgent first' })
  @ApiOkResponse({ standardSchema: InboxPage })
  async page(
    @CurrentPerson() person: Person,
    @Query({ schema: InboxQuery }) query: z.infer<typeof InboxQuery>,
  ): Promise<InboxPage> {
    const instanceIds = query.q ? await findProjectIds(this.database, viewerOf(person), query.q) : undefined;
    const page = { limit: query.limit, cursor: query.cursor, instanceIds };
    const [{ items, nextCursor }, counts] = await Promise.all([
      query.view === 'initiated' ? this.initiated.page(person.accountId, page) : this.tasks(person, query.view, page),
      this.inbox.counts(person.accountId, groupsServedBy(person)),
    ]);
    return { items, nextCursor, counts };
  }

  private async tasks(person: Person, view: 'todo' | 'group' | 'done', page: Parameters<Inbox['todo']>[1]) {
    const found: TaskPage =
      view === 'group'
        ? await this.inbox.group(groupsServedBy(person), page)
        : await this.inbox[view](person.accountId, page);
    return { items: await this.items.say(found.tasks), nextCursor: found.nextCursor };
  }
}

/** The groups whose open tasks a person may take: his own, and those of whom he stands in for. */
const groupsServedBy = ({ groups, principals }: Person): string[] => [
  ...new Set([...groups, ...principals.flatMap((principal) => principal.groups)]),
];
