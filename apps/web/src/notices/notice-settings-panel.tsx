import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Drawer, Input, Select, Skeleton, Switch } from 'antd';
import { useState } from 'react';
import type { NoticePreferences, NoticeSettings, NoticeTopic, OutsideChannel } from '../api/contract';
import { landfall } from '../api/landfall';
import { noticeSettingsQuery, queryClient } from '../api/queries';
import { CalendarFeedPanel } from '../calendar-feed/calendar-feed-panel';
import { useLanguage } from '../language/language';
import { ProblemNotice } from '../problem/problem-notice';
import { useAnnouncement } from '../problem/use-announcement';
import styles from './notice-settings-panel.module.css';

const TOPICS: readonly NoticeTopic[] = ['task', 'project', 'issue', 'supervision', 'calendar', 'digest'];

/** Every half hour of the day, with the present choice among them. */
const timesWith = (chosen: string): string[] => {
  const times = Array.from(
    { length: 48 },
    (_, half) => `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 === 0 ? '00' : '30'}`,
  );
  return [...new Set([...times, chosen])].sort();
};

interface ChannelTableProps {
  channels: NoticePreferences['channels'];
  available: readonly OutsideChannel[];
  onChange: (channels: NoticePreferences['channels']) => void;
}

/** Which topics leave the page on which way. A digest is a person's own, so no chat has it to choose. */
const ChannelTable = ({ channels, available, onChange }: ChannelTableProps) => {
  const { t } = useLanguage();
  const words = t.notices.preferences;
  const toggle = (topic: NoticeTopic, channel: OutsideChannel, on: boolean) =>
    onChange({
      ...channels,
      [topic]: on ? [...channels[topic], channel] : channels[topic].filter((other) => other !== channel),
    });
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{words.topic}</th>
          {available.map((channel) => (
            <th scope="col" key={channel}>
              {words.channelNames[channel]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {TOPICS.map((topic) => (
          <tr key={topic}>
            <th scope="row">{t.notices.topics[topic]}</th>
            {available.map((channel) => (
              <td key={channel}>
                {topic === 'digest' && channel !== 'email' ? (
                  t.none
                ) : (
                  <Checkbox
                    checked={channels[topic].includes(channel)}
                    onChange={(event) => toggle(topic, channel, event.target.checked)}
                    aria-label={`${t.notices.topics[topic]} ${words.channelNames[channel]}`}
                  />
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const SettingsForm = ({ settings, onClose }: { settings: NoticeSettings; onClose: () => void }) => {
  const { t } = useLanguage();
  const words = t.notices.preferences;
  const announce = useAnnouncement();
  const [draft, setDraft] = useState(settings.preferences);
  const { quiet } = draft;
  const change = (part: Partial<NoticePreferences>) => setDraft({ ...draft, ...part });
  const save = useMutation({
    mutationFn: () => landfall.chooseNotices(draft),
    onSuccess: (saved) => {
      queryClient.setQueryData(noticeSettingsQuery.queryKey, saved);
      announce.done(words.saved);
      onClose();
    },
  });
  const { available } = settings;
  const timeChoice = (which: 'from' | 'until') => (
    <Select
      className={styles.time}
      value={quiet[which]}
      onChange={(time: string) => change({ quiet: { ...quiet, [which]: time } })}
      options={timesWith(quiet[which]).map((time) => ({ value: time, label: time }))}
      aria-label={words[which]}
    />
  );
  return (
    <div className={styles.form}>
      <p className={styles.intro}>{words.intro}</p>
      {available.length === 0 ? <p className={styles.absent}>{words.noChannels}</p> : null}
      <section>
        <label className={styles.heading} htmlFor="notice-email">
          {words.email}
        </label>
        <Input
          id="notice-email"
          type="email"
          autoComplete="email"
          maxLength={254}
          value={draft.email ?? ''}
          onChange={(event) => change({ email: event.target.value.trim() === '' ? null : event.target.value.trim() })}
          data-testid="notice-email"
        />
        <p className={styles.hint}>{words.emailHint}</p>
      </section>
      {available.length > 0 ? (
        <section>
          <h3 className={styles.heading}>{words.channels}</h3>
          <ChannelTable channels={draft.channels} available={available} onChange={(channels) => change({ channels })} />
          {available.some((channel) => channel !== 'email') ? <p className={styles.hint}>{words.chatHint}</p> : null}
        </section>
      ) : null}
      <section>
        <div className={styles.switch}>
          <h3 className={styles.heading}>{words.digest}</h3>
          <Switch
            checked={draft.digest}
            onChange={(digest) => change({ digest })}
            aria-label={words.digest}
            data-testid="notice-digest"
          />
        </div>
        <p className={styles.hint}>{words.digestHint}</p>
      </section>
      <section>
        <h3 className={styles.heading}>{words.quiet}</h3>
        <div className={styles.times}>
          {timeChoice('from')}
          <span aria-hidden="true">–</span>
          {timeChoice('until')}
        </div>
        <Checkbox
          className={styles.restDays}
          checked={quiet.onRestDays}
          onChange={(event) => change({ quiet: { ...quiet, onRestDays: event.target.checked } })}
        >
          {words.restDays}
        </Checkbox>
        <p className={styles.hint}>{words.quietHint}</p>
      </section>
      {save.error ? <ProblemNotice error={save.error} /> : null}
      <div className={styles.actions}>
        <Button onClick={onClose}>{t.cancel}</Button>
        <Button type="primary" loading={save.isPending} onClick={() => save.mutate()} data-testid="notice-save">
          {words.save}
        </Button>
      </div>
    </div>
  );
};

/** Where a person chooses how to be told. */
export const NoticeSettingsPanel = ({ onClose }: { onClose: () => void }) => {
  const { t } = useLanguage();
  const query = useQuery(noticeSettingsQuery);
  return (
    <Drawer open onClose={onClose} title={t.notices.settings} placement="right" size={460} destroyOnHidden>
      {query.isPending ? <Skeleton active /> : null}
      {query.isError ? <ProblemNotice error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.data ? <SettingsForm settings={query.data} onClose={onClose} /> : null}
      <CalendarFeedPanel />
    </Drawer>
  );
};
