import type { Organization } from '@landfall/organization';

/** Who may assign the tasks of a candidate group: the posts that head its unit. */
export const headsOf =
  (organization: Organization) =>
  (group: string): readonly string[] =>
    organization
      .latest()
      .postsOfUnit(group.split('.')[0] ?? '')
      .filter((post) => post.headsUnit)
      .map((post) => post.code);
