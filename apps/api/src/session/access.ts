import type { Permission } from '@landfall/identity';
import { SetMetadata } from '@nestjs/common';

export const IS_PUBLIC = 'landfall:public';
export const REQUIRED_PERMISSION = 'landfall:permission';

/** Opens a route to everybody; without it a route needs a session. */
export const Public = () => SetMetadata(IS_PUBLIC, true);

/** Opens a route to those only whose posts give the permission. */
export const RequirePermission = (permission: Permission) => SetMetadata(REQUIRED_PERMISSION, permission);
