import type { Person } from '@landfall/identity';
import { MEETING_KINDS, MEETING_STATES, Meetings, opiningUnitOf } from '@landfall/meetings';
import { Database } from '@landfall/persistence';
import type { FormValues } from '@landfall/process-definition';
import { ProcessEngine } from '@landfall/process-engine';
import { readHistory } from '@landfall/projects';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { HistoryPage } from '../projects/project-answers';
import { HistoryQuery, sayHistory } from '../projects/say-history';
import { CurrentPerson } from '../session/current-person';
import { MeetingDetail, MeetingItem } from './meeting-answers';
import { MeetingPages } from './meeting-pages';
import { meetingViewerOf } from './meeting-viewer-of';

const Id = z.uuid();

const ListQuery = z.strictObject({
  kind: z.enum(MEETING_KINDS).optional(),
  state: z.enum(MEETING_STATES).optional(),
  status: z.enum(['open', 'ended', 'all']).default('all'),
  from: z.iso.date().optional().describe('The day of the meeting, or of its call while none is planned'),
  to: z.iso.date().optional(),
  mine: z.enum(['true', 'false']).optional().describe('Only those in which a unit of the caller sits or has to act'),
  limit: z.coerce.number().int().min(1).max(500).default(200),
});

const Page = z.object({ items: z.array(MeetingItem) }).meta({ id: 'Meetings' });

const EventBody = z.strictObject({
  form: z.record(z.string().max(80), z.unknown()).default({}),
  clientKey: z.string().min(1).max(120).optional().describe('The same key twice has one effect and the same answer'),
});

@ApiTags('meetings')
@Controller('api/meetings')
export class MeetingsController {
  constructor(
    private readonly meetings: Meetings,
    private readonly pages: MeetingPages,
    private readonly database: Database,
    private readonly engine: ProcessEngine,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Meetings that the caller may see: those to come first, nearest first' })
  @ApiOkResponse({ standardSchema: Page })
  async list(
    @CurrentPerson() person: Person,
    @Query({ schema: ListQuery }) { mine, ...query }: z.infer<typeof ListQuery>,
  ): Promise<z.infer<typeof Page>> {
    const found = await this.meetings.list(meetingViewerOf(person), { ...query, mine: mine === 'true' });
    return { items: await this.pages.sayMeetings(person, found) };
  }

  @Get(':id')
  @ApiOperation({ summary: 'A meeting with agenda, seats, timetable, resolutions and what the caller may do' })
  @ApiOkResponse({ standardSchema: MeetingDetail })
  detail(@CurrentPerson() person: Person, @Param('id', { schema: Id }) id: string): Promise<MeetingDetail> {
    return this.pages.detail(person, id);
  }

  @Get(':id/history')
  @ApiOperation({ summary: 'What happened to a meeting, newest first' })
  @ApiOkResponse({ standardSchema: HistoryPage })
  async history(
    @CurrentPerson() person: Person,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: HistoryQuery }) query: HistoryQuery,
  ): Promise<HistoryPage> {
    const isRead = await this.meetings.readableOpinions(meetingViewerOf(person), id);
    const { items, nextCursor } = sayHistory(
      await readHistory(this.database, this.engine.definitions, id, query, true),
    );
    return {
      items: items.map((item) => (isRead(opiningUnitOf(taskOf(item), item.slot)) ? item : { ...item, form: null })),
      nextCursor,
    };
  }

  @Post(':id/events/:event')
  @HttpCode(200)
  @ApiOperation({ summary: 'Open, close, move or cancel a meeting; its page says what is offered' })
  @ApiOkResponse({ standardSchema: MeetingDetail })
  async event(
    @CurrentPerson() person: Person,
    @Param('id', { schema: Id }) id: string,
    @Param('event', { schema: z.string().min(1).max(60) }) type: string,
    @Body({ schema: EventBody }) { form, clientKey }: z.infer<typeof EventBody>,
  ): Promise<MeetingDetail> {
    await this.meetings.requireVisible(meetingViewerOf(person), id);
    await this.meetings.act(person.actor, id, { type, form: form as FormValues, clientKey });
    return this.pages.detail(person, id);
  }
}

/** What is done with a task is told as `<task>.<outcome>`. */
const taskOf = ({ event }: { readonly event: string }): string => event.split('.')[0] ?? event;
