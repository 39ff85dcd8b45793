import type { Database, Sql } from '@landfall/persistence';
import { Client } from 'pg';

/** Why a page looks again: something arrived, something was read elsewhere, or some tellings may have been lost. */
export type NoticeChange = 'new' | 'read' | 'unsure';

type Listener = (change: NoticeChange) => void;

const CHANNEL = 'landfall_notice';
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 10_000;

/** Tells the open pages of accounts, in all processes, that their notices have changed; it counts from the commit on. */
export const tellPages = async (
  sql: Sql,
  accounts: readonly string[],
  change: Exclude<NoticeChange, 'unsure'>,
): Promise<void> => {
  if (accounts.length === 0) return;
  await sql.query(
    `SELECT pg_notify('${CHANNEL}', jsonb_build_object('account', account, 'change', $2::text)::text)
     FROM unnest($1::text[]) AS account`,
    [accounts, change],
  );
};

/**
 * Hears from PostgreSQL whose notices have changed, on one connection for all open pages of this process. The connection is
 * made when the first page opens; one that breaks is made anew, and then every page is told to look again.
 */
export class NoticeStream {
  private readonly listeners = new Map<string, Set<Listener>>();
  private client: Client | undefined;
  private connecting: Promise<void> | undefined;
  private closed = false;
  private pauseMs = FIRST_PAUSE_MS;
  private retry: NodeJS.Timeout | undefined;

  constructor(private readonly database: Pick<Database, 'options'>) {}

  /** Calls back at every change of an account's notices, until the function it answers is called. */
  async listen(account: string, listener: Listener): Promise<() => void> {
    const listeners = this.listeners.get(account) ?? new Set();
    this.listeners.set(account, listeners.add(listener));
    await this.connect();
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.listeners.get(account) === listeners) this.listeners.delete(account);
    };
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.retry);
    this.listeners.clear();
    await this.connecting;
    await this.client?.end().catch(() => {});
    this.client = undefined;
  }

  private connect(): Promise<void> {
    if (this.client || this.closed) return Promise.resolve();
    this.connecting ??= this.open().finally(() => {
      this.connecting = undefined;
    });
    return this.connecting;
  }

  private async open(): Promise<void> {
    const client = new Client({
      connectionString: this.database.options.url,
      application_name: 'landfall-notices',
      keepAlive: true,
    });
    const lose = () => {
      if (this.client !== client) return;
      this.client = undefined;
      this.reconnect();
    };
    client.on('error', lose);
    client.on('end', lose);
    client.on('notification', ({ payload }) => this.hear(payload));
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNEL}`);
      this.client = client;
      this.pauseMs = FIRST_PAUSE_MS;
    } catch {
      await client.end().catch(() => {});
      this.reconnect();
    }
  }

  private reconnect(): void {
    if (this.closed) return;
    clearTimeout(this.retry);
    this.retry = setTimeout(() => {
      void this.connect().then(() => {
        if (this.client) for (const account of this.listeners.keys()) this.tell(account, 'unsure');
      });
    }, this.pauseMs);
    this.pauseMs = Math.min(this.pauseMs * 2, LONGEST_PAUSE_MS);
  }

  private hear(payload: string | undefined): void {
    const told = JSON.parse(payload ?? '{}') as { account?: string; change?: NoticeChange };
    if (told.account !== undefined) this.tell(told.account, told.change ?? 'unsure');
  }

  private tell(account: string, change: NoticeChange): void {
    for (const listener of this.listeners.get(account) ?? []) listener(change);
  }
}
