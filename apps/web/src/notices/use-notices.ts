import { useQuery } from '@tanstack/react-query';
import { useLocation, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { NoticeItem } from '../api/contract';
import { landfall } from '../api/landfall';
import { newestNoticesQuery, queryClient, unreadQuery } from '../api/queries';
import { useAnnouncement } from '../problem/use-announcement';
import { followNotices } from './follow-notices';

/** Lists of notices are read again; the count comes with the stream. */
const refreshLists = () =>
  Promise.all([
    queryClient.invalidateQueries({ queryKey: newestNoticesQuery.queryKey }),
    queryClient.invalidateQueries({ queryKey: ['notices', 'list'] }),
  ]);

/** How many notices are unread, kept current without reloading; with each new one the work lists are read again too. */
export const useUnreadNotices = (): number => {
  const { data = 0 } = useQuery(unreadQuery);
  useEffect(() => {
    let isFirst = true;
    return followNotices(
      ({ unread, change }) => {
        queryClient.setQueryData(unreadQuery.queryKey, unread);
        // The lists of a page that has just opened are fresh; after an interruption they may not be.
        if (!isFirst) {
          void refreshLists();
          if (change !== 'read') {
            void queryClient.invalidateQueries({ queryKey: ['inbox'] });
            void queryClient.invalidateQueries({ queryKey: ['supervision'] });
          }
        }
        isFirst = false;
      },
      // Asking by an ordinary request finds out whether the session is over, and says so where that is handled.
      () => void queryClient.invalidateQueries({ queryKey: unreadQuery.queryKey }),
    );
  }, []);
  return data;
};

const TASK_PAGE = /^\/tasks\/([0-9a-f-]{36})$/;

/** Opening a task counts as reading what is said about it: nobody ticks off what was seen in its place. */
export const useReadWithTask = (unread: number): void => {
  const { pathname } = useLocation();
  const taskId = TASK_PAGE.exec(pathname)?.[1];
  useEffect(() => {
    // A failure is no matter: the notice stays unread.
    if (taskId !== undefined && unread > 0) landfall.readTaskNotices(taskId).catch(() => undefined);
  }, [taskId, unread]);
};

/** Reading notices: one, all of them, or by opening what one is about. */
export const useReadNotices = () => {
  const announce = useAnnouncement();
  const router = useRouter();
  const settle = async (work: Promise<void>) => {
    try {
      await work;
    } catch (error) {
      announce.refused(error);
    }
    await Promise.all([refreshLists(), queryClient.invalidateQueries({ queryKey: unreadQuery.queryKey })]);
  };
  const read = (notice: NoticeItem) => settle(landfall.readNotice(notice.id));
  return {
    read,
    readAll: (newest: NoticeItem | undefined) => settle(landfall.readAllNotices(newest?.id)),
    open: (notice: NoticeItem) => {
      if (notice.readAt === null) void read(notice);
      if (notice.link) router.history.push(notice.link);
    },
  };
};
