/** Which projects somebody sees; the identity library says it, the apps hand it over (any one condition is enough). */
export type ViewedProjects =
  | { readonly kind: 'all' }
  | { readonly kind: 'none' }
  | {
      readonly kind: 'some';
      readonly filedBy: string;
      readonly units: readonly string[];
      readonly streetTowns: boolean;
      readonly taskUnits: readonly string[];
    };

/**
 * The condition on `instance` (the issue's or item's row) and `p` (its project) under which somebody sees it: the project
 * is his to see, or a unit of his has or had a task on it.
 */
export const seenBy = (scope: ViewedProjects, instance: string, add: (value: unknown) => string): string => {
  if (scope.kind === 'all') return 'true';
  if (scope.kind === 'none') return 'false';
  const tasks = add(scope.taskUnits);
  const had = (id: string) =>
    `EXISTS (SELECT 1 FROM user_task t WHERE t.instance_id = ${id} AND
       (split_part(t.candidate_group, '.', 1) = ANY(${tasks})
         OR split_part(coalesce(t.escalated_to, ''), '.', 1) = ANY(${tasks})))`;
  return `(${[
    had(`${instance}.id`),
    had('p.id'),
    `p.filer_account = ${add(scope.filedBy)}`,
    `EXISTS (SELECT 1 FROM project_participant m WHERE m.project_id = p.id AND m.unit = ANY(${add(scope.units)}))`,
    ...(scope.streetTowns ? [`p.landing_kind = 'STREET_TOWN'`, `p.filer_kind = 'STREET_TOWN'`] : []),
  ].join(' OR ')})`;
};
