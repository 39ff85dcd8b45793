import type { LocalizedText } from '@landfall/process-definition';

/** The ways out of the house. */
export const OUTSIDE_CHANNELS = ['email', 'wecom', 'dingtalk'] as const;

export type OutsideChannel = (typeof OUTSIDE_CHANNELS)[number];

/** One notice on its way to one place. */
export interface ChannelMessage {
  /** The delivery's id; the same at every attempt, so that a receiver can tell a repetition. */
  readonly id: string;
  /** The e-mail address; null for a group chat. */
  readonly to: string | null;
  readonly title: LocalizedText;
  /** Null for a group chat: there the title has to do. */
  readonly body: LocalizedText | null;
  /** An absolute address, when the installation knows its own. */
  readonly link: string | null;
  readonly urgent: boolean;
}

/** One way out of the house. `send` resolves when the receiver has taken the message and throws when it has not. */
export interface Channel {
  send(message: ChannelMessage): Promise<void>;
  close?(): void;
}

/** The channels that are set up. */
export type Channels = Readonly<Partial<Record<OutsideChannel, Channel>>>;

/** A delivery to a channel that is one group chat belongs to nobody in particular. */
export const GROUP_CHAT = '*';

/** How long a receiver may take; shorter than the lease under which a message is sent. */
export const SEND_TIMEOUT_MS = 20_000;
