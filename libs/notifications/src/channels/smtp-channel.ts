import { createTransport } from 'nodemailer';
import { type Channel, type ChannelMessage, SEND_TIMEOUT_MS } from './channel';

/** Sends notices as plain e-mails, Chinese above English. */
export class SmtpChannel implements Channel {
  private readonly transport;

  constructor(
    url: string,
    private readonly from: string,
  ) {
    this.transport = createTransport(url, {
      connectionTimeout: SEND_TIMEOUT_MS / 2,
      greetingTimeout: SEND_TIMEOUT_MS / 2,
      socketTimeout: SEND_TIMEOUT_MS,
    } as never);
  }

  async send({ id, to, title, body, link, urgent }: ChannelMessage): Promise<void> {
    if (to === null) throw new Error('An e-mail needs an address');
    await this.transport.sendMail({
      from: this.from,
      to,
      // Made from the delivery, so that one that is sent again after a crash is recognised as the same message.
      messageId: messageIdOf(id),
      subject: urgent ? `【急】${title.zh}` : title.zh,
      text: [title.zh, body?.zh, link, '—', title.en, body?.en].filter((line) => line).join('\n\n'),
      ...(urgent ? { priority: 'high' as const } : {}),
      textEncoding: 'base64',
      headers: { 'Auto-Submitted': 'auto-generated' },
      // Text of notices is never read as a file or an address to load.
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  close(): void {
    this.transport.close();
  }
}

/** The Message-ID of a delivery's e-mail. */
export const messageIdOf = (deliveryId: string): string => `<${deliveryId}@notices.landfall>`;
