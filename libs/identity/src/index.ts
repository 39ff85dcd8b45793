export * from './accounts';
export { groupsOf, type Person, personOf } from './person';
export type { HeldPost, PostDirectory, PostsOfDay } from './post-directory';
export * from './project-scope';
export { type Permission, permissionsOf, type Role, roleOf } from './role';
export * from './sample-accounts';
export * from './sessions';
