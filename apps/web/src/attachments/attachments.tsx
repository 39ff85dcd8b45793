import {
  FileExcelOutlined,
  FileImageOutlined,
  FileOutlined,
  FilePdfOutlined,
  FilePptOutlined,
  FileTextOutlined,
  FileWordOutlined,
  FileZipOutlined,
  PaperClipOutlined,
} from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactNode, useRef } from 'react';
import type { Attachment } from '../api/contract';
import { landfall } from '../api/landfall';
import { useLanguage } from '../language/language';
import { ProblemNotice } from '../problem/problem-notice';
import { useAnnouncement } from '../problem/use-announcement';
import { moment } from '../time/shanghai-time';
import styles from './attachments.module.css';
import { sizeInWords } from './file-size';

const ACCEPTED = '.pdf,.png,.jpg,.jpeg,.docx,.xlsx,.pptx,.txt,.csv,.zip';
const LARGEST = 20_000_000;

const icons: Record<string, ReactNode> = {
  pdf: <FilePdfOutlined />,
  png: <FileImageOutlined />,
  jpg: <FileImageOutlined />,
  jpeg: <FileImageOutlined />,
  docx: <FileWordOutlined />,
  xlsx: <FileExcelOutlined />,
  csv: <FileExcelOutlined />,
  pptx: <FilePptOutlined />,
  txt: <FileTextOutlined />,
  zip: <FileZipOutlined />,
};

const iconOf = (fileName: string): ReactNode =>
  icons[fileName.slice(fileName.lastIndexOf('.') + 1).toLowerCase()] ?? <FileOutlined />;

/** The files of a task or a project, to be downloaded. */
export const AttachmentList = ({ attachments }: { attachments: readonly Attachment[] }) => {
  const { t } = useLanguage();
  if (attachments.length === 0) return <p className={styles.none}>{t.attachments.empty}</p>;
  return (
    <ul className={styles.list}>
      {attachments.map((attachment) => (
        <li key={attachment.id} className={styles.item} data-testid="attachment">
          <span className={styles.icon} aria-hidden="true">
            {iconOf(attachment.fileName)}
          </span>
          <span className={styles.text}>
            <a
              href={landfall.attachmentAddress(attachment.id)}
              download={attachment.fileName}
              aria-label={t.attachments.download(attachment.fileName)}
              className={styles.name}
            >
              {attachment.fileName}
            </a>
            <span className={styles.about}>
              {sizeInWords(attachment.size)} · {attachment.author.name} · {moment(attachment.at, t)}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
};

interface AttachmentUploadProps {
  userTaskId: string;
  onUploaded: (attachment: Attachment) => void;
}

/** Adds a file to a task; what may be added is checked by content on the server. */
export const AttachmentUpload = ({ userTaskId, onUploaded }: AttachmentUploadProps) => {
  const { t } = useLanguage();
  const announce = useAnnouncement();
  const input = useRef<HTMLInputElement>(null);
  const upload = useMutation({
    mutationFn: (file: File) => landfall.attach(userTaskId, file),
    onSuccess: (attachment) => {
      announce.done(t.attachments.uploaded(attachment.fileName));
      onUploaded(attachment);
    },
  });
  const choose = (file: File | undefined) => {
    if (!file) return;
    if (file.size > LARGEST) announce.said(t.attachments.tooBig);
    else upload.mutate(file);
  };
  return (
    <div className={styles.upload}>
      {upload.error ? <ProblemNotice error={upload.error} /> : null}
      <input
        ref={input}
        type="file"
        accept={ACCEPTED}
        hidden
        data-testid="attachment-file"
        onChange={(event) => {
          choose(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      <Button icon={<PaperClipOutlined />} loading={upload.isPending} onClick={() => input.current?.click()}>
        {t.attachments.add}
      </Button>
      <span className={styles.hint}>{t.attachments.hint}</span>
    </div>
  );
};
