import { useEffect, useRef, useState } from 'react';
import styles from './sheet-frame.module.css';

/** How wide a page of the preview is with its margins, in CSS pixels: A4 and a little ground. */
const SHEET_WIDTH = 834;

/** A page of the server, shown as wide as there is room for and allowed nothing. */
export const SheetFrame = ({ html, title }: { html: string; title: string }) => {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(SHEET_WIDTH);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const watch = new ResizeObserver(() => setWidth(element.clientWidth));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  const scale = Math.min(1, width / SHEET_WIDTH);
  return (
    <div ref={box} className={styles.box}>
      <iframe
        title={title}
        sandbox=""
        srcDoc={html}
        className={styles.frame}
        style={{
          width: `${100 / scale}%`,
          height: `${100 / scale}%`,
          transform: `scale(${scale})`,
        }}
        data-testid="template-preview"
      />
    </div>
  );
};
