import type { Settings } from '@landfall/config';
import type { Person } from '@landfall/identity';
import { type FeedStanding, MeetingFeeds } from '@landfall/meetings';
import { Controller, Delete, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { RUNNING_SETTINGS } from '../platform.module';
import { publicAddress } from '../request/public-address';
import { Public } from '../session/access';
import { CurrentPerson } from '../session/current-person';
import { CalendarFeed } from './calendar-feed';

const Standing = z
  .object({
    active: z.boolean().describe('Whether there is an address that works'),
    createdAt: z.string().nullable(),
    lastUsedAt: z.string().nullable().describe('When a calendar read it last, to the minute'),
  })
  .meta({ id: 'CalendarFeedStanding' });

const NewFeed = Standing.extend({
  address: z.string().describe('What a calendar subscribes to; it is told this one time only'),
}).meta({ id: 'NewCalendarFeed' });

const sayStanding = ({ createdAt, lastUsedAt }: FeedStanding): z.infer<typeof Standing> => ({
  active: createdAt !== null,
  createdAt: createdAt?.toISOString() ?? null,
  lastUsedAt: lastUsedAt?.toISOString() ?? null,
});

@ApiTags('calendar-feeds')
@Controller()
export class CalendarFeedsController {
  constructor(
    private readonly feeds: MeetingFeeds,
    private readonly calendar: CalendarFeed,
    @Inject(RUNNING_SETTINGS) private readonly settings: Settings,
  ) {}

  @Get('api/meeting-feeds')
  @ApiOperation({ summary: 'Whether the caller has a private calendar feed, since when, and when it was read last' })
  @ApiOkResponse({ standardSchema: Standing })
  async standing(@CurrentPerson() person: Person): Promise<z.infer<typeof Standing>> {
    return sayStanding(await this.feeds.standing(person.accountId));
  }

  @Post('api/meeting-feeds')
  @ApiOperation({ summary: 'Make the caller’s private calendar feed; the one before it works no more' })
  @ApiCreatedResponse({ standardSchema: NewFeed })
  async renew(@CurrentPerson() person: Person, @Req() request: Request): Promise<z.infer<typeof NewFeed>> {
    const { token, createdAt } = await this.feeds.renew(person.accountId);
    return {
      ...sayStanding({ createdAt, lastUsedAt: null }),
      address: publicAddress(request, this.settings, `/calendar/${token}.ics`),
    };
  }

  @Delete('api/meeting-feeds')
  @ApiOperation({ summary: 'End the caller’s private calendar feed' })
  @ApiOkResponse({ standardSchema: Standing })
  async revoke(@CurrentPerson() person: Person): Promise<z.infer<typeof Standing>> {
    await this.feeds.revoke(person.accountId);
    return this.standing(person);
  }

  @Get('calendar/:token.ics')
  @Public()
  @ApiOperation({ summary: 'The meetings and open deadlines of whoever made the address, for calendars' })
  @ApiProduces('text/calendar')
  @ApiOkResponse({ schema: { type: 'string' } })
  async read(
    @Param('token', { schema: z.string().max(200) }) token: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    // A proxy on the way keeps neither the calendar nor the refusal.
    response.setHeader('Cache-Control', 'private, no-store');
    response.setHeader('X-Robots-Tag', 'noindex');
    const account = await this.feeds.accountOf(token);
    const text = await this.calendar.of(account, (path) => publicAddress(request, this.settings, path));
    response.setHeader('Content-Type', 'text/calendar; charset=utf-8');
    response.end(text);
  }
}
