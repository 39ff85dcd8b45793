import type { Actor } from '@landfall/process-definition';
import type { HeldPost, PostsOfDay } from './post-directory';
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
  /** How the process engine knows this person. */
  readonly actor: Actor;
}

export interface AccountIdentity {
  readonly accountId: string;
  readonly username: string;
  readonly name: string;
}

/** The candidate groups of posts: their own codes and, for whoever heads a unit, all groups of that unit. Sorted. */
export const groupsOf = (posts: readonly HeldPost[], directory: PostsOfDay): string[] => {
  const groups = posts.flatMap((post) =>
    post.headsUnit ? directory.postsOfUnit(post.unit).map((other) => other.code) : [post.code],
  );
  return [...new Set(groups)].sort();
};

/** Says who an account is by the posts it holds, longest held first; undefined when none of them exists that day. */
export const personOf = (
  account: AccountIdentity,
  postCodes: readonly string[],
  directory: PostsOfDay,
): Person | undefined => {
  const posts = postCodes.flatMap((code) => directory.post(code) ?? []);
  const [first] = posts;
  if (first === undefined) return undefined;
  const groups = groupsOf(posts, directory);
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
    actor: { accountId, name, unit: first.unit, groups },
  };
};
