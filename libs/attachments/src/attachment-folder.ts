import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync } from 'node:fs';
import { access, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** A file in its place: how large it is and what its bytes hash to (SHA-256, hexadecimal). */
export interface StoredFile {
  readonly size: number;
  readonly sha256: string;
}

/**
 * The folder in which the bytes of attachments lie, named by ids that the server gives: no name from outside ever becomes
 * a path.
 */
export class AttachmentFolder {
  /** Where uploads are received; they leave it when they are kept. */
  readonly incoming: string;

  /** @throws Error when the folder lies inside the data of a PostgreSQL, where nothing else may be */
  constructor(private readonly folder: string) {
    const database = clusterAround(resolve(folder));
    if (database !== undefined) {
      throw new Error(
        `Expected LANDFALL_ATTACHMENT_DIR to lie outside the database's own folder, but ${folder} is inside ${database}`,
      );
    }
    this.incoming = join(folder, 'incoming');
    mkdirSync(this.incoming, { recursive: true, mode: 0o700 });
  }

  /** Moves a received file to its place for good; it survives a loss of power from then on. */
  async keep(received: string, id: string): Promise<StoredFile> {
    const file = await open(received, 'r');
    try {
      const hash = createHash('sha256');
      const { size } = await file.stat();
      await pipeline(file.createReadStream({ autoClose: false }), hash);
      await file.sync();
      const place = this.placeOf(id);
      await mkdir(dirname(place), { recursive: true, mode: 0o700 });
      await rename(received, place);
      return { size, sha256: hash.digest('hex') };
    } finally {
      await file.close();
    }
  }

  async has(id: string): Promise<boolean> {
    return access(this.placeOf(id)).then(
      () => true,
      () => false,
    );
  }

  read(id: string): NodeJS.ReadableStream {
    return createReadStream(this.placeOf(id));
  }

  async remove(id: string): Promise<void> {
    await rm(this.placeOf(id), { force: true });
  }

  /** The last characters of an id are random, so its files spread evenly over 256 folders. */
  private placeOf(id: string): string {
    return join(this.folder, id.slice(-2), id);
  }
}

/** The PostgreSQL data folder that a folder lies in, if any. */
const clusterAround = (folder: string): string | undefined => {
  for (let place = folder; ; place = dirname(place)) {
    if (existsSync(join(place, 'PG_VERSION'))) return place;
    if (place === dirname(place)) return undefined;
  }
};
