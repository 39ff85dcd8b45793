import type { Organization } from '@landfall/organization';
import { Rejection } from '@landfall/process-definition';

/** @throws Rejection `ORGANIZATION_UNIT.NOT_FOUND` (422) for the first of some codes that names no unit */
export const requireUnits = async (
  organization: Organization,
  codes: readonly (string | null | undefined)[],
): Promise<void> => {
  const view = await organization.view();
  const unknown = codes.find((code) => code != null && view.unit(code) === undefined);
  if (unknown == null) return;
  throw new Rejection({
    code: 'ORGANIZATION_UNIT.NOT_FOUND',
    status: 422,
    message: `Expected a unit, but there is no unit '${unknown}'`,
    params: { unit: unknown },
  });
};
