import type { Clock } from '@landfall/clock';
import type { Database, Transaction } from '@landfall/persistence';
import { type Actor, Rejection } from '@landfall/process-definition';
import { v7 as uuid } from 'uuid';
import type { MachineEvent } from '../operations';
import type { ProcessEngine } from '../process-engine';

/** What an incident is about, complete enough to try it again. */
export type IncidentSubject =
  | { readonly kind: 'event'; readonly instanceId: string; readonly event: MachineEvent; readonly actor: Actor }
  | { readonly kind: 'timer'; readonly instanceId: string; readonly timerId: string }
  | { readonly kind: 'job'; readonly messageId: string; readonly job: string };

export interface Incident {
  readonly id: string;
  readonly instanceId: string | null;
  readonly kind: IncidentSubject['kind'];
  readonly message: string;
  readonly state: 'open' | 'resolved';
  readonly createdAt: Date;
  readonly attempts: number;
  readonly resolvedAt: Date | null;
  readonly resolvedBy: string | null;
  readonly note: string | null;
}

interface IncidentRow {
  id: string;
  instance_id: string | null;
  kind: IncidentSubject['kind'];
  message: string;
  subject: IncidentSubject;
  state: 'open' | 'resolved';
  created_at: Date;
  attempts: number;
  resolved_at: Date | null;
  resolved_by: string | null;
  note: string | null;
}

/**
 * Keeps what the engine could not do by itself, for a person to try again or to settle.
 *
 * A rejection is an answer, not an incident. Faults are: a machine or handler that throws, a snapshot that no longer
 * fits, a job that failed at every attempt.
 */
export class Incidents {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly engine: Pick<ProcessEngine, 'send' | 'fireTimer'>,
  ) {}

  /** Records a fault; rejections and lost connections are not faults of the process. */
  async recordFault(error: unknown, subject: IncidentSubject): Promise<void> {
    if (error instanceof Rejection || isConnectionLoss(error)) return;
    const message = error instanceof Error ? error.message : String(error);
    await this.database.transaction(async (tx) => {
      if (subject.kind === 'timer') {
        await raiseRev(tx, subject.instanceId);
        await tx.query(`UPDATE timer SET state = 'failed', ended_at = $2 WHERE id = $1 AND state = 'armed'`, [
          subject.timerId,
          this.clock.now(),
        ]);
      }
      const known = await tx.query<{ id: string }>(
        `UPDATE incident SET attempts = attempts + 1, message = $2 WHERE state = 'open' AND subject = $1::jsonb RETURNING id`,
        [JSON.stringify(subject), message],
      );
      if (known.length > 0) return;
      await tx.query(
        `INSERT INTO incident (id, instance_id, kind, message, subject, state, created_at, attempts)
         VALUES ($1, (SELECT id FROM process_instance WHERE id = $2), $3, $4, $5, 'open', $6, 1)`,
        [
          uuid(),
          subject.kind === 'job' ? null : subject.instanceId,
          subject.kind,
          message,
          JSON.stringify(subject),
          this.clock.now(),
        ],
      );
    });
  }

  async list(options: { readonly state?: 'open' | 'resolved'; readonly limit?: number } = {}): Promise<Incident[]> {
    const rows = await this.database.query<IncidentRow>(
      'SELECT * FROM incident WHERE state = $1 ORDER BY created_at DESC, id DESC LIMIT $2',
      [options.state ?? 'open', options.limit ?? 100],
    );
    return rows.map(toIncident);
  }

  /**
   * Tries an open incident again; when that works it is resolved.
   *
   * @throws the fault or rejection of the new attempt; the incident then stays open
   */
  async retry(id: string, actor: Actor): Promise<Incident> {
    const { subject } = await this.openIncident(id);
    if (subject.kind === 'event') {
      await this.engine.send({ ...subject, clientKey: `incident:${id}` });
    } else if (subject.kind === 'timer') {
      await this.rearm(subject);
      if (!(await this.engine.fireTimer(subject.timerId))) {
        const again = await this.openIncident(id);
        const [timer] = await this.database.query<{ state: string }>('SELECT state FROM timer WHERE id = $1', [
          subject.timerId,
        ]);
        if (timer?.state === 'failed') throw stillFailing(again.message);
      }
    } else {
      await this.database.query(
        'UPDATE outbox_message SET relayed_at = NULL, failed_at = NULL WHERE id = $1 AND failed_at IS NOT NULL',
        [subject.messageId],
      );
    }
    return this.close(id, actor, null);
  }

  /** Settles an incident without trying again; the note says why that is right. */
  async resolve(id: string, actor: Actor, note: string): Promise<Incident> {
    await this.openIncident(id);
    return this.close(id, actor, note);
  }

  private async rearm({ timerId, instanceId }: Extract<IncidentSubject, { kind: 'timer' }>): Promise<void> {
    await this.database.transaction(async (tx) => {
      await raiseRev(tx, instanceId);
      await tx.query(`UPDATE timer SET state = 'armed', ended_at = NULL WHERE id = $1 AND state = 'failed'`, [timerId]);
    });
  }

  private async openIncident(id: string): Promise<IncidentRow> {
    const [row] = await this.database.query<IncidentRow>('SELECT * FROM incident WHERE id = $1', [id]);
    if (!row) {
      throw new Rejection({
        code: 'INCIDENT.NOT_FOUND',
        status: 404,
        message: 'Expected an incident, but there is none with this id',
      });
    }
    if (row.state !== 'open') {
      throw new Rejection({
        code: 'INCIDENT.ALREADY_RESOLVED',
        status: 409,
        message: 'Expected an open incident, but it is resolved',
      });
    }
    return row;
  }

  private async close(id: string, actor: Actor, note: string | null): Promise<Incident> {
    const [row] = await this.database.query<IncidentRow>(
      `UPDATE incident SET state = 'resolved', resolved_at = $2, resolved_by = $3, note = $4
       WHERE id = $1 AND state = 'open' RETURNING *`,
      [id, this.clock.now(), actor.accountId, note],
    );
    if (row) return toIncident(row);
    throw new Rejection({
      code: 'INCIDENT.ALREADY_RESOLVED',
      status: 409,
      message: 'Expected an open incident, but it is resolved',
    });
  }
}

/** Tells every process that keeps this instance to read it again; the instance's lock comes first, as in a commit. */
const raiseRev = (tx: Transaction, instanceId: string) =>
  tx.query('UPDATE process_instance SET rev = rev + 1 WHERE id = $1', [instanceId]);

const stillFailing = (message: string): Rejection =>
  new Rejection({
    code: 'INCIDENT.STILL_FAILING',
    status: 409,
    message: `Expected the incident to be over, but it failed again: ${message}`,
    params: { message },
  });

const toIncident = (row: IncidentRow): Incident => ({
  id: row.id,
  instanceId: row.instance_id,
  kind: row.kind,
  message: row.message,
  state: row.state,
  createdAt: row.created_at,
  attempts: row.attempts,
  resolvedAt: row.resolved_at,
  resolvedBy: row.resolved_by,
  note: row.note,
});

const isConnectionLoss = (error: unknown): boolean =>
  error instanceof Error &&
  (('code' in error && typeof error.code === 'string' && /^(57P|08|ECONN|EPIPE)/.test(error.code)) ||
    /Connection terminated|connection timeout/i.test(error.message));
