import { rm, stat } from 'node:fs/promises';
import type { Clock } from '@landfall/clock';
import type { Database } from '@landfall/persistence';
import type { Actor } from '@landfall/process-definition';
import { v7 as uuid } from 'uuid';
import type { AttachmentFolder } from './attachment-folder';
import { mediaTypeOf } from './attachment-type';
import { refuse, tooLarge } from './refusal-texts';
import { safeFileName } from './safe-file-name';

/** What a paper lies with: a process, and perhaps one of its tasks. */
export interface Subject {
  readonly instanceId: string;
  readonly taskId: string | null;
}

export interface Attachment {
  readonly id: string;
  readonly fileName: string;
  readonly size: number;
  readonly mediaType: string;
  readonly author: { readonly accountId: string; readonly name: string };
  readonly at: string;
}

export type StoredAttachment = Attachment & Subject & { readonly sha256: string };

interface AttachmentRow {
  readonly id: string;
  readonly instance_id: string;
  readonly task_id: string | null;
  readonly file_name: string;
  readonly media_type: string;
  readonly size: number;
  readonly sha256: string;
  readonly author: string;
  readonly author_name: string;
  readonly created_at: Date;
}

/** Files that lie with processes and their tasks. Who may read or add them is for the caller to say. */
export class Attachments {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly folder: AttachmentFolder,
    private readonly limitBytes: number,
  ) {}

  /** Makes ready to receive; for a process that does, before the first upload. */
  async open(): Promise<void> {
    // The age of a file is told by the computer's clock, which wrote its time.
    await this.folder.open(new Date());
  }

  /** Where an upload is to be received and how large it may be. */
  get reception(): { readonly folder: string; readonly limitBytes: number } {
    return { folder: this.folder.incoming, limitBytes: this.limitBytes };
  }

  /**
   * Keeps a received file; a refused one is removed.
   *
   * @throws Rejection `ATTACHMENT.EMPTY` (422), `ATTACHMENT.TOO_LARGE` (413), `ATTACHMENT.TYPE_…` (415)
   */
  async add(
    author: Actor,
    subject: Subject,
    file: { readonly name: string; readonly path: string },
  ): Promise<Attachment> {
    try {
      const fileName = safeFileName(file.name);
      const { size } = await stat(file.path);
      if (size === 0) throw refuse('ATTACHMENT.EMPTY', 422);
      if (size > this.limitBytes) throw tooLarge(this.limitBytes);
      const mediaType = await mediaTypeOf(file.path, fileName);
      return await this.keep(author, subject, { fileName, mediaType, path: file.path });
    } finally {
      await this.discard(file.path);
    }
  }

  /** Removes a received file that is not going to be kept. */
  async discard(path: string): Promise<void> {
    await rm(path, { force: true });
  }

  ofTask(taskId: string): Promise<Attachment[]> {
    return this.list('task_id = $1', taskId);
  }

  /** All files of a process, those of its tasks as well. */
  ofInstance(instanceId: string): Promise<Attachment[]> {
    return this.list('instance_id = $1', instanceId);
  }

  /** @throws Rejection `ATTACHMENT.NOT_FOUND` (404) */
  async find(id: string): Promise<StoredAttachment> {
    const [row] = await this.database.query<AttachmentRow>('SELECT * FROM attachment WHERE id = $1', [id]);
    if (!row) throw refuse('ATTACHMENT.NOT_FOUND', 404);
    return { ...attachmentOf(row), instanceId: row.instance_id, taskId: row.task_id, sha256: row.sha256 };
  }

  /** @throws Rejection `ATTACHMENT.CONTENT_LOST` (410) when the folder does not have the bytes any more */
  async read(id: string): Promise<NodeJS.ReadableStream> {
    const content = await this.folder.read(id);
    if (content === undefined) throw refuse('ATTACHMENT.CONTENT_LOST', 410);
    return content;
  }

  /** The bytes are in place before the row says so; a row without bytes can not come about. */
  private async keep(
    author: Actor,
    { instanceId, taskId }: Subject,
    file: { readonly fileName: string; readonly mediaType: string; readonly path: string },
  ): Promise<Attachment> {
    const id = uuid();
    const { size, sha256 } = await this.folder.keep(file.path, id);
    const values = [id, instanceId, taskId, file.fileName, file.mediaType, size, sha256];
    try {
      const [row] = await this.database.query<AttachmentRow>(
        `INSERT INTO attachment (id, instance_id, task_id, file_name, media_type, size, sha256, author, author_name,
           author_unit, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) RETURNING *`,
        [...values, author.accountId, author.name, author.unit, this.clock.now()],
      );
      if (!row) throw new Error('An attachment was not stored');
      return attachmentOf(row);
    } catch (error) {
      await this.folder.remove(id);
      throw error;
    }
  }

  private async list(condition: string, value: string): Promise<Attachment[]> {
    const rows = await this.database.query<AttachmentRow>(`SELECT * FROM attachment WHERE ${condition} ORDER BY id`, [
      value,
    ]);
    return rows.map(attachmentOf);
  }
}

const attachmentOf = (row: AttachmentRow): Attachment => ({
  id: row.id,
  fileName: row.file_name,
  size: row.size,
  mediaType: row.media_type,
  author: { accountId: row.author, name: row.author_name },
  at: row.created_at.toISOString(),
});
