import { CloseOutlined, MessageOutlined } from '@ant-design/icons';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Popover } from 'antd';
import { useState } from 'react';
import { landfall } from '../api/landfall';
import { phrasesQuery, queryClient } from '../api/queries';
import { useLanguage } from '../language/language';
import { ProblemNotice } from '../problem/problem-notice';
import { useAnnouncement } from '../problem/use-announcement';
import styles from './phrase-menu.module.css';

interface PhraseMenuProps {
  /** What the field holds now; it can be kept as a phrase. */
  written: string;
  onChosen: (phrase: string) => void;
}

const LONGEST = 200;
const refresh = () => queryClient.invalidateQueries({ queryKey: phrasesQuery.queryKey });

/** 常用语: what is written again and again, one click away from the field. */
export const PhraseMenu = ({ written, onChosen }: PhraseMenuProps) => {
  const { t } = useLanguage();
  const [open, setOpen] = useState(false);
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      arrow={false}
      destroyOnHidden
      styles={{ container: { padding: 0 } }}
      content={
        <Phrases
          written={written}
          onChosen={(phrase) => {
            setOpen(false);
            onChosen(phrase);
          }}
        />
      }
    >
      <Button type="text" size="small" icon={<MessageOutlined />} className={styles.opener} data-testid="phrases">
        {t.phrases.title}
      </Button>
    </Popover>
  );
};

const Phrases = ({ written, onChosen }: PhraseMenuProps) => {
  const { t, say } = useLanguage();
  const announce = useAnnouncement();
  const { data, error, refetch } = useQuery(phrasesQuery);
  const text = written.trim();
  const tooLong = [...text].length > LONGEST;
  const keep = useMutation({
    mutationFn: () => landfall.addPhrase(text),
    onSuccess: () => announce.done(t.phrases.kept),
    onError: announce.refused,
    onSettled: refresh,
  });
  const remove = useMutation({
    mutationFn: (id: string) => landfall.removePhrase(id),
    onError: announce.refused,
    onSettled: refresh,
  });
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  return (
    <div className={styles.menu} data-testid="phrase-menu">
      <div className={styles.lists}>
        <h3 className={styles.kind}>{t.phrases.own}</h3>
        <ul>
          {data?.own.map((phrase) => (
            <li key={phrase.id} className={styles.line}>
              <button type="button" className={styles.phrase} onClick={() => onChosen(phrase.text)}>
                {phrase.text}
              </button>
              <Button
                type="text"
                size="small"
                className={styles.remove}
                icon={<CloseOutlined />}
                aria-label={t.phrases.remove(phrase.text)}
                title={t.phrases.remove(phrase.text)}
                onClick={() => remove.mutate(phrase.id)}
              />
            </li>
          ))}
        </ul>
        {data?.own.length === 0 ? <p className={styles.none}>{t.phrases.noOwn}</p> : null}
        <h3 className={styles.kind}>{t.phrases.office}</h3>
        <ul>
          {data?.office.map((phrase) => (
            <li key={phrase.key} className={styles.line}>
              <button type="button" className={styles.phrase} onClick={() => onChosen(say(phrase.text))}>
                {say(phrase.text)}
              </button>
            </li>
          ))}
        </ul>
      </div>
      <div className={styles.foot}>
        <Button
          type="link"
          size="small"
          disabled={text === '' || tooLong}
          title={text === '' ? t.phrases.keepHint : tooLong ? t.phrases.tooLong : undefined}
          loading={keep.isPending}
          onClick={() => keep.mutate()}
          data-testid="keep-phrase"
        >
          {t.phrases.keep}
        </Button>
      </div>
    </div>
  );
};
