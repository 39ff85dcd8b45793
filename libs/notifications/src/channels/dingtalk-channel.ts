import { createHmac } from 'node:crypto';
import type { Clock } from '@landfall/clock';
import type { Channel, ChannelMessage } from './channel';
import { asMarkdownText, postToRobot } from './robot-post';

/**
 * Posts to a DingTalk (钉钉) group by its robot's webhook, as markdown, signed when the robot has a secret.
 *
 * Source: open.dingtalk.com/document/robots/customize-robot-security-settings (自定义机器人安全设置, 加签).
 */
export class DingtalkChannel implements Channel {
  constructor(
    private readonly webhook: string,
    private readonly secret: string | undefined,
    private readonly clock: Clock,
  ) {}

  async send({ title, link, urgent }: ChannelMessage): Promise<void> {
    const said = `${urgent ? '【急】' : ''}${title.zh}`;
    const heading = `#### ${asMarkdownText(said)}`;
    const text = link === null ? heading : `${heading}\n\n[打开 Landfall](${link})`;
    await postToRobot(this.address(), { msgtype: 'markdown', markdown: { title: said, text } });
  }

  private address(): URL {
    const url = new URL(this.webhook);
    if (this.secret === undefined) return url;
    const timestamp = this.clock.now().getTime();
    url.searchParams.set('timestamp', String(timestamp));
    url.searchParams.set('sign', signatureOf(timestamp, this.secret));
    return url;
  }
}

/** The signature that DingTalk asks for: HMAC-SHA256 of timestamp (ms), line break and secret under the secret, in Base64. */
export const signatureOf = (timestamp: number, secret: string): string =>
  createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64');
