import type { AuthenticatedSession } from '@landfall/identity';
import type { Request } from 'express';

/** A request on its way: its id for the log, and who sends it once the session guard has seen it. */
export interface ApiRequest extends Request {
  id: string;
  session?: AuthenticatedSession;
}
