import { DownloadOutlined, FileTextOutlined, LoadingOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { MeetingDocument } from '../api/contract';
import { landfall } from '../api/landfall';
import { meetingQuery } from '../api/queries';
import { useLanguage } from '../language/language';
import { wordFor } from '../language/word-for';
import { Ledger, Nothing } from '../layout/ledger';
import ledger from '../layout/ledger.module.css';
import { whole } from '../supervision/board-list';
import { exactMoment, moment } from '../time/shanghai-time';
import styles from './documents-tab.module.css';
import { meetingDocumentsQuery } from './minutes-queries';

/** The newest of each document and item; the list comes newest first. */
const newestOf = (documents: readonly MeetingDocument[]): Set<string> => {
  const seen = new Map<string, string>();
  for (const { id, document, item } of documents) {
    const name = `${document} ${item ?? ''}`;
    if (!seen.has(name)) seen.set(name, id);
  }
  return new Set(seen.values());
};

/** 文件: what the meeting has sent or is about to, to be downloaded. */
export const DocumentsTab = ({ meetingId }: { meetingId: string }) => {
  const { t } = useLanguage();
  const words = t.minutes.documents;
  const query = useQuery(meetingDocumentsQuery(meetingId));
  const { data: meeting } = useQuery(meetingQuery(meetingId));
  const [withEarlier, setWithEarlier] = useState(false);
  const documents = query.data ?? [];
  const newest = newestOf(documents);
  const shown = documents.filter(({ id }) => withEarlier || newest.has(id));
  const earlier = documents.length - newest.size;
  const titleOf = (item: string | null) => meeting?.agenda.find(({ key }) => key === item)?.title;
  return (
    <>
      <Ledger
        query={whole(query)}
        count={shown.length}
        label={t.minutes.documentsTab}
        empty={<Nothing text={words.empty} hint={words.emptyHint} />}
        head={
          <>
            <th scope="col">{words.columns.document}</th>
            <th scope="col">{words.columns.about}</th>
            <th scope="col">{words.columns.issued}</th>
            <th scope="col">{words.columns.state}</th>
            <th scope="col" aria-label={words.download} />
          </>
        }
      >
        {shown.map((document) => (
          <tr key={document.id} data-testid="meeting-document" data-document={document.document}>
            <td data-phone="bare">
              <span className={styles.name}>
                <FileTextOutlined className={styles.icon} aria-hidden="true" />
                <span>
                  <span className={ledger.name}>{wordFor(words.kinds, document.document)}</span>
                  {document.name ? <span className={ledger.sub}>{document.name}</span> : null}
                </span>
              </span>
            </td>
            <td
              data-label={words.columns.about}
              data-phone={titleOf(document.item) ? undefined : 'none'}
              className={ledger.quiet}
            >
              {titleOf(document.item) ?? t.none}
            </td>
            <td data-label={words.columns.issued} className={ledger.numeric} title={exactMoment(document.createdAt)}>
              {moment(document.createdAt, t)}
            </td>
            <td data-label={words.columns.state}>
              {document.state === 'due' ? (
                <span className={styles.due}>
                  <LoadingOutlined /> {words.due}
                </span>
              ) : (
                <span className={styles.ready}>{newest.has(document.id) ? words.current : words.ready}</span>
              )}
            </td>
            <td className={ledger.action}>
              <span className={ledger.buttons}>
                {document.state === 'issued' ? (
                  <Button
                    size="small"
                    icon={<DownloadOutlined />}
                    href={landfall.meetingDocumentAddress(meetingId, document.id)}
                    download
                  >
                    {words.download}
                  </Button>
                ) : null}
              </span>
            </td>
          </tr>
        ))}
      </Ledger>
      {meeting ? (
        <div className={styles.lists}>
          <span>{words.lists}</span>
          {(['agenda', 'attendance'] as const).map((list) => (
            <Button
              key={list}
              size="small"
              icon={<DownloadOutlined />}
              href={landfall.meetingFileAddress(meetingId, `${list}.xlsx`)}
              download
              data-testid={`${list}-list`}
            >
              {words[`${list}List`]}
            </Button>
          ))}
        </div>
      ) : null}
      {earlier > 0 ? (
        <Button type="link" onClick={() => setWithEarlier(!withEarlier)}>
          {withEarlier ? t.showLess : words.earlier(earlier)}
        </Button>
      ) : null}
    </>
  );
};
