import type { Settings } from '@landfall/config';
import type { Request } from 'express';

/** The address of a path as people outside open it: by the setting, else as this request came in. */
export const publicAddress = (
  request: Pick<Request, 'protocol' | 'host'>,
  { publicUrl }: Pick<Settings, 'publicUrl'>,
  path: string,
): string => new URL(path, publicUrl ?? `${request.protocol}://${request.host}`).href;
