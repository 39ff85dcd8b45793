import type { Person } from '@landfall/identity';
import type { ProjectViewer } from '@landfall/projects';

/**
 * Who looks at projects, as the projects library knows him.
 *
 * A substitute also sees, as long as he is one, the projects that the units of his principal have or had tasks of: nobody
 * can decide on what he may not read.
 */
export const viewerOf = ({ accountId, projectScope, principals }: Person): ProjectViewer => {
  if (projectScope.kind !== 'some' || principals.length === 0) return { accountId, scope: projectScope };
  const units = principals.flatMap(({ groups }) => groups.map((group) => group.split('.')[0] ?? ''));
  return { accountId, scope: { ...projectScope, taskUnits: [...new Set([...projectScope.taskUnits, ...units])] } };
};
