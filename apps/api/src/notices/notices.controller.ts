import type { AuthenticatedSession, Person } from '@landfall/identity';
import { Notices, type OutsideChannel, NoticePreferences as Preferences } from '@landfall/notifications';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import { CurrentPerson, CurrentSession } from '../session/current-person';
import { NoticePage, NoticePreferences, NoticeSettings } from './notice-answers';
import { NoticeEvents } from './notice-events';

export const AVAILABLE_CHANNELS = Symbol('AVAILABLE_CHANNELS');

const NoticeId = z.uuid();
const NoticeQuery = z.strictObject({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  unread: z.enum(['true', 'false']).default('false').describe('Only what is unread'),
});
const ReadAll = z
  .strictObject({ upTo: z.uuid().optional().describe('The newest notice that was seen; later ones stay unread') })
  .meta({ id: 'ReadAllNotices' });

@ApiTags('notices')
@Controller('api/notices')
export class NoticesController {
  constructor(
    private readonly notices: Notices,
    private readonly preferences: Preferences,
    private readonly events: NoticeEvents,
    @Inject(AVAILABLE_CHANNELS) private readonly available: readonly OutsideChannel[],
  ) {}

  @Get()
  @ApiOperation({ summary: 'What the person who asks has been told, newest first' })
  @ApiOkResponse({ standardSchema: NoticePage })
  async page(
    @CurrentPerson() { accountId }: Person,
    @Query({ schema: NoticeQuery }) query: z.infer<typeof NoticeQuery>,
  ): Promise<NoticePage> {
    const { limit, cursor } = query;
    const [{ notices, nextCursor }, unread] = await Promise.all([
      this.notices.list(accountId, { limit, cursor, unreadOnly: query.unread === 'true' }),
      this.notices.unread(accountId),
    ]);
    const items = notices.map(({ id, kind, urgency, title, body, link, at, readAt }) => ({
      ...{ id, kind, urgency, title, body, link },
      at: at.toISOString(),
      readAt: readAt?.toISOString() ?? null,
    }));
    return { items, nextCursor, unread };
  }

  @Get('stream')
  @ApiOperation({ summary: 'Server-sent events: `notices` with {unread, change} whenever the notices change' })
  @ApiProduces('text/event-stream')
  @ApiOkResponse({ schema: { type: 'string' } })
  async stream(@CurrentSession() session: AuthenticatedSession, @Res() response: Response): Promise<void> {
    await this.events.serve({ account: session.person.accountId, sessionId: session.sessionId }, response);
  }

  @Post('read-all')
  @HttpCode(204)
  @ApiOperation({ summary: 'Mark all notices as read' })
  @ApiNoContentResponse()
  async readAll(
    @CurrentPerson() { accountId }: Person,
    @Body({ schema: ReadAll }) { upTo }: z.infer<typeof ReadAll>,
  ): Promise<void> {
    await this.notices.markAllRead(accountId, upTo);
  }

  @Post('tasks/:taskId/read')
  @HttpCode(204)
  @ApiOperation({ summary: 'Mark what is about a task as read, because the task was opened' })
  @ApiNoContentResponse()
  async readTask(
    @CurrentPerson() { accountId }: Person,
    @Param('taskId', { schema: z.uuid() }) taskId: string,
  ): Promise<void> {
    await this.notices.markTaskRead(accountId, taskId);
  }

  @Post(':id/read')
  @HttpCode(204)
  @ApiOperation({ summary: 'Mark one notice as read' })
  @ApiNoContentResponse()
  async read(@CurrentPerson() { accountId }: Person, @Param('id', { schema: NoticeId }) id: string): Promise<void> {
    await this.notices.markRead(accountId, id);
  }

  @Get('preferences')
  @ApiOperation({ summary: 'How the person who asks wants to be told' })
  @ApiOkResponse({ standardSchema: NoticeSettings })
  async settings(@CurrentPerson() { accountId }: Person): Promise<NoticeSettings> {
    return this.say(await this.preferences.of(accountId));
  }

  @Put('preferences')
  @ApiOperation({ summary: 'Choose how to be told' })
  @ApiOkResponse({ standardSchema: NoticeSettings })
  async choose(
    @CurrentPerson() { accountId }: Person,
    @Body({ schema: NoticePreferences }) chosen: NoticePreferences,
  ): Promise<NoticeSettings> {
    return this.say(await this.preferences.set(accountId, chosen));
  }

  private say(preferences: Awaited<ReturnType<Preferences['of']>>): NoticeSettings {
    const { task, project, issue, supervision, calendar, digest } = preferences.channels;
    const channels = {
      task: [...task],
      project: [...project],
      issue: [...issue],
      supervision: [...supervision],
      calendar: [...calendar],
      digest: [...digest],
    };
    return { preferences: { ...preferences, channels }, available: [...this.available] };
  }
}
