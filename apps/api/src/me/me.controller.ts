import type { Settings } from '@landfall/config';
import { Accounts, type Person } from '@landfall/identity';
import { Organization } from '@landfall/organization';
import { Body, Controller, Get, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { z } from 'zod';
import { RUNNING_SETTINGS } from '../platform.module';
import { CurrentPerson } from '../session/current-person';
import { Me, sayMe } from './me';

const PasswordChange = z
  .strictObject({ current: z.string().min(1).max(200), next: z.string().min(1).max(200) })
  .meta({ id: 'PasswordChange' });

@ApiTags('me')
@Controller('api/me')
export class MeController {
  constructor(
    private readonly organization: Organization,
    private readonly accounts: Accounts,
    @Inject(RUNNING_SETTINGS) private readonly settings: Settings,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Who is signed in and what the posts allow' })
  @ApiOkResponse({ standardSchema: Me })
  async get(@CurrentPerson() person: Person): Promise<Me> {
    return sayMe(person, await this.organization.view(), this.settings);
  }

  @Post('password')
  @HttpCode(204)
  @ApiOperation({ summary: 'Change the password; all sessions of the account end' })
  @ApiNoContentResponse()
  async changePassword(
    @CurrentPerson() person: Person,
    @Body({ schema: PasswordChange }) change: z.infer<typeof PasswordChange>,
    @Req() request: Request,
  ): Promise<void> {
    await this.accounts.changePassword(person.accountId, { ...change, address: request.ip ?? '' });
  }
}
