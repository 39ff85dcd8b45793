import { useSuspenseQuery } from '@tanstack/react-query';
import type { Me } from '../api/contract';
import { meQuery } from '../api/queries';

/** The person who is signed in. Only for pages inside the layout, whose route has asked for it already. */
export const useMe = (): Me => useSuspenseQuery(meQuery).data;

export const usePermission = (permission: string): boolean => useMe().permissions.includes(permission);

/** They take no part in projects, and neither have nor are a substitute. */
export const ADMINISTRATORS: readonly string[] = ['SYS_ADMIN', 'SEC_ADMIN', 'AUDIT_ADMIN'];

/** A key that makes a repeated request harmless; also where the page is not served over HTTPS (no randomUUID there). */
export const newClientKey = (): string => {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
};
