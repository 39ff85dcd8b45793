import { Client } from 'pg';
import { Clock } from './clock';

const CHANNEL = 'landfall_demo_clock';
/** The other processes hear of a move at once; should the telling be lost, they look so often. */
const LOOK_AGAIN_MS = 1_000;

/**
 * The clock of a demonstration: another clock's time and an offset that lies in the database, so that all processes of an
 * installation agree. It is moved forward and never back.
 */
export class DemoClock extends Clock {
  private offsetMs: number | undefined;
  private latest = 0;
  private isOpen = false;
  private client: Client | undefined;
  private looking: NodeJS.Timeout | undefined;
  private connecting: Promise<void> | undefined;

  constructor(
    private readonly databaseUrl: string,
    private readonly base: Clock,
  ) {
    super();
  }

  /**
   * Reads the offset and follows it until the clock is closed.
   *
   * @param beginning where a demonstration begins that has no offset yet, also before the other clock's time
   */
  async open(beginning?: Date): Promise<void> {
    await this.connect();
    if (beginning) await this.begin(beginning);
    this.isOpen = true;
    this.looking = setInterval(() => void this.look().catch(() => undefined), LOOK_AGAIN_MS);
    this.looking.unref();
  }

  now(): Date {
    // Whoever asks before it is open hears the other clock, and does not keep a demonstration from beginning earlier.
    if (!this.isOpen) return this.base.now();
    this.latest = Math.max(this.latest, this.base.now().getTime() + this.offset);
    return new Date(this.latest);
  }

  /** How far it is ahead, in milliseconds. */
  get offset(): number {
    return this.offsetMs ?? 0;
  }

  /** Moves the time of all processes forward to an instant; one that has passed changes nothing. */
  async moveTo(instant: Date): Promise<void> {
    const offset = Math.ceil(instant.getTime() - this.base.now().getTime());
    await this.connect();
    const result = await this.client?.query<{ offset_ms: string }>(
      `INSERT INTO demo_clock (offset_ms) VALUES (greatest($1::bigint, 0))
       ON CONFLICT (id) DO UPDATE SET offset_ms = greatest(demo_clock.offset_ms, $1::bigint) RETURNING offset_ms`,
      [offset],
    );
    if (!result) throw new Error('Expected the clock of the demonstration to reach the database, but it is closed');
    this.take(result.rows[0]?.offset_ms);
    await this.client?.query(`NOTIFY ${CHANNEL}`);
  }

  async close(): Promise<void> {
    clearInterval(this.looking);
    await this.connecting?.catch(() => undefined);
    const { client } = this;
    this.client = undefined;
    await client?.end().catch(() => undefined);
  }

  private async look(): Promise<void> {
    await this.connect();
    const result = await this.client?.query<{ offset_ms: string }>('SELECT offset_ms FROM demo_clock');
    this.take(result?.rows[0]?.offset_ms);
  }

  private async begin(at: Date): Promise<void> {
    const offset = Math.ceil(at.getTime() - this.base.now().getTime());
    await this.client?.query('INSERT INTO demo_clock (offset_ms) VALUES ($1) ON CONFLICT (id) DO NOTHING', [offset]);
    await this.look();
  }

  private take(offset: string | undefined): void {
    if (offset === undefined) return;
    this.offsetMs = Math.max(this.offsetMs ?? Number.NEGATIVE_INFINITY, Number(offset));
  }

  /** A connection that broke is made anew by whoever needs it next. */
  private async connect(): Promise<void> {
    if (this.client) return;
    this.connecting ??= this.reach().finally(() => {
      this.connecting = undefined;
    });
    await this.connecting;
  }

  private async reach(): Promise<void> {
    const client = new Client({
      connectionString: this.databaseUrl,
      application_name: 'landfall-demo-clock',
      keepAlive: true,
    });
    const lose = () => {
      if (this.client === client) this.client = undefined;
    };
    client.on('error', lose);
    client.on('end', lose);
    client.on('notification', () => void this.look().catch(() => undefined));
    await client.connect();
    await client.query(`LISTEN ${CHANNEL}`);
    const { rows } = await client.query<{ offset_ms: string }>('SELECT offset_ms FROM demo_clock');
    this.take(rows[0]?.offset_ms);
    this.client = client;
  }
}
