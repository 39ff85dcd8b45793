import type { HeldPost } from './post-directory';

/** What a person may do besides the tasks of his groups. */
export type Permission =
  | 'lead.create'
  | 'lead.import'
  | 'project.viewAll'
  | 'userTask.assign'
  | 'process.suspend'
  | 'process.terminate'
  | 'process.transfer'
  | 'light.override'
  | 'waiting.decide'
  | 'documentTemplate.manage'
  | 'schedule.manage'
  | 'incident.manage'
  | 'organization.manage'
  | 'account.manage'
  | 'audit.read';

/** The roles of the product; a post has exactly one. */
export type Role =
  | 'LG_LEADER'
  | 'LG_EXEC'
  | 'LG_DEPUTY'
  | 'OFFICE_DIRECTOR'
  | 'OFFICE_STAFF'
  | 'SUPERVISOR'
  | 'SEO_STAFF'
  | 'TF_HEAD'
  | 'TF_DEPUTY'
  | 'TF_SPECIALIST'
  | 'ZONE_COORD'
  | 'LIAISON'
  | 'REVIEWER'
  | 'STAT_VERIFIER'
  | 'SYS_ADMIN'
  | 'SEC_ADMIN'
  | 'AUDIT_ADMIN';

const LEADER: readonly Permission[] = ['project.viewAll'];
const FILER: readonly Permission[] = ['lead.create'];
const HEAD: readonly Permission[] = ['lead.create', 'lead.import', 'process.suspend'];

const PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  LG_LEADER: LEADER,
  LG_EXEC: LEADER,
  LG_DEPUTY: LEADER,
  OFFICE_DIRECTOR: [
    'lead.create',
    'lead.import',
    'project.viewAll',
    'process.suspend',
    'process.terminate',
    'process.transfer',
    'light.override',
    'waiting.decide',
    'documentTemplate.manage',
    'schedule.manage',
  ],
  OFFICE_STAFF: [
    'lead.create',
    'lead.import',
    'project.viewAll',
    'process.suspend',
    'process.transfer',
    'light.override',
    'waiting.decide',
    'documentTemplate.manage',
    'schedule.manage',
  ],
  SUPERVISOR: ['project.viewAll'],
  SEO_STAFF: ['lead.create', 'lead.import'],
  TF_HEAD: HEAD,
  TF_DEPUTY: HEAD,
  TF_SPECIALIST: FILER,
  ZONE_COORD: HEAD,
  LIAISON: FILER,
  REVIEWER: [],
  STAT_VERIFIER: [],
  SYS_ADMIN: ['incident.manage', 'organization.manage', 'schedule.manage'],
  SEC_ADMIN: ['account.manage'],
  AUDIT_ADMIN: ['audit.read'],
};

const ROLE_OF_POST: Readonly<Record<string, Role>> = {
  'LG.leader': 'LG_LEADER',
  'LG.exec': 'LG_EXEC',
  'LG.deputy': 'LG_DEPUTY',
  'LGO.director': 'OFFICE_DIRECTOR',
  'LGO.staff': 'OFFICE_STAFF',
  'LGO.supervisor': 'SUPERVISOR',
  'SEO.director': 'SEO_STAFF',
  'SEO.staff': 'SEO_STAFF',
};

const ROLE_OF_NAME: Readonly<Record<string, Role>> = {
  head: 'TF_HEAD',
  commander: 'TF_HEAD',
  deputy: 'TF_DEPUTY',
  coordinator: 'ZONE_COORD',
  specialist: 'TF_SPECIALIST',
  liaison: 'LIAISON',
  reviewer: 'REVIEWER',
  verifier: 'STAT_VERIFIER',
  system: 'SYS_ADMIN',
  security: 'SEC_ADMIN',
  audit: 'AUDIT_ADMIN',
};

/** The three administrators (三员): nobody may be two of them, and none takes part in projects. */
export const ADMINISTRATORS: ReadonlySet<Role> = new Set<Role>(['SYS_ADMIN', 'SEC_ADMIN', 'AUDIT_ADMIN']);

/** The role of a post, or undefined when the product gives it none. */
export const roleOf = (post: Pick<HeldPost, 'code' | 'role'>): Role | undefined =>
  ROLE_OF_POST[post.code] ?? ROLE_OF_NAME[post.role];

/** Whether a post is that of one of the three administrators. */
export const isAdministrator = (post: Pick<HeldPost, 'code' | 'role'>): boolean => {
  const role = roleOf(post);
  return role !== undefined && ADMINISTRATORS.has(role);
};

/** Everything that holding these posts allows, sorted. */
export const permissionsOf = (posts: readonly HeldPost[]): Permission[] => {
  const granted = new Set<Permission>(posts.some((post) => post.headsUnit) ? ['userTask.assign'] : []);
  for (const post of posts) {
    const role = roleOf(post);
    for (const permission of role === undefined ? [] : PERMISSIONS[role]) granted.add(permission);
  }
  return [...granted].sort();
};
