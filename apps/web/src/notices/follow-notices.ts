import { landfall } from '../api/landfall';

/** What the server tells an open page: how many notices are unread, and why it says so. */
export interface NoticesTold {
  readonly unread: number;
  readonly change: 'new' | 'read' | 'unsure';
}

/** How long to wait when the server refuses the stream; the browser itself comes back after mere interruptions. */
const RETRY_MS = 10_000;

/**
 * Hears of new notices as long as the page is in view, until the function it answers is called. A page that is out of view
 * gives its connection up, because a browser has few of them; coming back it is told the present count.
 */
export const followNotices = (hear: (told: NoticesTold) => void, refused: () => void): (() => void) => {
  let source: EventSource | undefined;
  let retry: number | undefined;

  const close = () => {
    window.clearTimeout(retry);
    source?.close();
    source = undefined;
  };
  const open = () => {
    close();
    const stream = new EventSource(landfall.noticeStreamAddress);
    source = stream;
    stream.addEventListener('notices', (event: MessageEvent<string>) => hear(JSON.parse(event.data) as NoticesTold));
    stream.addEventListener('error', () => {
      if (stream.readyState !== EventSource.CLOSED || source !== stream) return;
      refused();
      retry = window.setTimeout(open, RETRY_MS);
    });
  };
  const look = () => {
    if (document.visibilityState === 'hidden') close();
    else if (!source || source.readyState === EventSource.CLOSED) open();
  };

  document.addEventListener('visibilitychange', look);
  look();
  return () => {
    document.removeEventListener('visibilitychange', look);
    close();
  };
};
