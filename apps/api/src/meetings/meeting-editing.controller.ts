import type { Person } from '@landfall/identity';
import { MeetingEditors, Meetings } from '@landfall/meetings';
import { Organization } from '@landfall/organization';
import { Body, Controller, Delete, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { CurrentPerson } from '../session/current-person';
import { requireUnits } from './known-units';
import { FreeItemBody, MeetingDetail, ResolutionBody } from './meeting-answers';
import { MeetingPages } from './meeting-pages';
import { meetingViewerOf } from './meeting-viewer-of';

const Id = z.uuid();
const Key = z.string().min(1).max(40);
const Unit = z.string().min(1).max(16);
const Seen = z.number().int().describe('The `rev` of the meeting that the caller has seen');
const Minutes = z.number().int().min(1).max(240);

const Arrangement = z.strictObject({
  seen: Seen,
  items: z
    .array(z.strictObject({ key: Key, minutes: Minutes, units: z.array(Unit).max(60) }))
    .max(100)
    .describe('In the new order; what is not named stays at the end'),
});

const Added = z.strictObject({
  seen: Seen,
  item: z.union([z.strictObject({ place: z.uuid().describe('A place in the queue') }), FreeItemBody]),
});

const SeenQuery = z.coerce.number().int().describe('The `rev` of the meeting that the caller has seen');
const Removal = z.strictObject({ seen: SeenQuery, reason: z.string().trim().min(2).max(1000) });
const Forgetting = z.strictObject({ seen: SeenQuery });
const Settlement = z.strictObject({ note: z.string().trim().min(2).max(1000) });

const Attendance = z.strictObject({
  unit: Unit,
  present: z.boolean(),
  person: z.string().trim().min(1).max(40).nullable().default(null).describe('Who came, where it is another'),
});

const Reply = z.strictObject({
  reply: z.enum(['attend', 'substitute', 'written', 'decline']),
  person: z.string().trim().min(2).max(40).nullable().default(null),
  post: z.string().trim().min(2).max(40).nullable().default(null),
  reason: z.string().trim().min(2).max(1000).nullable().default(null),
});

@ApiTags('meetings')
@Controller('api/meetings/:id')
export class MeetingEditingController {
  constructor(
    private readonly meetings: Meetings,
    private readonly editors: MeetingEditors,
    private readonly organization: Organization,
    private readonly pages: MeetingPages,
  ) {}

  @Put('agenda')
  @ApiOperation({ summary: 'Put the agenda in order, with times and who sits through what' })
  @ApiOkResponse({ standardSchema: MeetingDetail })
  async arrange(
    @CurrentPerson() person: Person,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: Arrangement }) { seen, items }: z.infer<typeof Arrangement>,
  ): Promise<MeetingDetail> {
    await this.seen(
      person,
      id,
      items.flatMap(({ units }) => units),
    );
    await this.editors.arrangeAgenda(person.actor, id, seen, items);
    return this.pages.detail(person, id);
  }

  @Post('agenda/items')
  @HttpCode(200)
  @ApiOperation({ summary: 'Put somebody who waits, or an item of your own, on the agenda' })
  @ApiOkResponse({ standardSchema: MeetingDetail })
  async add(
    @CurrentPerson() person: Person,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: Added }) { seen, item }: z.infer<typeof Added>,
  ): Promise<MeetingDetail> {
    await this.seen(person, id, 'place' in item ? [] : [item.presenter, ...item.units]);
    await this.editors.addItem(person.actor, id, seen, item);
    return this.pages.detail(person, id);
  }

  @Delete('agenda/items/:key')
  @ApiOperation({ summary: 'Take an item off the agenda; whoever waits for it goes back to the queue' })
  @ApiOkResponse({ standardSchema: MeetingDetail })
  async remove(
    @CurrentPerson() person: Person,
    @Param('id', { schema: Id }) id: string,
    @Param('key', { schema: Key }) key: string,
    @Query({ schema: Removal }) { seen, reason }: z.infer<typeof Removal>,
  ): Promise<MeetingDetail> {
    await this.seen(person, id);
    await this.editors.removeItem(person.actor, id, seen, key, reason);
    return this.pages.detail(person, id);
  }

  @Post('check-ins')
  @HttpCode(200)
  @ApiOperation({ summary: 'Check a unit in or out; the secretary any, a unit itself' })
  @ApiOkResponse({ standardSchema: MeetingDetail })
  async checkIn(
    @CurrentPerson() person: Person,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: Attendance }) body: z.infer<typeof Attendance>,
  ): Promise<MeetingDetail> {
    await this.seen(person, id);
    await this.editors.checkIn(person.actor, id, body);
    return this.pages.detail(person, id);
  }

  @Put('replies/:unit')
  @ApiOperation({ summary: 'Change the reply of a unit; the first one is given with its task' })
  @ApiOkResponse({ standardSchema: MeetingDetail })
  async reply(
    @CurrentPerson() person: Person,
    @Param('id', { schema: Id }) id: string,
    @Param('unit', { schema: Unit }) unit: string,
    @Body({ schema: Reply }) body: z.infer<typeof Reply>,
  ): Promise<MeetingDetail> {
    await this.seen(person, id);
    await this.editors.changeReply(person.actor, id, { unit, ...body });
    return this.pages.detail(person, id);
  }

  @Post('resolutions')
  @HttpCode(200)
  @ApiOperation({ summary: 'Add a resolution: work that was agreed on, or a note' })
  @ApiOkResponse({ standardSchema: MeetingDetail })
  async addResolution(
    @CurrentPerson() person: Person,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ResolutionBody }) { seen, ...draft }: z.infer<typeof ResolutionBody>,
  ): Promise<MeetingDetail> {
    await this.seen(person, id, [draft.unit, draft.landingUnit, ...draft.assistUnits]);
    await this.editors.putResolution(person.actor, id, seen, draft);
    return this.pages.detail(person, id);
  }

  @Put('resolutions/:key')
  @ApiOperation({ summary: 'Rewrite a resolution; what an item was concluded with keeps its kind' })
  @ApiOkResponse({ standardSchema: MeetingDetail })
  async putResolution(
    @CurrentPerson() person: Person,
    @Param('id', { schema: Id }) id: string,
    @Param('key', { schema: Key }) key: string,
    @Body({ schema: ResolutionBody }) { seen, ...draft }: z.infer<typeof ResolutionBody>,
  ): Promise<MeetingDetail> {
    await this.seen(person, id, [draft.unit, draft.landingUnit, ...draft.assistUnits]);
    await this.editors.putResolution(person.actor, id, seen, draft, key);
    return this.pages.detail(person, id);
  }

  @Delete('resolutions/:key')
  @ApiOperation({ summary: 'Take a resolution out of the minutes that was added to them' })
  @ApiOkResponse({ standardSchema: MeetingDetail })
  async removeResolution(
    @CurrentPerson() person: Person,
    @Param('id', { schema: Id }) id: string,
    @Param('key', { schema: Key }) key: string,
    @Query({ schema: Forgetting }) { seen }: z.infer<typeof Forgetting>,
  ): Promise<MeetingDetail> {
    await this.seen(person, id);
    await this.editors.removeResolution(person.actor, id, seen, key);
    return this.pages.detail(person, id);
  }

  @Post('resolutions/:key/settlement')
  @HttpCode(200)
  @ApiOperation({ summary: 'Settle a resolution that nobody follows any more, with a word why' })
  @ApiOkResponse({ standardSchema: MeetingDetail })
  async settle(
    @CurrentPerson() person: Person,
    @Param('id', { schema: Id }) id: string,
    @Param('key', { schema: Key }) key: string,
    @Body({ schema: Settlement }) { note }: z.infer<typeof Settlement>,
  ): Promise<MeetingDetail> {
    await this.seen(person, id);
    await this.editors.settleResolution(person.actor, id, key, note);
    return this.pages.detail(person, id);
  }

  private async seen(person: Person, id: string, units: readonly (string | null)[] = []): Promise<void> {
    await this.meetings.requireVisible(meetingViewerOf(person), id);
    await requireUnits(this.organization, units);
  }
}
