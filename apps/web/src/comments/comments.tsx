import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { Comment } from '../api/contract';
import { landfall } from '../api/landfall';
import { useLanguage } from '../language/language';
import { ProblemNotice } from '../problem/problem-notice';
import { moment } from '../time/shanghai-time';
import styles from './comments.module.css';

export const CommentList = ({ comments }: { comments: readonly Comment[] }) => {
  const { t } = useLanguage();
  return (
    <ul>
      {comments.map((comment) => (
        <li key={comment.id} className={styles.comment} data-testid="comment">
          <p className={styles.by}>
            <strong>{comment.author.name}</strong>
            <span>{moment(comment.at, t)}</span>
          </p>
          <p className={styles.text}>{comment.text}</p>
        </li>
      ))}
    </ul>
  );
};

interface CommentsProps {
  userTaskId: string;
  comments: readonly Comment[];
  onCommented: (comment: Comment) => void;
}

/** What the people on a task told each other, and one more line. */
export const Comments = ({ userTaskId, comments, onCommented }: CommentsProps) => {
  const { t } = useLanguage();
  const [text, setText] = useState('');
  const send = useMutation({
    mutationFn: () => landfall.comment(userTaskId, text.trim()),
    onSuccess: (comment) => {
      setText('');
      onCommented(comment);
    },
  });
  const sendable = text.trim() !== '' && !send.isPending;
  return (
    <div className={styles.comments}>
      {comments.length === 0 ? <p className={styles.none}>{t.comments.empty}</p> : null}
      <CommentList comments={comments} />
      {send.error ? <ProblemNotice error={send.error} /> : null}
      <div className={styles.entry}>
        <Input.TextArea
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && sendable) send.mutate();
          }}
          autoSize={{ minRows: 1, maxRows: 6 }}
          maxLength={2000}
          placeholder={t.comments.placeholder}
          aria-label={t.comments.title}
          data-testid="comment-text"
        />
        <Button onClick={() => send.mutate()} disabled={!sendable} loading={send.isPending} data-testid="comment-send">
          {t.comments.send}
        </Button>
      </div>
    </div>
  );
};
