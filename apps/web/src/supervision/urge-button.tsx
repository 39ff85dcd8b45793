import { Button } from 'antd';
import type { InboxItem } from '../api/contract';
import { useLanguage } from '../language/language';
import { useUrge } from './use-urge';

interface UrgeButtonProps {
  /** Finds the tasks to urge; asked only when the button is pressed. */
  tasks: () => Promise<readonly InboxItem[]> | readonly InboxItem[];
  /** Who must act, for those who hear the page. */
  whom?: string;
}

/** The same tasks keep their button; once the work has moved on, it offers to urge anew. */
export const urgeKey = (tasks: readonly InboxItem[]): string => tasks.map(({ userTaskId }) => userTaskId).join();

/** 催办 with one click; once done it says so in its place. */
export const UrgeButton = ({ tasks, whom }: UrgeButtonProps) => {
  const { t } = useLanguage();
  const words = t.supervision;
  const urge = useUrge();
  return (
    <Button
      size="small"
      loading={urge.isPending}
      onClick={() => urge.mutate(tasks)}
      title={whom ? words.urgeTitle(whom) : undefined}
      data-testid="urge"
      data-urged={urge.data ? '' : undefined}
    >
      {urge.data ? words.urgedNow : words.urge}
    </Button>
  );
};
