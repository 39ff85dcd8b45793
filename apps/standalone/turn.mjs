import { mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { say } from './progress.mjs';
import { root } from './run-program.mjs';

const HEARTBEAT_MS = 10_000;
/** A turn whose process shows no sign for so long is over, even if its number now is another process's. */
const SILENCE_MS = 15 * 60_000;

/**
 * Does work that two processes must not do at once in one checkout, such as installing; the second waits for the first.
 *
 * The work is handed `join`, to which it tells the processes that it starts: when this one is killed, they may live on,
 * and the turn is not over before they end.
 */
export const inTurn = async (work) => {
  const turn = join(root, 'dist/.turn');
  const pids = [process.pid];
  mkdirSync(join(root, 'dist'), { recursive: true });
  for (let told = false; !take(turn, pids); ) {
    if (isOver(turn)) {
      putAside(turn);
      continue;
    }
    if (!told) {
      say('Waiting for another start in this checkout to install and build …');
      told = true;
    }
    await sleep(300);
  }
  const heartbeat = setInterval(() => {
    try {
      utimesSync(turn, new Date(), new Date());
    } catch {
      // Somebody emptied dist; the work goes on.
    }
  }, HEARTBEAT_MS);
  try {
    return await work((pid) => {
      pids.push(pid);
      writeFileSync(turn, pids.join('\n'));
    });
  } finally {
    clearInterval(heartbeat);
    rmSync(turn, { force: true });
  }
};

const take = (turn, pids) => {
  try {
    writeFileSync(turn, pids.join('\n'), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') {
      throw error;
    }
    return false;
  }
};

const isOver = (turn) => {
  try {
    const isSilent = Date.now() - statSync(turn).mtimeMs > SILENCE_MS;
    const pids = readFileSync(turn, 'utf8').split('\n').filter(Boolean).map(Number);
    return isSilent || (pids.length > 0 && !pids.some(isAlive));
  } catch {
    return false;
  }
};

const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
};

/** Of two processes that see the same abandoned turn, one renames it; the other finds it gone and tries again. */
const putAside = (turn) => {
  const aside = `${turn}.${process.pid}`;
  try {
    renameSync(turn, aside);
  } catch {
    return;
  }
  rmSync(aside, { force: true });
};
