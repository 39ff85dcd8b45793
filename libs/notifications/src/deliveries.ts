import type { Clock } from '@landfall/clock';
import type { Database } from '@landfall/persistence';
import type { LocalizedText } from '@landfall/process-definition';
import { type ChannelMessage, type Channels, GROUP_CHAT, type OutsideChannel } from './channels/channel';
import { preferencesOf } from './preferences';
import type { Recipients } from './recipients';

/** The job that sends one delivery. */
export const DELIVER = 'notifications.deliver';

/** The steps of sending one delivery, in order; tests stop the world at each of them. */
export type DeliveryStep = 'claimed' | 'accepted' | 'marked';

export interface DeliveriesOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly channels: Channels;
  readonly recipients: Pick<Recipients, 'address'>;
  /** The address at which people open Landfall. */
  readonly publicUrl?: string | undefined;
  /** How long a claimed delivery is left to whoever claimed it (default two minutes). */
  readonly leaseMs?: number | undefined;
  /** Told when a delivery failed for good. */
  readonly onFailed?: ((error: unknown) => void) | undefined;
  readonly onStep?: ((step: DeliveryStep) => void) | undefined;
}

interface ClaimedRow {
  id: string;
  account: string;
  channel: OutsideChannel;
  attempts: number;
  urgency: 'normal' | 'urgent';
  title: LocalizedText;
  body: LocalizedText | null;
  link: string | null;
}

const LEASE_MS = 120_000;
const MINUTE_MS = 60_000;
/** The pauses before the second, third … attempt; after the last one a delivery has failed. */
const PAUSES_MS = [1, 5, 15, 60, 240].map((minutes) => minutes * MINUTE_MS);
const LONGEST_ERROR = 300;

/**
 * Sends what is to leave the house: claims a delivery for a while, sends it, marks it.
 *
 * What is guaranteed: a delivery that is due is sent at least once, because a claim that was not followed by a mark runs out
 * and the sweeper claims again. It is sent a second time only when the process dies, or loses the database, after the
 * receiver has taken the message and before it is marked; an e-mail then carries the same Message-ID as before, a robot's
 * message shows twice in the chat. In the page nothing is ever twice: there the row is the notice.
 */
export class Deliveries {
  constructor(private readonly options: DeliveriesOptions) {}

  /** Sends one delivery that is due; answers false when there was nothing to do or it did not work. */
  async deliver(id: string): Promise<boolean> {
    const delivery = await this.claim(id);
    if (!delivery) return false;
    this.options.onStep?.('claimed');
    try {
      await this.send(delivery);
    } catch (error) {
      await this.postpone(delivery, error);
      return false;
    }
    this.options.onStep?.('accepted');
    await this.options.database.query(
      `UPDATE notice_delivery SET state = 'sent', sent_at = $3, lease_until = NULL, last_error = NULL
       WHERE id = $1 AND state = 'sending' AND attempts = $2`,
      [delivery.id, delivery.attempts, this.options.clock.now()],
    );
    this.options.onStep?.('marked');
    return true;
  }

  /** Sends everything that is due, whatever became of its jobs; answers how many were sent. */
  async sweep(): Promise<number> {
    let sent = 0;
    for (;;) {
      const due = await this.options.database.query<{ id: string }>(
        `SELECT id FROM notice_delivery
         WHERE state IN ('waiting', 'sending') AND due_at <= $1 AND (state = 'waiting' OR lease_until < $1)
         ORDER BY due_at, id LIMIT $2`,
        [this.options.clock.now(), PAGE],
      );
      // Each try moves its row on (sent, postponed or failed), so that a page never comes twice.
      const results = await inTurns(due, LANES, ({ id }) => this.deliver(id));
      sent += results.filter(Boolean).length;
      if (due.length < PAGE) return sent;
    }
  }

  private async claim(id: string): Promise<ClaimedRow | undefined> {
    const now = this.options.clock.now();
    const [row] = await this.options.database.query<ClaimedRow>(
      `UPDATE notice_delivery AS delivery
       SET state = 'sending', attempts = attempts + 1, lease_until = $3
       FROM notice
       WHERE delivery.id = $1 AND notice.id = delivery.notice_id AND delivery.channel <> 'page' AND delivery.due_at <= $2
         AND (delivery.state = 'waiting' OR (delivery.state = 'sending' AND delivery.lease_until < $2))
       RETURNING delivery.id, delivery.account, delivery.channel, delivery.attempts, notice.urgency, notice.title,
         notice.body, notice.link`,
      [id, now, new Date(now.getTime() + (this.options.leaseMs ?? LEASE_MS))],
    );
    return row;
  }

  private async send(delivery: ClaimedRow): Promise<void> {
    const channel = this.options.channels[delivery.channel];
    if (!channel) throw new Error(`Channel '${delivery.channel}' is not set up any more`);
    await channel.send(await this.messageOf(delivery));
  }

  private async messageOf({ id, account, title, body, link, urgency }: ClaimedRow): Promise<ChannelMessage> {
    const { publicUrl } = this.options;
    const isChat = account === GROUP_CHAT;
    const to = isChat ? null : await this.addressOf(account);
    if (to === undefined) throw new Error('The person has no e-mail address any more');
    return {
      id,
      to,
      title,
      body: isChat ? null : body,
      link: link === null || publicUrl === undefined ? null : new URL(link, publicUrl).href,
      urgent: urgency === 'urgent',
    };
  }

  private async addressOf(account: string): Promise<string | undefined> {
    const chosen = (await preferencesOf(this.options.database, [account])).get(account)?.email;
    return chosen ?? (await this.options.recipients.address?.(account));
  }

  private async postpone(delivery: ClaimedRow, error: unknown): Promise<void> {
    const pause = PAUSES_MS[delivery.attempts - 1];
    const now = this.options.clock.now();
    await this.options.database.query(
      `UPDATE notice_delivery SET state = $3, due_at = $4, lease_until = NULL, last_error = $5
       WHERE id = $1 AND state = 'sending' AND attempts = $2`,
      [
        delivery.id,
        delivery.attempts,
        pause === undefined ? 'failed' : 'waiting',
        new Date(now.getTime() + (pause ?? 0)),
        (error instanceof Error ? error.message : String(error)).slice(0, LONGEST_ERROR),
      ],
    );
    if (pause === undefined) this.options.onFailed?.(error);
  }
}

const PAGE = 100;
const LANES = 4;

/** Works on several things at once, but not on all. */
const inTurns = async <Item, Result>(
  items: readonly Item[],
  lanes: number,
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> => {
  const results: Result[] = [];
  const rest = [...items];
  const lane = async () => {
    for (let item = rest.shift(); item !== undefined; item = rest.shift()) results.push(await work(item));
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
};
