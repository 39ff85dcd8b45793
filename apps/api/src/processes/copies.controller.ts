import type { Person } from '@landfall/identity';
import { ProcessEngine } from '@landfall/process-engine';
import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { CurrentPerson } from '../session/current-person';

const CopyId = z.uuid();

@ApiTags('inbox')
@Controller('api/copies')
export class CopiesController {
  constructor(private readonly engine: ProcessEngine) {}

  @Post(':id/read')
  @HttpCode(204)
  @ApiOperation({ summary: 'Say that a copy was read (已阅)' })
  @ApiNoContentResponse()
  async read(@CurrentPerson() person: Person, @Param('id', { schema: CopyId }) id: string): Promise<void> {
    await this.engine.readCopy({ copyId: id, actor: person.actor });
  }
}
