import type { HeldPost, PostsOfDay } from './post-directory';

/** The candidate groups of posts: their own codes and, for whoever heads a unit, all groups of that unit. Sorted. */
export const groupsOf = (posts: readonly HeldPost[], directory: PostsOfDay): string[] => {
  const groups = posts.flatMap((post) =>
    post.headsUnit ? directory.postsOfUnit(post.unit).map((other) => other.code) : [post.code],
  );
  return [...new Set(groups)].sort();
};
