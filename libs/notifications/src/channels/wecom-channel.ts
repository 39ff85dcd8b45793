import type { Channel, ChannelMessage } from './channel';
import { asMarkdownText, postToRobot } from './robot-post';

/**
 * Posts to a WeCom (企业微信) group by its robot's webhook, as markdown.
 *
 * Source: developer.work.weixin.qq.com/document/path/91770 (群机器人配置说明).
 */
export class WecomChannel implements Channel {
  constructor(private readonly webhook: string) {}

  async send({ title, link, urgent }: ChannelMessage): Promise<void> {
    const heading = urgent
      ? `<font color="warning">【急】</font>**${asMarkdownText(title.zh)}**`
      : `**${asMarkdownText(title.zh)}**`;
    const content = link === null ? heading : `${heading}\n[打开 Landfall](${link})`;
    await postToRobot(new URL(this.webhook), { msgtype: 'markdown', markdown: { content } });
  }
}
