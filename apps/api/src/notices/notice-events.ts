import type { Sessions } from '@landfall/identity';
import type { NoticeChange, NoticeStream, Notices } from '@landfall/notifications';
import type { Response } from 'express';

export interface OpenPage {
  readonly account: string;
  readonly sessionId: string;
}

/** Some proxies cut what is silent for half a minute. */
const HEARTBEAT_MS = 25_000;
/** How long the page waits before it comes again. */
const RETRY_MS = 3_000;

/** Tells an open page of its person's notices by server-sent events, until it is closed or its session ends. */
export class NoticeEvents {
  constructor(
    private readonly notices: Pick<Notices, 'unread'>,
    private readonly stream: Pick<NoticeStream, 'listen'>,
    private readonly sessions: Pick<Sessions, 'isOpen'>,
    private readonly heartbeatMs = HEARTBEAT_MS,
  ) {}

  async serve({ account, sessionId }: OpenPage, response: Response): Promise<void> {
    response.status(200).set({
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store',
      // A proxy that gathers the answer before handing it on would hold every event back.
      'X-Accel-Buffering': 'no',
    });
    response.flushHeaders();
    response.write(`retry: ${RETRY_MS}\n\n`);
    // One after the other, so that an older count never overtakes a newer one.
    let telling = Promise.resolve();
    const tell = (change: NoticeChange) => {
      telling = telling.then(() => this.tell(account, change, response)).catch(() => void response.end());
    };
    const stop = await this.stream.listen(account, tell);
    const heartbeat = setInterval(() => void this.beat(sessionId, response), this.heartbeatMs);
    response.on('close', () => {
      clearInterval(heartbeat);
      stop();
    });
    if (response.destroyed) response.emit('close');
    tell('unsure');
  }

  private async tell(account: string, change: NoticeChange, response: Response): Promise<void> {
    if (response.writableEnded || response.destroyed) return;
    const unread = await this.notices.unread(account);
    response.write(`event: notices\ndata: ${JSON.stringify({ unread, change })}\n\n`);
  }

  private async beat(sessionId: string, response: Response): Promise<void> {
    const isOpen = await this.sessions.isOpen(sessionId).catch(() => true);
    if (isOpen) response.write(': still here\n\n');
    else response.end();
  }
}
