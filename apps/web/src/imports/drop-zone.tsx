import { InboxOutlined } from '@ant-design/icons';
import { type DragEvent, useRef, useState } from 'react';
import { useLanguage } from '../language/language';
import styles from './import-page.module.css';

interface DropZoneProps {
  busy: boolean;
  onFile: (file: File) => void;
}

/** Takes one spreadsheet, dropped or chosen. */
export const DropZone = ({ busy, onFile }: DropZoneProps) => {
  const { t } = useLanguage();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file && !busy) onFile(file);
  };
  return (
    <section
      className={styles.drop}
      data-over={over ? '' : undefined}
      data-busy={busy ? '' : undefined}
      aria-label={t.imports.title}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        ref={input}
        type="file"
        accept=".csv,.xlsx"
        hidden
        data-testid="import-file"
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) onFile(file);
        }}
      />
      <button type="button" className={styles.dropButton} disabled={busy} onClick={() => input.current?.click()}>
        <InboxOutlined className={styles.dropIcon} />
        <strong>{busy ? t.imports.uploading : t.imports.drop}</strong>
        <span>{t.imports.dropHint}</span>
      </button>
    </section>
  );
};
