import type { RosterPerson, Substitution as SubstitutionRow } from '@landfall/identity';
import type { OrganizationView } from '@landfall/organization';
import { z } from 'zod';
import { LocalizedText } from '../coded-name';
import { PersonName } from '../person-name';

export const Substitution = z
  .object({
    id: z.uuid(),
    principal: PersonName.describe('Whose work is done'),
    substitute: PersonName.describe('Who does it'),
    validFrom: z.string().describe('The first day'),
    validTo: z.string().describe('The last day, included'),
    reason: z.string(),
    state: z.enum(['planned', 'acting', 'over', 'ended']),
    setBy: PersonName,
    createdAt: z.string(),
    endedAt: z.string().nullable(),
    endedBy: PersonName.nullable(),
    canEnd: z.boolean().describe('Whether the caller may end it now'),
  })
  .meta({ id: 'Substitution' });

export type Substitution = z.infer<typeof Substitution>;

export const Substitutions = z
  .object({
    mine: z.array(Substitution).describe('Who acts for the caller, newest first'),
    actingFor: z.array(Substitution).describe('For whom the caller acts, newest first'),
    staff: z.array(Substitution).describe('Planned and acting ones of the staff of the units that the caller heads'),
    canHave: z.boolean().describe('False for the three administrators, who neither have nor are a substitute'),
    headsUnit: z.boolean(),
  })
  .meta({ id: 'Substitutions' });

export type Substitutions = z.infer<typeof Substitutions>;

/** Somebody who may have or be a substitute, with what he does. */
export const Colleague = z
  .object({ accountId: z.string(), name: z.string(), username: z.string(), posts: z.array(LocalizedText) })
  .meta({ id: 'Colleague' });

export type Colleague = z.infer<typeof Colleague>;

/** Says a substitution to somebody who may end it, or not. */
export const saySubstitution = (substitution: SubstitutionRow, mayEnd: boolean): Substitution => {
  const { createdAt, endedAt, state, ...rest } = substitution;
  return {
    ...rest,
    state,
    createdAt: createdAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    canEnd: mayEnd && (state === 'planned' || state === 'acting'),
  };
};

export const sayColleague = (person: RosterPerson, organization: OrganizationView): Colleague => ({
  accountId: person.accountId,
  name: person.name,
  username: person.username,
  posts: person.posts.map(({ code }) => organization.groupName(code)),
});
