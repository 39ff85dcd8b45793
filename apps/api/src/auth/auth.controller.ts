import type { Settings } from '@landfall/config';
import { Sessions } from '@landfall/identity';
import { Organization } from '@landfall/organization';
import { Body, Controller, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { Me, sayMe } from '../me/me';
import { RUNNING_SETTINGS } from '../platform.module';
import { Public } from '../session/access';
import { SESSION_COOKIE, sessionCookieOptions, sessionTokenOf } from '../session/session-cookie';

const Credentials = z
  .strictObject({ username: z.string().min(1).max(64), password: z.string().min(1).max(200) })
  .meta({ id: 'Credentials' });

@ApiTags('auth')
@Controller('api/auth')
@Public()
export class AuthController {
  constructor(
    private readonly sessions: Sessions,
    private readonly organization: Organization,
    @Inject(RUNNING_SETTINGS) private readonly settings: Settings,
  ) {}

  @Post('login')
  @HttpCode(200)
  @ApiOperation({ summary: 'Sign in; the answer sets the session cookie' })
  @ApiOkResponse({ standardSchema: Me })
  async login(
    @Body({ schema: Credentials }) credentials: z.infer<typeof Credentials>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Me> {
    const { token, expiresAt, person } = await this.sessions.signIn({
      ...credentials,
      address: request.ip ?? '',
      userAgent: request.headers['user-agent'] ?? '',
    });
    response.cookie(SESSION_COOKIE, token, { ...sessionCookieOptions(request, this.settings), expires: expiresAt });
    return sayMe(person, await this.organization.view(), this.settings);
  }

  @Post('logout')
  @HttpCode(204)
  @ApiOperation({ summary: 'Sign out; no error when nobody is signed in' })
  @ApiNoContentResponse()
  async logout(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    const token = sessionTokenOf(request);
    if (token !== undefined) await this.sessions.signOut(token);
    response.clearCookie(SESSION_COOKIE, sessionCookieOptions(request, this.settings));
  }
}
