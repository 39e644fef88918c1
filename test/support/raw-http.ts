import { connect } from 'node:net';

/** Sends bytes as they are and gives back all that came until the other side closed, or `patienceMs` passed. */
export function exchangeRaw(url: string, bytes: string, patienceMs = 5_000): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    const chunks: Buffer[] = [];
    const tooLong = setTimeout(() => socket.destroy(), patienceMs);
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', reject);
    socket.on('close', () => {
      clearTimeout(tooLong);
      resolve(Buffer.concat(chunks).toString());
    });
  });
}

/** The parts of a raw answer. */
export function parseRaw(answer: string): { status: number; type: string; body: string } {
  const [head = '', ...rest] = answer.split('\r\n\r\n');
  return {
    status: Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1]),
    type: /^content-type: (.*)$/im.exec(head)?.[1] ?? '',
    body: rest.join('\r\n\r\n'),
  };
}
