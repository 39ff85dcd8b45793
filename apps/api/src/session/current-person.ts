import type { AuthenticatedSession, Person } from '@landfall/identity';
import type { Actor } from '@landfall/process-definition';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { ApiRequest } from '../request/api-request';

const sessionOf = (context: ExecutionContext): AuthenticatedSession => {
  const { session } = context.switchToHttp().getRequest<ApiRequest>();
  if (session === undefined) throw new Error('Expected the session guard to have run, but the route is public');
  return session;
};

/** Who sends the request, with posts, groups, permissions and what he sees. */
export const CurrentPerson = createParamDecorator(
  (_: unknown, context: ExecutionContext): Person => sessionOf(context).person,
);

/** Who sends the request, as the process engine knows him. */
export const CurrentActor = createParamDecorator(
  (_: unknown, context: ExecutionContext): Actor => sessionOf(context).person.actor,
);

/** The session that the request belongs to. */
export const CurrentSession = createParamDecorator(
  (_: unknown, context: ExecutionContext): AuthenticatedSession => sessionOf(context),
);
