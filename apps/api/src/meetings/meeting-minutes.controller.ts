import type { Person } from '@landfall/identity';
import { MeetingDocuments, Meetings, Minutes, type MinutesSection as Section } from '@landfall/meetings';
import { Body, Controller, Get, Param, Put, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import { dispositionOf } from '../papers/disposition-of';
import { CurrentPerson } from '../session/current-person';
import { MeetingDocument, MinutesSection, MinutesVersion } from './meeting-answers';
import { meetingViewerOf } from './meeting-viewer-of';

const Id = z.uuid();
const Key = z.string().min(1).max(40);

const SavedBody = z.strictObject({
  rev: z.number().int().min(0).describe('The version that the caller has read; 0 for the first'),
  text: z.string().max(20_000),
});

const Sections = z.object({ items: z.array(MinutesSection) }).meta({ id: 'MeetingMinutes' });
const Versions = z.object({ items: z.array(MinutesVersion) }).meta({ id: 'MinutesVersions' });
const Documents = z.object({ items: z.array(MeetingDocument) }).meta({ id: 'MeetingDocuments' });

@ApiTags('meetings')
@Controller('api/meetings/:id')
export class MeetingMinutesController {
  constructor(
    private readonly meetings: Meetings,
    private readonly minutes: Minutes,
    private readonly documents: MeetingDocuments,
  ) {}

  @Get('minutes')
  @ApiOperation({ summary: 'The minutes, section by section; a section that nobody saved shows its draft' })
  @ApiOkResponse({ standardSchema: Sections })
  async all(
    @CurrentPerson() person: Person,
    @Param('id', { schema: Id }) id: string,
  ): Promise<z.infer<typeof Sections>> {
    await this.meetings.requireVisible(meetingViewerOf(person), id);
    return { items: (await this.minutes.all(id)).map(saySection) };
  }

  @Get('minutes/:section')
  @ApiOperation({ summary: 'A section of the minutes' })
  @ApiOkResponse({ standardSchema: MinutesSection })
  async section(
    @CurrentPerson() person: Person,
    @Param('id', { schema: Id }) id: string,
    @Param('section', { schema: Key }) section: string,
  ): Promise<MinutesSection> {
    await this.meetings.requireVisible(meetingViewerOf(person), id);
    return saySection(await this.minutes.section(id, section));
  }

  @Put('minutes/:section')
  @ApiOperation({ summary: 'Save a section over the version that was read; refused when somebody saved meanwhile' })
  @ApiOkResponse({ standardSchema: MinutesSection })
  async save(
    @CurrentPerson() person: Person,
    @Param('id', { schema: Id }) id: string,
    @Param('section', { schema: Key }) section: string,
    @Body({ schema: SavedBody }) body: z.infer<typeof SavedBody>,
  ): Promise<MinutesSection> {
    await this.meetings.requireVisible(meetingViewerOf(person), id);
    await this.minutes.save(person.actor, id, section, body);
    return saySection(await this.minutes.section(id, section));
  }

  @Get('minutes/:section/versions')
  @ApiOperation({ summary: 'Every version of a section, newest first' })
  @ApiOkResponse({ standardSchema: Versions })
  async versions(
    @CurrentPerson() person: Person,
    @Param('id', { schema: Id }) id: string,
    @Param('section', { schema: Key }) section: string,
  ): Promise<z.infer<typeof Versions>> {
    await this.meetings.requireVisible(meetingViewerOf(person), id);
    const versions = await this.minutes.versions(id, section);
    return { items: versions.map((version) => ({ ...version, editedAt: version.editedAt.toISOString() })) };
  }

  @Get('documents')
  @ApiOperation({ summary: 'The documents that the meeting has issued, newest first' })
  @ApiOkResponse({ standardSchema: Documents })
  async list(
    @CurrentPerson() person: Person,
    @Param('id', { schema: Id }) id: string,
  ): Promise<z.infer<typeof Documents>> {
    await this.meetings.requireVisible(meetingViewerOf(person), id);
    const documents = await this.documents.list(id);
    return { items: documents.map((document) => ({ ...document, createdAt: document.createdAt.toISOString() })) };
  }

  @Get('documents/:document')
  @ApiOperation({ summary: 'The bytes of a document, as a file to save' })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async download(
    @CurrentPerson() person: Person,
    @Param('id', { schema: Id }) id: string,
    @Param('document', { schema: z.uuid() }) document: string,
    @Res() response: Response,
  ): Promise<void> {
    await this.meetings.requireVisible(meetingViewerOf(person), id);
    const { name, mime, content } = await this.documents.read(id, document);
    response.setHeader('Content-Type', mime);
    response.setHeader('Content-Disposition', dispositionOf(name));
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Content-Security-Policy', "sandbox; default-src 'none'");
    response.end(content);
  }
}

const saySection = (section: Section): MinutesSection => ({
  ...section,
  editedAt: section.editedAt?.toISOString() ?? null,
});
