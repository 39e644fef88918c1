import net from 'node:net';

const HEAD_END = Buffer.from('\r\n\r\n');

/** A request as bytes, ready to be sent again and again. */
export function request(method, target, headers = {}) {
  const all = { Host: 'localhost:3000', ...headers, ...(method === 'GET' ? {} : { 'Content-Length': '0' }) };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`${method} ${target} HTTP/1.1\r\n${lines.join('')}\r\n`);
}

/**
 * Connections that stay open and ask one thing after the other. Lean on purpose: it shares the machine with what it
 * measures, and every cycle it takes makes a slow server look better.
 */
export class Load {
  /** @param {number} count how many ask at a time */
  constructor(port, count) {
    this.port = port;
    this.count = count;
  }

  /** Answers per second while all connections ask for what `next` gives. Anything but 2xx is a fault. */
  perSecond(milliseconds, next) {
    return this.#connected(async (connections) => {
      const began = process.hrtime.bigint();
      let running = true;
      let answers = 0;
      const timer = setTimeout(() => (running = false), milliseconds);
      const ask = async (connection) => {
        while (running) {
          required2xx(await connection.ask(next()));
          answers += 1;
        }
      };
      await Promise.all(connections.map(ask));
      clearTimeout(timer);
      return answers / secondsSince(began);
    });
  }

  /** Sends each request once, as many at a time as there are connections; the answers and their times in order, and the rate. */
  all(requests) {
    return this.#connected(async (connections) => {
      const began = process.hrtime.bigint();
      const answers = new Array(requests.length);
      const milliseconds = new Array(requests.length);
      let at = 0;
      const ask = async (connection) => {
        while (at < requests.length) {
          const place = at++;
          const asked = process.hrtime.bigint();
          answers[place] = required2xx(await connection.ask(requests[place]));
          milliseconds[place] = secondsSince(asked) * 1_000;
        }
      };
      await Promise.all(connections.map(ask));
      return { answers, milliseconds, perSecond: requests.length / secondsSince(began) };
    });
  }

  /** Opened anew each time, before the clock runs: a server closes what has been idle for some seconds. */
  async #connected(use) {
    const connections = await Promise.all(
      Array.from({ length: this.count }, () => Connection.open(this.port)),
    );
    try {
      return await use(connections);
    } finally {
      connections.forEach((connection) => connection.close());
    }
  }
}

export const secondsSince = (began) => Number(process.hrtime.bigint() - began) / 1e9;

class Connection {
  #socket;
  #received = Buffer.alloc(0);
  #waiting;

  constructor(socket) {
    this.#socket = socket;
    socket.setNoDelay(true);
    socket.on('data', (chunk) => this.#take(chunk));
    socket.on('close', () => this.#waiting?.reject(new Error('The server closed the connection.')));
    socket.on('error', () => undefined);
  }

  static open(port) {
    return new Promise((resolve, reject) => {
      const socket = net.connect(port, '127.0.0.1');
      socket.once('error', reject);
      socket.once('connect', () => resolve(new Connection(socket)));
    });
  }

  /** @returns {Promise<{status: number, body: Buffer}>} */
  ask(bytes) {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#socket.write(bytes);
    });
  }

  close() {
    this.#socket.destroy();
  }

  #take(chunk) {
    this.#received = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk]);
    const headEnd = this.#received.indexOf(HEAD_END);
    if (headEnd < 0) return;
    const head = this.#received.latin1Slice(0, headEnd);
    const length = Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? 0);
    const end = headEnd + HEAD_END.length + length;
    if (this.#received.length < end) return;
    const body = this.#received.subarray(headEnd + HEAD_END.length, end);
    this.#received = this.#received.subarray(end);
    if (!this.#waiting) throw new Error(`An answer that nobody asked for: ${head}`);
    const { resolve } = this.#waiting;
    this.#waiting = undefined;
    resolve({ status: Number(head.slice(9, 12)), body });
  }
}

function required2xx(answer) {
  if (answer.status >= 200 && answer.status < 300) return answer;
  throw new Error(`The server answered ${answer.status}: ${answer.body.toString().slice(0, 500)}`);
}
