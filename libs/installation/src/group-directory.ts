import type { Roster } from '@landfall/identity';
import type { GroupDirectory } from '@landfall/process-engine';

/** Tells the engine who is in the candidate groups today. */
export const groupDirectory = (roster: Roster): GroupDirectory => ({
  isStaffed: (group) => roster.latest().isStaffed(group),
  soleMember: (group) => roster.latest().soleMember(group),
  holds: (accountId, group) => roster.latest().holds(accountId, group),
});
