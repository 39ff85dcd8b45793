import type { Permission } from '@landfall/identity';
import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiSecurity } from '@nestjs/swagger';

export const IS_PUBLIC = 'landfall:public';
export const REQUIRED_PERMISSION = 'landfall:permission';

/** Opens a route to everybody; without it a route needs a session. */
export const Public = () => applyDecorators(SetMetadata(IS_PUBLIC, true), ApiSecurity({}));

/** Opens a route to those only whose posts give the permission. */
export const RequirePermission = (permission: Permission) => SetMetadata(REQUIRED_PERMISSION, permission);
