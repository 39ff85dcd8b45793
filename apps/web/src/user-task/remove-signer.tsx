import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { queryClient, userTaskQuery } from '../api/queries';
import { useLanguage } from '../language/language';
import { OperationDialog } from './operation-dialog';

/** Takes back a signature that was asked for and not given yet, from where all the shares are seen. */
export const RemoveSigner = ({ userTaskId, seenFrom }: { userTaskId: string; seenFrom: string }) => {
  const { t } = useLanguage();
  const [open, setOpen] = useState(false);
  const { data: signature } = useQuery(userTaskQuery(userTaskId));
  if (!signature?.can.removeSigner) return null;
  return (
    <>
      <Button size="small" type="text" onClick={() => setOpen(true)} data-testid="remove-signer">
        {t.operations.kinds.removeSigner}
      </Button>
      {open ? (
        <OperationDialog
          task={signature}
          kind="removeSigner"
          onClose={() => setOpen(false)}
          onDone={() => void queryClient.invalidateQueries({ queryKey: userTaskQuery(seenFrom).queryKey })}
        />
      ) : null}
    </>
  );
};
