import type { Actor, Principal } from '@landfall/process-definition';
import { groupsOf } from './groups-of';
import type { HeldPost, PostsOfDay } from './post-directory';
import { type PrincipalRow, principalsOf } from './principals';
import { type ProjectScope, projectScopeOf } from './project-scope';
import { type Permission, permissionsOf, type Role, roleOf } from './role';

/** Somebody who is signed in, with all that follows from the posts held today. */
export interface Person {
  readonly accountId: string;
  readonly username: string;
  readonly name: string;
  /** The unit of the post held longest. */
  readonly unit: string;
  readonly posts: readonly HeldPost[];
  readonly groups: readonly string[];
  readonly roles: readonly Role[];
  readonly permissions: readonly Permission[];
  readonly projectScope: ProjectScope;
  /** Those whose work this person does today (代理); their groups are not among his own. */
  readonly principals: readonly Principal[];
  /** How the process engine knows this person. */
  readonly actor: Actor;
}

export interface AccountIdentity {
  readonly accountId: string;
  readonly username: string;
  readonly name: string;
}

/** Says who an account is by the posts it holds, longest held first; undefined when none of them exists that day. */
export const personOf = (
  account: AccountIdentity,
  postCodes: readonly string[],
  directory: PostsOfDay,
  principalRows: readonly PrincipalRow[] = [],
): Person | undefined => {
  const posts = postCodes.flatMap((code) => directory.post(code) ?? []);
  const [first] = posts;
  if (first === undefined) return undefined;
  const groups = groupsOf(posts, directory);
  const principals = principalsOf(posts, principalRows, directory);
  const { accountId, username, name } = account;
  return {
    accountId,
    username,
    name,
    unit: first.unit,
    posts,
    groups,
    roles: [...new Set(posts.flatMap((post) => roleOf(post) ?? []))],
    permissions: permissionsOf(posts),
    projectScope: projectScopeOf(accountId, posts),
    principals,
    actor: { accountId, name, unit: first.unit, groups, ...(principals.length > 0 ? { principals } : {}) },
  };
};
