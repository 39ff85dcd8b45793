import { dayOf, yearOf } from '@landfall/calendar';
import { Clock } from '@landfall/clock';
import type { Person } from '@landfall/identity';
import { noticeOf, readNotice, WorkingTime } from '@landfall/working-time';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { RequirePermission } from '../session/access';
import { CurrentPerson } from '../session/current-person';
import {
  AppliedCalendarChange,
  CalendarChangeRequest,
  CalendarHistoryEntry,
  CalendarPreview,
  CalendarYear,
  MissingYear,
  NoticeDraft,
} from './calendar-answers';
import { MovedDeadlines } from './moved-deadlines';
import { sayYear } from './say-year';

const WhichYear = z.strictObject({
  year: z.coerce.number().int().min(2000).max(2100).optional().describe('This year when left out'),
});
const NoticeText = z.strictObject({ text: z.string().max(20_000) });
const Proposed = z.strictObject({ change: CalendarChangeRequest });
const Decided = z.strictObject({
  change: CalendarChangeRequest,
  basedOn: z.number().int().describe('The version that the preview was made on'),
  reason: z.string().trim().min(2).max(500),
});

const changeOf = (change: CalendarChangeRequest) =>
  change.kind === 'notice' ? { kind: change.kind, notice: noticeOf(change.notice) } : change;

@ApiTags('calendar')
@Controller('api/calendar')
export class CalendarController {
  constructor(
    private readonly workingTime: WorkingTime,
    private readonly moved: MovedDeadlines,
    private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The working-time calendar of a year, day by day' })
  @ApiOkResponse({ standardSchema: CalendarYear })
  async year(@Query({ schema: WhichYear }) { year }: z.infer<typeof WhichYear>): Promise<CalendarYear> {
    const today = dayOf(this.clock.now());
    return sayYear(await this.workingTime.view(), year ?? yearOf(today), today);
  }

  @Get('alarms')
  @ApiOperation({ summary: 'The years that are needed and whose notice is missing' })
  @ApiOkResponse({ standardSchema: z.array(MissingYear) })
  async alarms(): Promise<z.infer<typeof MissingYear>[]> {
    return this.workingTime.missingYears();
  }

  @Get('history')
  @ApiOperation({ summary: 'Every version of the calendar, the latest first' })
  @ApiOkResponse({ standardSchema: z.array(CalendarHistoryEntry) })
  async history(): Promise<z.infer<typeof CalendarHistoryEntry>[]> {
    return (await this.workingTime.history()).map((entry) => ({ ...entry, at: entry.at.toISOString() }));
  }

  @Post('read-notice')
  @HttpCode(200)
  @RequirePermission('organization.manage')
  @ApiOperation({ summary: 'Read the text of a notice of the State Council; nothing is kept' })
  @ApiOkResponse({ standardSchema: NoticeDraft })
  read(@Body({ schema: NoticeText }) { text }: z.infer<typeof NoticeText>): z.infer<typeof NoticeDraft> {
    const { holidays, ...draft } = readNotice(text);
    return { ...draft, holidays: holidays.map((holiday) => ({ ...holiday, makeUp: [...holiday.makeUp] })) };
  }

  @Post('preview')
  @HttpCode(200)
  @RequirePermission('organization.manage')
  @ApiOperation({ summary: 'Which open deadlines a change of the calendar would move; nothing is written' })
  @ApiOkResponse({ standardSchema: CalendarPreview })
  async preview(@Body({ schema: Proposed }) { change }: z.infer<typeof Proposed>): Promise<CalendarPreview> {
    const { basedOn, moved, confirmed } = await this.workingTime.preview(changeOf(change));
    return { basedOn, moved: await this.moved.say(moved), confirmed: confirmed.length };
  }

  @Post('apply')
  @HttpCode(200)
  @RequirePermission('organization.manage')
  @ApiOperation({ summary: 'Change the calendar and move every open deadline by it, all or nothing' })
  @ApiOkResponse({ standardSchema: AppliedCalendarChange })
  async apply(
    @CurrentPerson() person: Person,
    @Body({ schema: Decided }) { change, basedOn, reason }: z.infer<typeof Decided>,
  ): Promise<z.infer<typeof AppliedCalendarChange>> {
    const by = { basedOn, reason, actor: person.actor };
    const { version, moved, confirmed } = await this.workingTime.apply(changeOf(change), by);
    return { version, moved: moved.length, confirmed: confirmed.length };
  }
}
