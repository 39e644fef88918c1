import { spawn } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { commandOf, endProcess, isAlive } from './processes.mjs';
import { preparePortalDatabase, whenAnswering } from './postgres-roles.mjs';
import { postgresBinaries } from './postgres-binaries.mjs';
import { postgresOwner } from './postgres-owner.mjs';
import { lastLines, run } from './run.mjs';
import { Refusal } from './say.mjs';

const HOST = '127.0.0.1';
const FAST_SHUTDOWN = [
  ['SIGINT', 20_000],
  ['SIGQUIT', 5_000],
  ['SIGKILL', 2_000],
];
// A test cluster lives for one run: what protects data against a power cut only costs time there.
const THROWAWAY = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'max_wal_size=2GB',
  'max_connections=400',
];

/**
 * Starts the embedded PostgreSQL on a folder of its own, making the cluster, the portal's role and its database the first time.
 * @param {{dir: string, logFile: string, port: number, secrets: object, throwaway?: boolean}} options
 * @returns {Promise<{child: import('node:child_process').ChildProcess, url: string, stop(): Promise<void>}>}
 */
export async function startPostgres({ dir, logFile, port, secrets, throwaway = false }) {
  const owner = postgresOwner(dir, await postgresBinaries());
  if (!existsSync(path.join(dir, 'PG_VERSION'))) await makeCluster(dir, owner, secrets, throwaway);
  await refuseOtherVersion(dir, owner.programs);
  await endLeftOver(dir);

  const settings = [
    `listen_addresses=${HOST}`,
    'unix_socket_directories=',
    'max_connections=200',
    'shared_buffers=256MB',
    'timezone=UTC',
    ...(throwaway ? THROWAWAY : []),
  ];
  const args = ['-D', dir, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])];
  const log = openSync(logFile, 'a', 0o600);
  const [file, fileArgs, asUser] = owner.command(owner.programs.postgres, args);
  const child = spawn(file, fileArgs, {
    ...asUser,
    stdio: ['ignore', log, log],
    env: { PATH: process.env.PATH, LC_ALL: 'C' },
  });
  closeSync(log);

  const admin = { host: HOST, port, user: 'postgres', password: secrets.postgres, database: 'postgres' };
  const answered = await whenAnswering(admin, () => child.exitCode !== null || child.signalCode !== null);
  if (!answered) {
    await endProcess(child.pid, FAST_SHUTDOWN);
    throw new Refusal(
      `The embedded PostgreSQL did not start (${logFile}):\n${lastLines(readFileSync(logFile, 'utf8'))}`,
    );
  }
  await preparePortalDatabase(admin, secrets.himpun, throwaway);
  return {
    child,
    url: `postgres://himpun:${secrets.himpun}@${HOST}:${port}/himpun`,
    stop: () => endProcess(child.pid, FAST_SHUTDOWN),
  };
}

async function makeCluster(dir, owner, secrets, throwaway) {
  // Made beside its place and moved there when whole: an interrupted first start leaves nothing half-made behind.
  const draft = `${dir}.new`;
  const passwordFile = `${dir}.password`;
  rmSync(draft, { recursive: true, force: true });
  rmSync(passwordFile, { force: true });
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  writeFileSync(passwordFile, `${secrets.postgres}\n`, { mode: 0o600 });
  owner.own(draft);
  owner.own(passwordFile);
  const args = [
    ['--pgdata', draft],
    ['--username', 'postgres'],
    ['--pwfile', passwordFile],
    ['--auth', 'scram-sha-256'],
    ['--encoding', 'UTF8'],
    ['--locale', 'C'],
    ['--locale-provider', 'builtin'],
    ['--builtin-locale', 'C.UTF-8'],
    throwaway ? ['--no-sync'] : [],
  ].flat();
  const [file, fileArgs, asUser] = owner.command(owner.programs.initdb, args);
  const { code, output } = await run(file, fileArgs, { ...asUser, env: { LC_ALL: 'C' } });
  rmSync(passwordFile, { force: true });
  if (code !== 0) throw new Refusal(`The database could not be set up in ${dir}:\n${lastLines(output)}`);
  renameSync(draft, dir);
}

async function refuseOtherVersion(dir, { postgres }) {
  const made = readFileSync(path.join(dir, 'PG_VERSION'), 'utf8').trim();
  const { output } = await run(postgres, ['--version']);
  const ours = /(\d+)[.\d]*/.exec(output)?.[1];
  if (made === ours) return;
  throw new Refusal(
    `The database in ${dir} was made by PostgreSQL ${made}, and this version of the portal brings PostgreSQL ${ours}: start it with the version that made it, or dump it there and restore it into a new HIMPUN_DATA_DIR.`,
  );
}

/** Ends a server that a killed start left behind, and removes its lock file when another process now has its id. */
async function endLeftOver(dir) {
  const lock = path.join(dir, 'postmaster.pid');
  if (!existsSync(lock)) return;
  const pid = Number(readFileSync(lock, 'utf8').split('\n')[0]);
  if (isAlive(pid) && commandOf(pid).includes(dir)) await endProcess(pid, FAST_SHUTDOWN);
  rmSync(lock, { force: true });
}
