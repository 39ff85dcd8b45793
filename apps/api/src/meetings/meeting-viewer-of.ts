import type { Person } from '@landfall/identity';
import { type MeetingViewer, unitsOf } from '@landfall/meetings';

/** Who looks at meetings, as the meetings library knows him; a substitute looks with the eyes of his principals too. */
export const meetingViewerOf = ({ groups, posts, principals, projectScope }: Person): MeetingViewer => {
  const stoodInFor = principals.flatMap((principal) => principal.groups);
  return {
    groups: [...groups, ...stoodInFor],
    units: [...new Set([...posts.map(({ unit }) => unit), ...unitsOf(stoodInFor)])],
    seesAll: projectScope.kind === 'all',
  };
};
