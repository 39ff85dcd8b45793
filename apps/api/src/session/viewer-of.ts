import type { Person } from '@landfall/identity';
import type { ProjectViewer } from '@landfall/projects';

/** Who looks at projects, as the projects library knows him. */
export const viewerOf = ({ accountId, projectScope }: Person): ProjectViewer => ({ accountId, scope: projectScope });
