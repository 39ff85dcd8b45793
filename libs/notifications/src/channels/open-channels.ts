import type { Clock } from '@landfall/clock';
import type { Settings } from '@landfall/config';
import type { Channels } from './channel';
import { DingtalkChannel } from './dingtalk-channel';
import { SmtpChannel } from './smtp-channel';
import { WecomChannel } from './wecom-channel';

/** The channels that the settings name; what is not set is off. */
export const openChannels = (
  settings: Pick<Settings, 'smtpUrl' | 'mailFrom' | 'wecomWebhook' | 'dingtalkWebhook' | 'dingtalkSecret'>,
  clock: Clock,
): Channels => ({
  ...(settings.smtpUrl === undefined ? {} : { email: new SmtpChannel(settings.smtpUrl, settings.mailFrom) }),
  ...(settings.wecomWebhook === undefined ? {} : { wecom: new WecomChannel(settings.wecomWebhook) }),
  ...(settings.dingtalkWebhook === undefined
    ? {}
    : { dingtalk: new DingtalkChannel(settings.dingtalkWebhook, settings.dingtalkSecret, clock) }),
});
