import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { ManualClock } from '@landfall/clock';
import { Database } from '@landfall/persistence';
import type { Actor } from '@landfall/process-definition';
import { v7 as uuid } from 'uuid';
import writeXlsxFile from 'write-excel-file/node';
import { createTestDatabase, type TestDatabase } from '../../../test/environment/test-database';
import { AttachmentFolder } from './attachment-folder';
import { Attachments } from './attachments';
import { tooLarge } from './refusal-texts';

const AUTHOR: Actor = { accountId: 'd01.specialist', name: '李伟', unit: 'D01', groups: ['D01.specialist'] };
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');

/** An archive with one empty entry `a`. */
const ZIP = Buffer.from(
  'UEsDBAoAAAAAAAAAIQAAAAAAAAAAAAAAAAABAAAAYVBLAQIUAAoAAAAAAAAAIQAAAAAAAAAAAAAAAAABAAAAAAAAAAAAAAAAAAAAAABhUEsFBgAAAAABAAEALwAAAB8AAAAAAA==',
  'base64',
);
const JPEG = Buffer.from('/9j/4AAQSkZJRgABAQEASABIAAD/2Q==', 'base64');

describe('attachments', () => {
  let testDatabase: TestDatabase;
  let database: Database;
  let home: string;
  let attachments: Attachments;
  const instanceId = uuid();
  const subject = { instanceId, taskId: null };

  beforeAll(async () => {
    testDatabase = await createTestDatabase();
    database = new Database({ url: testDatabase.url });
    home = await mkdtemp(join(tmpdir(), 'landfall-attachments-'));
    const clock = new ManualClock(new Date('2026-11-23T02:00:00Z'));
    attachments = new Attachments(database, clock, new AttachmentFolder(join(home, 'attachments')), 1024 * 1024);
    await attachments.open();
    await database.query(`INSERT INTO process_definition (key, version, hash) VALUES ('paper', 1, 'x')`);
    await database.query(
      `INSERT INTO process_instance (id, definition_key, definition_version, snapshot, rev, status, states, tags, started_by,
         started_at, updated_at) VALUES ($1, 'paper', 1, '{}', 1, 'active', '{}', '{}', 'x', now(), now())`,
      [instanceId],
    );
  });
  afterAll(async () => {
    await database.close();
    await testDatabase.drop();
    await rm(home, { recursive: true });
  });

  const receive = async (name: string, bytes: Buffer | string) => {
    const path = join(attachments.reception.folder, uuid());
    await writeFile(path, bytes);
    return attachments.add(AUTHOR, subject, { name, path });
  };
  const received = () => readdir(attachments.reception.folder);

  it('keeps a file and gives the same bytes back', async () => {
    const attachment = await receive('投资协议.pdf', PDF);
    expect(attachment).toMatchObject({
      fileName: '投资协议.pdf',
      mediaType: 'application/pdf',
      size: PDF.length,
      author: { accountId: 'd01.specialist', name: '李伟' },
      at: '2026-11-23T02:00:00.000Z',
    });
    expect(await text(await attachments.read(attachment.id))).toBe(PDF.toString());
    expect(await attachments.find(attachment.id)).toMatchObject({
      instanceId,
      taskId: null,
      sha256: expect.stringMatching(/^[\da-f]{64}$/),
    });
    expect(await attachments.ofInstance(instanceId)).toContainEqual(attachment);
    expect(await received()).toEqual([]);
  });

  it.each([
    ['photo.png', () => PNG, 'image/png'],
    ['名单.csv', () => Buffer.from('名称,金额\n甲,1\n'), 'text/csv'],
    ['note.TXT', () => Buffer.from([0xb1, 0xb8, 0xd7, 0xa2]), 'text/plain'],
    ['BM-units.csv', () => Buffer.from('BM,1\n'), 'text/csv'],
    // A character of three bytes lies across every border of the pieces that are read.
    ['long.txt', () => Buffer.from(`a${'滨'.repeat(100_000)}`), 'text/plain'],
    ['long-gb18030.txt', () => Buffer.from(`a${'\xb1\xf5'.repeat(100_000)}`, 'latin1'), 'text/plain'],
    ['archive.zip', () => ZIP, 'application/zip'],
    ['picture.jpeg', () => JPEG, 'image/jpeg'],
  ])('takes %s for what it is', async (name, bytes, mediaType) => {
    expect(await receive(name, bytes())).toMatchObject({ mediaType });
  });

  it('takes a workbook', async () => {
    const workbook = await writeXlsxFile([[{ value: 'x' }]] as never).toBuffer();
    expect(await receive('台账.xlsx', workbook)).toMatchObject({ mediaType: expect.stringContaining('spreadsheetml') });
    await expect(receive('台账.docx', workbook)).rejects.toMatchObject({ code: 'ATTACHMENT.TYPE_MISMATCH' });
  });

  it.each([
    ['run.exe', Buffer.from('MZ'), 'ATTACHMENT.TYPE_NOT_ALLOWED', 415],
    ['page.html', Buffer.from('<script>'), 'ATTACHMENT.TYPE_NOT_ALLOWED', 415],
    ['no-ending', Buffer.from('x'), 'ATTACHMENT.TYPE_NOT_ALLOWED', 415],
    ['photo.pdf', PNG, 'ATTACHMENT.TYPE_MISMATCH', 415],
    ['fake.png', Buffer.from('hello'), 'ATTACHMENT.TYPE_MISMATCH', 415],
    ['fake.txt', PNG, 'ATTACHMENT.TYPE_MISMATCH', 415],
    ['plain.txt', PDF, 'ATTACHMENT.TYPE_MISMATCH', 415],
    ['plain.docx', ZIP, 'ATTACHMENT.TYPE_MISMATCH', 415],
    ['report.pdf.exe', PDF, 'ATTACHMENT.TYPE_NOT_ALLOWED', 415],
    ['x.constructor', PDF, 'ATTACHMENT.TYPE_NOT_ALLOWED', 415],
    ['late.txt', Buffer.concat([Buffer.alloc(200_000, 'a'), Buffer.of(0)]), 'ATTACHMENT.TYPE_MISMATCH', 415],
    ['binary.csv', Buffer.from([1, 2, 3, 0, 5]), 'ATTACHMENT.TYPE_MISMATCH', 415],
    ['empty.txt', Buffer.alloc(0), 'ATTACHMENT.EMPTY', 422],
    ['large.txt', Buffer.alloc(1024 * 1024 + 1, 'a'), 'ATTACHMENT.TOO_LARGE', 413],
  ])('refuses %s and leaves nothing behind', async (name, bytes, code, status) => {
    const before = await attachments.ofInstance(instanceId);
    await expect(receive(name, bytes)).rejects.toMatchObject({ code, status });
    expect(await attachments.ofInstance(instanceId)).toEqual(before);
    expect(await received()).toEqual([]);
  });

  it('leaves no bytes behind when the row is refused', async () => {
    const path = join(attachments.reception.folder, uuid());
    await writeFile(path, PDF);
    const nowhere = { instanceId: uuid(), taskId: null };
    const files = async () => (await readdir(join(home, 'attachments'), { recursive: true })).sort();
    const before = new Set(await files());
    await expect(attachments.add(AUTHOR, nowhere, { name: 'a.pdf', path })).rejects.toThrow();
    expect((await files()).filter((file) => !before.has(file) && file.length > 2)).toEqual([]);
  });

  it('keeps the same file twice without mixing the two', async () => {
    const [first, second] = await Promise.all([receive('a.pdf', PDF), receive('a.pdf', PDF)]);
    expect(first.id).not.toBe(second.id);
    const [one, other] = await Promise.all([attachments.find(first.id), attachments.find(second.id)]);
    expect(one.sha256).toBe(other.sha256);
  });

  it('says the limit as the setting is written', async () => {
    const path = join(attachments.reception.folder, uuid());
    await writeFile(path, 'abc');
    const folder = new AttachmentFolder(join(home, 'attachments'));
    const clock = new ManualClock(new Date());
    const narrow = (limit: number) => new Attachments(database, clock, folder, limit);
    await expect(narrow(2).add(AUTHOR, subject, { name: 'a.txt', path })).rejects.toMatchObject({
      code: 'ATTACHMENT.TOO_LARGE',
    });
    expect(tooLarge(20_000_000).message).toContain('at most 20 MB');
    expect(tooLarge(500_000).message).toContain('at most 500 kB');
  });

  it('knows no attachment that there is not', async () => {
    await expect(attachments.find(uuid())).rejects.toMatchObject({ code: 'ATTACHMENT.NOT_FOUND', status: 404 });
  });

  it('says when the bytes are gone', async () => {
    const { id } = await receive('a.pdf', PDF);
    await rm(join(home, 'attachments', id.slice(-2), id));
    await expect(attachments.read(id)).rejects.toMatchObject({ code: 'ATTACHMENT.CONTENT_LOST', status: 410 });
  });
});
