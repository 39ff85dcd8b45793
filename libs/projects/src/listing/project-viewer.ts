/**
 * Which projects a person may see; the identity library says it, the apps hand it over.
 *
 * Of `some` any one condition is enough: filed by the account, one of `units` takes or took part, a street or town filed
 * it or lands it (`streetTowns`), or one of `taskUnits` has or had a task on it.
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

export interface ProjectViewer {
  readonly accountId: string;
  readonly scope: ProjectScope;
}

/** Collects the values of a statement while its text is put together. */
export class Values {
  readonly list: unknown[] = [];

  /** Adds a value and answers its placeholder. */
  add(value: unknown): string {
    this.list.push(value);
    return `$${this.list.length}`;
  }
}

/** The rows of `project p` that a viewer may see, as an SQL condition. */
export const visibleTo = ({ accountId, scope }: ProjectViewer, values: Values): string => {
  if (scope.kind === 'all') return 'true';
  if (scope.kind === 'none') return 'false';
  const tasks = values.add(scope.taskUnits);
  const account = values.add(accountId);
  const conditions = [
    takesPart(scope, values),
    // Whoever of another unit was asked to work on it or let know of it.
    `p.id IN (SELECT instance_id FROM user_task WHERE assignee = ${account} AND state = 'claimed')`,
    `p.id IN (SELECT instance_id FROM carbon_copy WHERE account = ${account})`,
    `p.id IN (SELECT instance_id FROM user_task WHERE split_part(candidate_group, '.', 1) = ANY(${tasks}))`,
    `p.id IN (SELECT instance_id FROM user_task
       WHERE escalated_to IS NOT NULL AND split_part(escalated_to, '.', 1) = ANY(${tasks}))`,
    ...(scope.streetTowns ? [`p.landing_kind = 'STREET_TOWN'`, `p.filer_kind = 'STREET_TOWN'`] : []),
  ];
  return `(${conditions.join(' OR ')})`;
};

/**
 * Whether a viewer knows the investor of a confidential project and its contact: who sees everything, and who takes or
 * took part. A unit that is only asked for an opinion does not need the name.
 */
export const insiderOf = ({ scope }: ProjectViewer, values: Values): string => {
  if (scope.kind === 'all') return 'true';
  return scope.kind === 'none' ? 'false' : takesPart(scope, values);
};

const takesPart = (scope: Extract<ProjectScope, { kind: 'some' }>, values: Values): string =>
  `(p.filer_account = ${values.add(scope.filedBy)}
    OR p.id IN (SELECT project_id FROM project_participant WHERE unit = ANY(${values.add(scope.units)})))`;
