import { type Permission, Sessions } from '@landfall/identity';
import { Rejection } from '@landfall/process-definition';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { ApiRequest } from '../request/api-request';
import { IS_PUBLIC, REQUIRED_PERMISSION } from './access';
import { sessionTokenOf } from './session-cookie';

/**
 * Lets a request through when its session is open and its permission held.
 *
 * Refuses with `SESSION.MISSING` (401), `SESSION.ENDED` (401), `ACCOUNT.WITHOUT_POST` (403), `PERMISSION.MISSING` (403).
 */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const places = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean | undefined>(IS_PUBLIC, places)) return true;
    const request = context.switchToHttp().getRequest<ApiRequest>();
    const token = sessionTokenOf(request);
    if (token === undefined) {
      throw new Rejection({
        code: 'SESSION.MISSING',
        status: 401,
        message: 'Expected somebody to be signed in, but nobody is',
      });
    }
    request.session = await this.sessions.authenticate(token);
    const permission = this.reflector.getAllAndOverride<Permission | undefined>(REQUIRED_PERMISSION, places);
    if (permission !== undefined && !request.session.person.permissions.includes(permission)) {
      throw new Rejection({
        code: 'PERMISSION.MISSING',
        status: 403,
        message: `Expected the permission '${permission}', but the posts of '${request.session.person.name}' do not give it`,
        params: { permission },
      });
    }
    return true;
  }
}
