import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { PlainError } from './run-program.mjs';

/**
 * The port to listen on: the one that was asked for, or else the first free one from 3000 on.
 *
 * Answers `{ port, sentence }`; the sentence is there when it is not the usual one. What PORT holds is checked with all
 * other settings later; what is no port is left for then.
 */
export const choosePort = async ({ PORT: asked, HOST: host }) => {
  if (asked) {
    const port = /^\d+$/.test(asked) ? Number(asked) : 0;
    if (port > 0 && port < 65_536 && !(await becomesFree(port, host))) {
      throw new PlainError(
        `Expected port ${port} to be free, because PORT asks for it, but another program listens there.`,
      );
    }
    return { port: asked };
  }
  for (let port = USUAL_PORT; port < USUAL_PORT + 200; port += 1) {
    if (await (port === USUAL_PORT ? becomesFree(port, host) : isFree(port, host))) {
      return port === USUAL_PORT
        ? { port: String(port) }
        : { port: String(port), sentence: `Port ${USUAL_PORT} is taken by another program, so Landfall uses ${port}.` };
    }
  }
  throw new PlainError(`Expected a free port from ${USUAL_PORT} to ${USUAL_PORT + 199}, but all are taken; set PORT.`);
};

const USUAL_PORT = 3000;

/** A Landfall that was just told to stop needs a moment to finish what it does. */
const GRACE_MS = 3_000;

const becomesFree = async (port, host) => {
  for (let waited = 0; waited < GRACE_MS; waited += 150) {
    if (await isFree(port, host)) {
      return true;
    }
    await sleep(150);
  }
  return false;
};

/** Free on the address itself and on all others: a browser that is told `localhost` may try any of them. */
const isFree = async (port, host) => (await canListen(port)) && (!host || (await canListen(port, host)));

const canListen = (port, host) =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', (error) => {
      if (error.code === 'EACCES') {
        reject(
          new PlainError(`Expected to listen on port ${port}, but this user may not; set PORT to one above 1023.`),
        );
      } else {
        // An address that is not this computer's is the server's to refuse: it knows the setting.
        resolve(error.code !== 'EADDRINUSE');
      }
    });
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)));
  });
