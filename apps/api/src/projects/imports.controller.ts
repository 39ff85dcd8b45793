import type { Person } from '@landfall/identity';
import { LeadImports, type ImportSummary as Summary } from '@landfall/projects';
import { Controller, Get, Headers, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { type Language, spokenLanguage } from '../problem/spoken-language';
import { RequirePermission } from '../session/access';
import { CurrentPerson } from '../session/current-person';
import { ImportPage, ImportSummary } from './project-answers';

const PageQuery = z.strictObject({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  outcome: z.enum(['created', 'duplicate', 'refused']).optional(),
});

const Imports = z.object({ items: z.array(ImportSummary) });

@ApiTags('leads')
@Controller('api/imports')
@RequirePermission('lead.import')
export class ImportsController {
  constructor(private readonly imports: LeadImports) {}

  @Get()
  @ApiOperation({ summary: 'The latest imports of the caller' })
  @ApiOkResponse({ standardSchema: Imports })
  async list(
    @CurrentPerson() person: Person,
    @Headers('accept-language') language: string | undefined,
  ): Promise<z.infer<typeof Imports>> {
    const items = await this.imports.list(person.accountId);
    return { items: items.map((one) => saySummary(one, spokenLanguage(language))) };
  }

  @Get(':id')
  @ApiOperation({ summary: 'How far an import is, and what became of each row' })
  @ApiOkResponse({ standardSchema: ImportPage })
  async find(
    @CurrentPerson() person: Person,
    @Param('id', { schema: z.uuid() }) id: string,
    @Query({ schema: PageQuery }) query: z.infer<typeof PageQuery>,
    @Headers('accept-language') wanted: string | undefined,
  ): Promise<ImportPage> {
    const language = spokenLanguage(wanted);
    const page = await this.imports.find(person.accountId, id, query);
    return {
      ...saySummary(page, language),
      rows: page.rows.map((row) => ({ ...row, detail: row.detail?.[language] ?? null })),
      nextCursor: page.nextCursor,
    };
  }
}

const saySummary = (summary: Summary, language: Language): ImportSummary => ({
  importId: summary.importId,
  fileName: summary.fileName,
  state: summary.state,
  done: summary.done,
  total: summary.total,
  counts: { ...summary.counts },
  code: summary.code,
  detail: summary.detail?.[language] ?? null,
  ignoredColumns: [...summary.ignoredColumns],
  createdAt: summary.createdAt,
});
