import { Clock } from '@landfall/clock';
import type { Settings } from '@landfall/config';
import { agendaXlsx, attendanceXlsx, meetingIcs, resolutionsXlsx } from '@landfall/documents';
import type { Person } from '@landfall/identity';
import { Meetings, readResolutions } from '@landfall/meetings';
import { Organization } from '@landfall/organization';
import { Database } from '@landfall/persistence';
import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { RUNNING_SETTINGS } from '../platform.module';
import { publicAddress } from '../request/public-address';
import { fileNameOf, sendFile, XLSX } from '../request/send-file';
import { CurrentPerson } from '../session/current-person';
import { calendarMeetingOf } from './meeting-calendar';
import { agendaRowsOf, attendanceRowsOf, resolutionRowsOf } from './meeting-lists';
import { meetingViewerOf } from './meeting-viewer-of';
import { ResolutionQuery } from './meeting-work.controller';

const Id = z.uuid();

/** The filters of the board; a ledger is whole where a page shows its beginning. */
const LedgerQuery = ResolutionQuery.extend({ limit: z.coerce.number().int().min(1).max(5000).default(5000) });

/** What people take away from the pages of meetings: whoever may see the page may have its file. */
@ApiTags('meetings')
@Controller('api')
export class MeetingFilesController {
  constructor(
    private readonly meetings: Meetings,
    private readonly organization: Organization,
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(RUNNING_SETTINGS) private readonly settings: Settings,
  ) {}

  @Get('meetings/:id/calendar.ics')
  @ApiOperation({ summary: 'A meeting for a calendar; taken in again it moves or cancels what was there' })
  @ApiProduces('text/calendar')
  @ApiOkResponse({ schema: { type: 'string' } })
  async calendar(
    @CurrentPerson() person: Person,
    @Param('id', { schema: Id }) id: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const meeting = await this.meetings.requireVisible(meetingViewerOf(person), id);
    const pageOf = (meetingId: string) => publicAddress(request, this.settings, `/meetings/${meetingId}`);
    const event = calendarMeetingOf(meeting, await this.organization.view(), pageOf);
    sendFile(response, {
      ...{ name: fileNameOf(meeting.title, 'ics'), mime: 'text/calendar; charset=utf-8', content: meetingIcs(event) },
    });
  }

  @Get('meetings/:id/agenda.xlsx')
  @ApiOperation({ summary: 'The agenda as a list' })
  @ApiProduces(XLSX)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async agenda(
    @CurrentPerson() person: Person,
    @Param('id', { schema: Id }) id: string,
    @Res() response: Response,
  ): Promise<void> {
    const meeting = await this.meetings.requireVisible(meetingViewerOf(person), id);
    const content = await agendaXlsx(agendaRowsOf(meeting, await this.organization.view()));
    sendFile(response, { name: fileNameOf(`${meeting.title}议程`, 'xlsx'), mime: XLSX, content });
  }

  @Get('meetings/:id/attendance.xlsx')
  @ApiOperation({ summary: 'Who replied and who came, as a list' })
  @ApiProduces(XLSX)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async attendance(
    @CurrentPerson() person: Person,
    @Param('id', { schema: Id }) id: string,
    @Res() response: Response,
  ): Promise<void> {
    const meeting = await this.meetings.requireVisible(meetingViewerOf(person), id);
    const content = await attendanceXlsx(attendanceRowsOf(meeting, await this.organization.view()));
    sendFile(response, { name: fileNameOf(`${meeting.title}参会情况`, 'xlsx'), mime: XLSX, content });
  }

  @Get('resolutions.xlsx')
  @ApiOperation({
    summary: 'The resolutions of all meetings that the caller may see, filtered as their board, as a list',
  })
  @ApiProduces(XLSX)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async resolutions(
    @CurrentPerson() person: Person,
    @Query({ schema: LedgerQuery }) { own, ...query }: z.infer<typeof LedgerQuery>,
    @Res() response: Response,
  ): Promise<void> {
    const now = this.clock.now();
    const filter = { ...query, own: own === 'true' };
    const followed = await readResolutions(this.database, meetingViewerOf(person), filter, now);
    const content = await resolutionsXlsx(resolutionRowsOf(followed, await this.organization.view()));
    sendFile(response, { name: '议定事项台账.xlsx', mime: XLSX, content });
  }
}
