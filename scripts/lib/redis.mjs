import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { endProcess } from './processes.mjs';
import { redisProgram } from './redis-program.mjs';
import { lastLines, sleep } from './run.mjs';
import { Refusal } from './say.mjs';

const HOST = '127.0.0.1';
const PATIENCE_MS = 30_000;
const SHUTDOWN = [
  ['SIGTERM', 15_000],
  ['SIGKILL', 2_000],
];

/**
 * Starts a Redis on a folder of its own that writes down every command (append-only file) and listens on this machine alone.
 * @param {{dir: string, logFile: string, port: number, password: string, throwaway?: boolean}} options
 * @returns {Promise<{child: import('node:child_process').ChildProcess, url: string, stop(): Promise<void>}>}
 */
export async function startRedis({ dir, logFile, port, password, throwaway = false }) {
  const program = redisProgram();
  if (!program) throw new Refusal('No redis-server or valkey-server was found.');
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const configFile = path.join(dir, 'redis.conf');
  await endLeftOver(configFile);
  const config = {
    bind: HOST,
    port,
    dir: JSON.stringify(dir),
    requirepass: password,
    appendonly: throwaway ? 'no' : 'yes',
    save: '""',
    databases: throwaway ? 1024 : 16,
    'maxmemory-policy': 'noeviction',
    daemonize: 'no',
  };
  const lines = Object.entries(config).map(([name, value]) => `${name} ${value}\n`);
  writeFileSync(configFile, lines.join(''), { mode: 0o600 });

  const log = openSync(logFile, 'a', 0o600);
  const child = spawn(program, [configFile], { stdio: ['ignore', log, log] });
  closeSync(log);
  const answered = await whenAnswering(
    port,
    password,
    () => child.exitCode !== null || child.signalCode !== null,
  );
  if (!answered) {
    await endProcess(child.pid, SHUTDOWN);
    throw new Refusal(`Redis did not start (${logFile}):\n${lastLines(readFileSync(logFile, 'utf8'))}`);
  }
  return {
    child,
    url: `redis://:${password}@${HOST}:${port}`,
    stop: () => endProcess(child.pid, SHUTDOWN),
  };
}

async function whenAnswering(port, password, hasEnded) {
  const until = Date.now() + PATIENCE_MS;
  while (Date.now() < until && !hasEnded()) {
    if ((await ask(port, password, 'PING')).includes('+PONG')) return true;
    await sleep(25);
  }
  return false;
}

/** Stops a server that a killed start left behind: its configuration tells where it listens. */
async function endLeftOver(configFile) {
  if (!existsSync(configFile)) return;
  const text = readFileSync(configFile, 'utf8');
  const [port, password] = ['port', 'requirepass'].map(
    (name) => new RegExp(`^${name} (.+)$`, 'm').exec(text)?.[1],
  );
  if (!port || !password) return;
  await ask(Number(port), password, 'SHUTDOWN');
  const until = Date.now() + PATIENCE_MS;
  while (Date.now() < until && (await ask(Number(port), password, 'PING')).includes('+PONG')) await sleep(50);
}

/** Says one command and gives back what was answered to it and to the password; empty when nobody listens. */
function ask(port, password, command) {
  return new Promise((resolve) => {
    let answer = '';
    const socket = net.connect(port, HOST, () => socket.end(`AUTH ${password}\r\n${command}\r\n`));
    socket.setTimeout(2_000, () => socket.destroy());
    socket.on('data', (chunk) => (answer += chunk));
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(answer));
  });
}
