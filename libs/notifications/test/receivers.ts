import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: string;
  readonly messageId: string;
}

/** A mail server that keeps what it takes. */
export class MailReceiver {
  readonly mails: ReceivedMail[] = [];
  /** The next so many messages are refused. */
  refuse = 0;
  private readonly server: SMTPServer;

  private constructor() {
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData: (stream, session, callback) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          if (this.refuse > 0) {
            this.refuse -= 1;
            callback(new Error('The mailbox is full'));
            return;
          }
          const raw = Buffer.concat(chunks).toString();
          const { mailFrom, rcptTo } = session.envelope;
          this.mails.push({
            from: mailFrom ? mailFrom.address : '',
            to: rcptTo.map(({ address }) => address),
            raw,
            messageId: /^message-id: (\S+)/im.exec(raw)?.[1] ?? '',
          });
          callback();
        });
      },
    });
  }

  static async open(): Promise<MailReceiver> {
    const receiver = new MailReceiver();
    await new Promise<void>((resolve) => receiver.server.listen(0, '127.0.0.1', resolve));
    return receiver;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}

export interface ReceivedPost {
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
}

/** A robot's webhook that keeps what it takes. */
export class RobotReceiver {
  readonly posts: ReceivedPost[] = [];
  /** What it answers; a robot that takes a message answers with the error code 0. */
  answer: { readonly status: number; readonly body: string } = { status: 200, body: '{"errcode":0,"errmsg":"ok"}' };
  private readonly server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      this.posts.push({
        url: new URL(request.url ?? '/', 'http://robot'),
        headers: request.headers,
        body: JSON.parse(Buffer.concat(chunks).toString()),
      });
      response.writeHead(this.answer.status, { 'content-type': 'application/json' });
      response.end(this.answer.body);
    });
  });

  static async open(): Promise<RobotReceiver> {
    const receiver = new RobotReceiver();
    await new Promise<void>((resolve) => receiver.server.listen(0, '127.0.0.1', resolve));
    return receiver;
  }

  get webhook(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/robot/send?key=abc`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
