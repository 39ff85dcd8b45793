import type { Settings } from '@landfall/config';
import type { Person } from '@landfall/identity';
import { Organization } from '@landfall/organization';
import { Rejection } from '@landfall/process-definition';
import {
  importTemplate,
  type LeadBody,
  LeadImports,
  Leads,
  leadBodySchema,
  leadForm,
  Projects,
} from '@landfall/projects';
import { Body, Controller, Get, Headers, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { RUNNING_SETTINGS } from '../platform.module';
import { spokenLanguage } from '../problem/spoken-language';
import { receiveFile } from '../request/receive-file';
import { RequirePermission } from '../session/access';
import { CurrentPerson } from '../session/current-person';
import { viewerOf } from '../session/viewer-of';
import { RegisteredLead } from './project-answers';
import { saySimilar } from './say-similar';

const FormAnswer = z.object({ form: z.record(z.string(), z.unknown()).describe('JSON Schema') });
const ImportStarted = z.object({ importId: z.string() }).meta({ id: 'ImportStarted' });

const MEGABYTE = 1024 * 1024;

@ApiTags('leads')
@Controller('api/leads')
export class LeadsController {
  constructor(
    private readonly leads: Leads,
    private readonly projects: Projects,
    private readonly imports: LeadImports,
    private readonly organization: Organization,
    @Inject(RUNNING_SETTINGS) private readonly settings: Settings,
  ) {}

  @Get('form')
  @ApiOperation({ summary: 'The form by which a lead is entered' })
  @ApiOkResponse({ standardSchema: FormAnswer })
  async form(): Promise<z.infer<typeof FormAnswer>> {
    return { form: { ...leadForm(await this.organization.view()) } };
  }

  @Post()
  @RequirePermission('lead.create')
  @ApiOperation({ summary: 'Register a lead: it is numbered, routed and compared with the earlier ones' })
  @ApiCreatedResponse({ standardSchema: RegisteredLead })
  async register(
    @CurrentPerson() person: Person,
    @Body({ schema: leadBodySchema }) body: LeadBody,
    @Headers('accept-language') language: string | undefined,
  ): Promise<RegisteredLead> {
    const { projectId, leadNo, routing, similar } = await this.leads.register(person.actor, body);
    const view = await this.organization.view();
    const taskForce = (code: string) => ({ code, name: view.taskForceName(code) });
    return {
      projectId,
      leadNo,
      routing: {
        leadTaskForce: routing.leadTaskForce === null ? null : taskForce(routing.leadTaskForce),
        assistTaskForces: routing.assistTaskForces.map(taskForce),
        landingUnit:
          routing.landingUnit === null ? null : { code: routing.landingUnit, name: view.unitName(routing.landingUnit) },
        reason: routing.reason,
        ambiguous: routing.ambiguous,
      },
      similar: saySimilar(await this.projects.showSimilar(viewerOf(person), similar), spokenLanguage(language)),
    };
  }

  @Post('import')
  @HttpCode(202)
  @RequirePermission('lead.import')
  @ApiOperation({
    summary: 'Import a list of leads (CSV in UTF-8 or GB18030, or XLSX); its rows are answered by GET /api/imports/:id',
  })
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } }, required: ['file'] },
  })
  @ApiAcceptedResponse({ standardSchema: ImportStarted })
  async import(
    @CurrentPerson() person: Person,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<z.infer<typeof ImportStarted>> {
    const { name, bytes } = await receiveFile(request, response, {
      limitBytes: this.settings.importLimit,
      tooLarge: () =>
        refusal('IMPORT.FILE_TOO_LARGE', 413, 'Expected a smaller file, but it exceeds the limit', {
          limit: Math.floor(this.settings.importLimit / MEGABYTE),
        }),
      missing: () => refusal('IMPORT.FILE_MISSING', 400, "Expected a file in the field 'file', but there is none"),
    });
    return { importId: await this.imports.submit(person.actor, { name, bytes }) };
  }

  @Get('import-template.csv')
  @ApiOperation({ summary: 'An empty list with every column and one example' })
  template(@Res() response: Response): void {
    response
      .type('text/csv; charset=utf-8')
      .setHeader(
        'Content-Disposition',
        `attachment; filename="leads.csv"; filename*=UTF-8''${encodeURIComponent('线索导入模板.csv')}`,
      )
      .send(importTemplate());
  }
}

const refusal = (code: string, status: number, message: string, params: Record<string, number> = {}): Rejection =>
  new Rejection({ code, status, message, params });
