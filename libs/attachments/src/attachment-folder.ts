import { createHash } from 'node:crypto';
import { existsSync, realpathSync } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { SettingError } from '@landfall/config';

/** A file in its place: how large it is and what its bytes hash to (SHA-256, hexadecimal). */
export interface StoredFile {
  readonly size: number;
  readonly sha256: string;
}

const HOUR_MS = 3_600_000;

/**
 * The folder in which the bytes of attachments lie, named by ids that the server gives: no name from outside ever becomes
 * a path.
 */
export class AttachmentFolder {
  /** Where uploads are received; they leave it when they are kept. */
  readonly incoming: string;

  /** @throws SettingError when the folder lies inside the data of a PostgreSQL */
  constructor(private readonly folder: string) {
    const database = clusterAround(whereItReallyIs(resolve(folder)));
    if (database !== undefined) {
      throw wrongFolder(`to lie outside the database's own folder, but ${folder} is inside ${database}`);
    }
    this.incoming = join(folder, 'incoming');
  }

  /**
   * Makes the folder, and removes what interrupted uploads left in it. Of several processes on one folder, one may be
   * receiving while another starts: what was written to within the last hour stays.
   *
   * @throws SettingError when the folder cannot be made
   */
  async open(now: Date): Promise<void> {
    await mkdir(this.incoming, { recursive: true, mode: 0o700 }).catch((error: Error) => {
      throw wrongFolder(`to be a folder that can be made and written, but ${this.folder} cannot be (${error.message})`);
    });
    for (const name of await readdir(this.incoming)) {
      const path = join(this.incoming, name);
      // Another process may have taken it away in between.
      const written = await stat(path).catch(() => undefined);
      if (written && now.getTime() - written.mtimeMs > HOUR_MS) await rm(path, { recursive: true, force: true });
    }
  }

  /** Moves a received file to its place for good; it survives a loss of power from then on. */
  async keep(received: string, id: string): Promise<StoredFile> {
    const stored = await hashAndSync(received);
    const place = this.placeOf(id);
    const shelf = dirname(place);
    if ((await mkdir(shelf, { recursive: true, mode: 0o700 })) !== undefined) await syncFolder(this.folder);
    await rename(received, place);
    await syncFolder(shelf);
    return stored;
  }

  /** Opens a stored file; undefined when it is not there any more. The stream closes it. */
  async read(id: string): Promise<NodeJS.ReadableStream | undefined> {
    const file = await open(this.placeOf(id), 'r').catch((error: NodeJS.ErrnoException): undefined => {
      if (error.code !== 'ENOENT') throw error;
    });
    return file?.createReadStream();
  }

  async remove(id: string): Promise<void> {
    await rm(this.placeOf(id), { force: true });
  }

  /** The last characters of an id are random, so its files spread evenly over 256 folders. */
  private placeOf(id: string): string {
    return join(this.folder, id.slice(-2), id);
  }
}

const hashAndSync = async (path: string): Promise<StoredFile> => {
  // Some systems write a file out only for whoever may write to it.
  const file = await open(path, 'r+');
  try {
    const hash = createHash('sha256');
    await pipeline(file.createReadStream({ autoClose: false }), hash);
    await file.sync();
    return { size: (await file.stat()).size, sha256: hash.digest('hex') };
  } finally {
    await file.close();
  }
};

/** A name lasts only when its folder is written out too; Windows knows no such thing. */
const syncFolder = async (folder: string): Promise<void> => {
  if (process.platform === 'win32') return;
  const handle: FileHandle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

const wrongFolder = (expected: string): SettingError =>
  new SettingError([{ name: 'LANDFALL_ATTACHMENT_DIR', sentence: `Expected LANDFALL_ATTACHMENT_DIR ${expected}.` }]);

/** A path with its links followed as far as it exists. */
const whereItReallyIs = (path: string): string => {
  let existing = path;
  while (!existsSync(existing) && existing !== dirname(existing)) existing = dirname(existing);
  return resolve(realpathSync(existing), path.slice(existing.length).replace(/^[\\/]+/, ''));
};

/** The PostgreSQL data folder that a folder lies in, if any. */
const clusterAround = (folder: string): string | undefined => {
  for (let place = folder; ; place = dirname(place)) {
    if (existsSync(join(place, 'PG_VERSION'))) return place;
    if (place === dirname(place)) return undefined;
  }
};
