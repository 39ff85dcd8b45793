import { DOCUMENT_TYPE_NAMES, DocumentTemplates, previewDocument } from '@landfall/documents';
import type { Person } from '@landfall/identity';
import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import { RequirePermission } from '../session/access';
import { CurrentPerson } from '../session/current-person';
import {
  DocumentTemplate,
  DocumentTemplateChange,
  DocumentTemplateRestore,
  DocumentTemplateSummary,
  DocumentTemplateVersion,
  DocumentTypeName,
  PreviewQuery,
  PreviewRequest,
} from './document-template-answers';
import { saySummary, sayTemplate, sayVersion } from './say-template';
import { sendPreview } from './send-preview';

type Name = z.infer<typeof DocumentTypeName>;

const VersionNumber = z.coerce.number().int().min(0);

@ApiTags('documents')
@Controller('api/document-templates')
export class DocumentTemplatesController {
  constructor(private readonly templates: DocumentTemplates) {}

  @Get()
  @RequirePermission('documentTemplate.manage')
  @ApiOperation({ summary: 'The types of official documents, and which version of their words counts' })
  @ApiOkResponse({ standardSchema: z.array(DocumentTemplateSummary) })
  list(): Promise<DocumentTemplateSummary[]> {
    return Promise.all(DOCUMENT_TYPE_NAMES.map(async (type) => saySummary(type, await this.templates.history(type))));
  }

  @Get(':type')
  @RequirePermission('documentTemplate.manage')
  @ApiOperation({ summary: 'The words of a type: parts, placeholders, and every version' })
  @ApiOkResponse({ standardSchema: DocumentTemplate })
  async find(@Param('type', { schema: DocumentTypeName }) type: Name): Promise<DocumentTemplate> {
    return sayTemplate(type, await this.templates.history(type));
  }

  @Get(':type/versions/:version')
  @RequirePermission('documentTemplate.manage')
  @ApiOperation({ summary: 'One version with its words' })
  @ApiOkResponse({ standardSchema: DocumentTemplateVersion })
  async version(
    @Param('type', { schema: DocumentTypeName }) type: Name,
    @Param('version', { schema: VersionNumber }) version: number,
  ): Promise<DocumentTemplateVersion> {
    return sayVersion(await this.templates.version(type, version), await this.templates.history(type));
  }

  @Put(':type')
  @RequirePermission('documentTemplate.manage')
  @ApiOperation({ summary: 'Change the words of a type: the next version is made, none is overwritten' })
  @ApiOkResponse({ standardSchema: DocumentTemplate })
  async change(
    @CurrentPerson() person: Person,
    @Param('type', { schema: DocumentTypeName }) type: Name,
    @Body({ schema: DocumentTemplateChange }) { wording, ...by }: DocumentTemplateChange,
  ): Promise<DocumentTemplate> {
    await this.templates.change(type, wording, { ...by, actor: person.actor });
    return this.find(type);
  }

  @Post(':type/restore')
  @HttpCode(200)
  @RequirePermission('documentTemplate.manage')
  @ApiOperation({ summary: 'Make the next version of the words of an older one' })
  @ApiOkResponse({ standardSchema: DocumentTemplate })
  async restore(
    @CurrentPerson() person: Person,
    @Param('type', { schema: DocumentTypeName }) type: Name,
    @Body({ schema: DocumentTemplateRestore }) { version, ...by }: DocumentTemplateRestore,
  ): Promise<DocumentTemplate> {
    await this.templates.restore(type, version, { ...by, actor: person.actor });
    return this.find(type);
  }

  @Get(':type/preview')
  @RequirePermission('documentTemplate.manage')
  @ApiOperation({
    summary: 'A document of sample data in the words of a version, as a page, .docx or (with LibreOffice) PDF',
  })
  @ApiProduces('text/html', 'application/octet-stream', 'application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async preview(
    @Param('type', { schema: DocumentTypeName }) type: Name,
    @Query({ schema: PreviewQuery }) { version, ...as }: PreviewQuery,
    @Res() response: Response,
  ): Promise<void> {
    const wording =
      version === undefined
        ? await this.templates.wordingOf(type)
        : (await this.templates.version(type, version)).wording;
    await sendPreview(response, previewDocument(type, wording), as);
  }

  @Post(':type/preview')
  @HttpCode(200)
  @RequirePermission('documentTemplate.manage')
  @ApiOperation({ summary: 'A document of sample data in words that are not kept yet' })
  @ApiProduces('text/html', 'application/octet-stream', 'application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async previewDraft(
    @Param('type', { schema: DocumentTypeName }) type: Name,
    @Body({ schema: PreviewRequest }) { wording, ...as }: PreviewRequest,
    @Res() response: Response,
  ): Promise<void> {
    await sendPreview(response, previewDocument(type, wording), as);
  }
}
