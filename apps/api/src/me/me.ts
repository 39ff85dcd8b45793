import type { Settings } from '@landfall/config';
import type { Person } from '@landfall/identity';
import type { OrganizationView } from '@landfall/organization';
import { z } from 'zod';
import { CodedName, LocalizedText } from '../coded-name';

/** Who is signed in and what the posts allow. */
export const Me = z
  .object({
    accountId: z.uuid(),
    username: z.string(),
    name: z.string(),
    unit: CodedName.describe('The unit of the post held longest'),
    posts: z.array(
      z.object({
        code: z.string(),
        unit: z.string(),
        unitName: LocalizedText,
        role: z.string(),
        title: LocalizedText,
      }),
    ),
    groups: z.array(z.string()).describe('The candidate groups whose tasks may be claimed'),
    roles: z.array(z.string()),
    permissions: z.array(z.string()),
    demoClock: z.boolean().describe('Whether the time is that of a demonstration and can be moved'),
  })
  .meta({ id: 'Me' });

export type Me = z.infer<typeof Me>;

export const sayMe = (person: Person, organization: OrganizationView, { demo }: Pick<Settings, 'demo'>): Me => ({
  accountId: person.accountId,
  username: person.username,
  name: person.name,
  unit: { code: person.unit, name: organization.unitName(person.unit) },
  posts: person.posts.map(({ code, unit, role, title }) => ({
    code,
    unit,
    unitName: organization.unitName(unit),
    role,
    title,
  })),
  groups: [...person.groups],
  roles: [...person.roles],
  permissions: [...person.permissions],
  demoClock: demo,
});
