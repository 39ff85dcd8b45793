/**
 * Ends the servers and removes the folders of a test run when the run is over, however it ended.
 *
 * Reads lines `pid <number>` and `folder <path>` until its input closes: that happens also when jest is killed.
 */
import { rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

const pids = [];
const folders = [];
for await (const line of createInterface({ input: process.stdin })) {
  const [what, ...rest] = line.split(' ');
  if (what === 'pid') {
    pids.push(Number(rest[0]));
  } else {
    folders.push(rest.join(' '));
  }
}

/** SIGQUIT makes PostgreSQL leave at once, children and shared memory included; nobody will read this data again. */
const send = (pid, signal) => {
  try {
    process.kill(pid, signal);
    return true;
  } catch {
    return false;
  }
};
for (const pid of pids) {
  send(pid, 'SIGQUIT');
  for (let waited = 0; waited < 10_000 && send(pid, 0); waited += 50) {
    await sleep(50);
  }
  send(pid, 'SIGKILL');
}
await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true, maxRetries: 5 })));
