import { useMutation } from '@tanstack/react-query';
import type { InboxItem } from '../api/contract';
import { Problem } from '../api/http';
import { landfall } from '../api/landfall';
import { useLanguage } from '../language/language';
import { useAnnouncement } from '../problem/use-announcement';
import { useMe } from '../session/session';
import { refreshSupervision } from './refresh';

type Urged = Pick<InboxItem, 'userTaskId' | 'title' | 'projectName' | 'assignee' | 'groupName'>;

/** Goes into the record and to whoever is urged, so it is Chinese whatever the reader has chosen. */
const noteOf = ({ title, projectName }: Urged): string =>
  `请尽快办理${projectName ? `“${projectName}”的` : ''}“${title.zh}”，并反馈办理情况。`;

/** The leaders, the office and its supervision officers oversee everybody's work. */
const OVERSEERS = ['LG_LEADER', 'LG_EXEC', 'LG_DEPUTY', 'OFFICE_DIRECTOR', 'OFFICE_STAFF', 'SUPERVISOR'];

/**
 * Tells whether urging is worth offering: to those who oversee everything, whose group or staff has the task, or who raised
 * the issue. The server decides; this only spares the others a button that would refuse them.
 */
export const useMayUrge = () => {
  const { roles, groups, name, unit } = useMe();
  return (
    tasks: readonly Pick<InboxItem, 'candidateGroup'>[],
    raiser?: { readonly name: string; readonly unit: { readonly code: string } },
  ): boolean =>
    tasks.length > 0 &&
    (roles.some((role) => OVERSEERS.includes(role)) ||
      tasks.some(({ candidateGroup }) => groups.includes(candidateGroup)) ||
      (raiser?.name === name && raiser.unit.code === unit.code));
};

/** Urges whoever has the open tasks of an issue, an item or a project, with one standard sentence, and says what came of it. */
export const useUrge = () => {
  const { t, say } = useLanguage();
  const words = t.supervision;
  const me = useMe();
  const announce = useAnnouncement();
  const whomOf = (task: Urged): string => task.assignee?.name ?? say(task.groupName);
  return useMutation({
    mutationFn: async (find: () => Promise<readonly Urged[]> | readonly Urged[]) => {
      const tasks = await find();
      const others = tasks.filter((task) => task.assignee?.accountId !== me.accountId);
      if (others.length === 0) {
        announce.said(tasks.length === 0 ? words.nothingToUrge : words.onlyYours);
        return false;
      }
      const urged: string[] = [];
      for (const task of others) {
        try {
          await landfall.urge(task.userTaskId ?? '', noteOf(task));
          urged.push(words.urgedWhom(whomOf(task), say(task.title)));
        } catch (error) {
          // Enough for today is no fault of the reader.
          if (error instanceof Problem && error.code === 'USER_TASK.URGED_ENOUGH') {
            announce.said(words.urgedEnough(whomOf(task)));
          } else announce.refused(error);
        }
      }
      if (urged.length > 0) announce.done(words.urged(urged.join(t.comma)));
      return urged.length > 0;
    },
    onError: announce.refused,
    onSettled: refreshSupervision,
  });
};
