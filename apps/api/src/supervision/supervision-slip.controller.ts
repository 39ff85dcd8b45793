import { DocumentTemplates, documentDocx } from '@landfall/documents';
import type { Person } from '@landfall/identity';
import { Organization } from '@landfall/organization';
import { Database } from '@landfall/persistence';
import { readItemSlip, SupervisionItems } from '@landfall/supervision';
import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import { DOCX, fileNameOf, sendFile } from '../request/send-file';
import { CurrentPerson } from '../session/current-person';
import { supervisionSlipOf } from './supervision-slip';

@ApiTags('supervision-items')
@Controller('api/supervision-items')
export class SupervisionSlipController {
  constructor(
    private readonly database: Database,
    private readonly items: SupervisionItems,
    private readonly organization: Organization,
    private readonly templates: DocumentTemplates,
  ) {}

  @Get(':id/slip.docx')
  @ApiOperation({ summary: 'The 督办单 of an issued item, as it stands now, in the office’s words' })
  @ApiProduces(DOCX)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async slip(
    @CurrentPerson() person: Person,
    @Param('id', { schema: z.uuid() }) id: string,
    @Res() response: Response,
  ): Promise<void> {
    const slip = await readItemSlip(this.database, this.items, person.projectScope, id);
    const data = supervisionSlipOf(slip, await this.organization.view());
    const content = await documentDocx('supervisionSlip', data, await this.templates.wordingOf('supervisionSlip'));
    sendFile(response, { name: fileNameOf(`督办单（${slip.item.number}）`, 'docx'), mime: DOCX, content });
  }
}
