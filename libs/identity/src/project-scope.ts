import type { HeldPost } from './post-directory';
import { ADMINISTRATORS, permissionsOf, type Role, roleOf } from './role';

/**
 * Which projects a person sees. A project is seen when any one condition of `some` holds:
 * it was filed by the account, one of `units` leads, assists, lands or filed it, a street or town lands or filed it
 * (`streetTowns`), or it has or had a user task of a group of one of `taskUnits`.
 */
export type ProjectScope =
  | { readonly kind: 'all' }
  | { readonly kind: 'none' }
  | {
      readonly kind: 'some';
      readonly filedBy: string;
      readonly units: readonly string[];
      readonly streetTowns: boolean;
      readonly taskUnits: readonly string[];
    };

/** Reviewers and verifiers see what is sent to their unit; everybody else also what the unit takes part in. */
const SEES_TASKS_ONLY: ReadonlySet<Role | undefined> = new Set<Role | undefined>(['REVIEWER', 'STAT_VERIFIER']);

export const projectScopeOf = (accountId: string, posts: readonly HeldPost[]): ProjectScope => {
  if (permissionsOf(posts).includes('project.viewAll')) return { kind: 'all' };
  const working = posts.filter((post) => {
    const role = roleOf(post);
    return role !== undefined && !ADMINISTRATORS.has(role);
  });
  if (working.length === 0) return { kind: 'none' };
  const unitsOf = (held: readonly HeldPost[]) => [...new Set(held.map((post) => post.unit))];
  return {
    kind: 'some',
    filedBy: accountId,
    units: unitsOf(working.filter((post) => !SEES_TASKS_ONLY.has(roleOf(post)))),
    streetTowns: working.some((post) => roleOf(post) === 'SEO_STAFF'),
    taskUnits: unitsOf(working),
  };
};
