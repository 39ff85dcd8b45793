import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SettingError } from '@landfall/config';
import { AttachmentFolder } from './attachment-folder';

describe('AttachmentFolder', () => {
  let home: string;
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'landfall-attachment-folder-'));
  });
  afterAll(() => rm(home, { recursive: true }));

  it('never lies inside the data of a PostgreSQL, not by a link either', async () => {
    const cluster = join(home, 'cluster');
    await mkdir(join(cluster, 'base'), { recursive: true });
    await writeFile(join(cluster, 'PG_VERSION'), '18\n');
    await symlink(join(cluster, 'base'), join(home, 'innocent'));
    for (const folder of [cluster, join(cluster, 'deep', 'attachments'), join(home, 'innocent', 'attachments')]) {
      expect(() => new AttachmentFolder(folder)).toThrow(SettingError);
      expect(() => new AttachmentFolder(folder)).toThrow(/^Expected LANDFALL_ATTACHMENT_DIR to lie outside/);
    }
    expect((await readdir(cluster)).sort()).toEqual(['PG_VERSION', 'base']);
    expect(await readdir(join(cluster, 'base'))).toEqual([]);
  });

  it('has to be a folder', async () => {
    await writeFile(join(home, 'file'), '');
    await expect(new AttachmentFolder(join(home, 'file')).open(new Date())).rejects.toThrow(
      /^Expected LANDFALL_ATTACHMENT_DIR to be a folder/,
    );
  });

  it('is rid of what interrupted uploads left, but not of what is being received', async () => {
    const folder = new AttachmentFolder(join(home, 'attachments'));
    const now = new Date();
    await folder.open(now);
    const [left, running] = [join(folder.incoming, 'left'), join(folder.incoming, 'running')];
    await Promise.all([writeFile(left, 'half'), writeFile(running, 'half')]);
    const old = new Date(now.getTime() - 2 * 3_600_000);
    await utimes(left, old, old);
    await folder.open(now);
    expect(existsSync(left)).toBe(false);
    expect(existsSync(running)).toBe(true);
  });
});
