import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A proxy between a client and a server that a test can let misbehave. */
export interface TcpProxy {
  url: string;
  /** While set, requests pass and the answers do not: the connection breaks when the first answer comes. */
  cutAnswers(cut: boolean): void;
  /** Ends when the server has answered something that was cut. */
  answerWasCut(): Promise<void>;
  close(): Promise<void>;
}

export async function tcpProxy(target: string): Promise<TcpProxy> {
  const { hostname, port } = new URL(target);
  const open = new Set<Socket>();
  let cutting = false;
  let noteCut = (): void => undefined;
  const cut = new Promise<void>((resolve) => (noteCut = resolve));
  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket.on('close', () => open.delete(socket));
      socket.on('error', () => socket.destroy());
    }
    client.pipe(upstream);
    client.on('close', () => upstream.destroy());
    upstream.on('data', (chunk) => {
      if (!cutting) return void client.write(chunk);
      noteCut();
      client.destroy();
    });
    upstream.on('close', () => client.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cutAnswers: (on) => {
      cutting = on;
    },
    answerWasCut: () => cut,
    close: () =>
      new Promise((resolve) => {
        for (const socket of open) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
