import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A mail server whose answers the test chooses. */
export interface MailServer {
  /** For `SMTP_URL`. */
  url: string;
  /** Mails taken for an address, as they came. */
  to(email: string): string[];
  /** How often somebody tried to write to it. */
  attempts(email: string): number;
  /** Answers the next `times` tries to this address with an SMTP code: 4yz is later, 5yz is never. */
  refuse(email: string, code: number, times: number): void;
  forget(): void;
  stop(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
}

/** Starts one on a free port; without TLS and sign-in, as it never leaves this machine. */
export async function aMailServer(): Promise<MailServer> {
  const taken: { to: string; raw: string }[] = [];
  const tries: string[] = [];
  const refusals = new Map<string, { code: number; left: number }>();
  const make = (): SMTPServer =>
    new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      onRcptTo({ address }, _session, done) {
        tries.push(address);
        const refusal = refusals.get(address);
        if (!refusal || refusal.left <= 0) return done();
        refusal.left -= 1;
        done(Object.assign(new Error('not now'), { responseCode: refusal.code }));
      },
      onData(stream, session, done) {
        let raw = '';
        stream.on('data', (chunk: Buffer) => (raw += chunk.toString('utf8')));
        stream.on('end', () => {
          taken.push(...session.envelope.rcptTo.map(({ address }) => ({ to: address, raw })));
          done();
        });
      },
    });
  let server = make();
  const listen = async (port: number): Promise<number> => {
    const listening = server.listen(port, '127.0.0.1');
    await once(listening, 'listening');
    return (listening.address() as AddressInfo).port;
  };
  const stop = (): Promise<void> => new Promise((resolve) => server.close(() => resolve()));
  const port = await listen(0);
  return {
    url: `smtp://127.0.0.1:${port}`,
    to: (email) => taken.filter((mail) => mail.to === email).map((mail) => mail.raw),
    attempts: (email) => tries.filter((address) => address === email).length,
    refuse: (email, code, times) => void refusals.set(email, { code, left: times }),
    forget: () => {
      taken.length = 0;
      tries.length = 0;
      refusals.clear();
    },
    stop,
    start: async () => {
      server = make();
      await listen(port);
    },
    close: stop,
  };
}
