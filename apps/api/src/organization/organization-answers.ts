import type { OrganizationView, Routing } from '@landfall/organization';
import { z } from 'zod';
import { CodedName, LocalizedText } from '../coded-name';

export const OrganizationUnit = z
  .object({
    code: z.string(),
    kind: z.enum([
      'LEADING_GROUP',
      'OFFICE',
      'ZONE',
      'STREET_TOWN',
      'DEPARTMENT',
      'LIAISON',
      'MEMBER_ONLY',
      'OTHER_BODY',
      'ADMINISTRATION',
    ]),
    name: LocalizedText,
    shortName: z.string(),
    aliases: z.array(z.string()),
    parentCode: z.string().nullable().describe('The unit that hosts it'),
    isMember: z.boolean().describe('Whether its head has a seat in the leading group'),
    taskForce: LocalizedText.nullable().describe('The name of its task force, if it forms one'),
  })
  .meta({ id: 'OrganizationUnit' });

export type OrganizationUnit = z.infer<typeof OrganizationUnit>;

export const Industry = z
  .object({
    keyword: LocalizedText,
    synonyms: z.array(z.string()),
    leadTaskForce: z.string(),
    assistTaskForces: z.array(z.string()),
    appliesTo: z.enum(['ANY', 'STATE_OWNED']).describe('STATE_OWNED: leads for state-owned investors only'),
    source: LocalizedText.describe('The article of the notice'),
  })
  .meta({ id: 'Industry' });

export type Industry = z.infer<typeof Industry>;

export const RoutingPreview = z
  .object({
    leadTaskForce: CodedName.nullable(),
    assistTaskForces: z.array(CodedName),
    landingUnit: CodedName.nullable(),
    ambiguous: z.boolean().describe('True when the notice does not decide and the office dispatches'),
    reason: LocalizedText,
    candidates: z.array(
      z.object({
        taskForce: CodedName,
        keyword: LocalizedText,
        matched: z.string(),
        how: z.enum(['KEYWORD', 'SYNONYM', 'MENTIONED']),
      }),
    ),
  })
  .meta({ id: 'RoutingPreview' });

export type RoutingPreview = z.infer<typeof RoutingPreview>;

export const sayRouting = (routing: Routing, view: OrganizationView): RoutingPreview => {
  const taskForce = (code: string): CodedName => ({ code, name: view.taskForceName(code) });
  return {
    leadTaskForce: routing.leadTaskForce === null ? null : taskForce(routing.leadTaskForce),
    assistTaskForces: routing.assistTaskForces.map(taskForce),
    landingUnit:
      routing.landingUnit === null ? null : { code: routing.landingUnit, name: view.unitName(routing.landingUnit) },
    ambiguous: routing.ambiguous,
    reason: routing.reason,
    candidates: routing.candidates.map((candidate) => ({ ...candidate, taskForce: taskForce(candidate.taskForce) })),
  };
};
