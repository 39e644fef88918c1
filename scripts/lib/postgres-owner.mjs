import { spawnSync } from 'node:child_process';
import { chownSync, statSync } from 'node:fs';
import path from 'node:path';
import { onPath } from './run.mjs';
import { Refusal } from './say.mjs';

const idOf = (flag, user) => {
  const { status, stdout } = spawnSync('id', [flag, user], { encoding: 'utf8' });
  return status === 0 ? Number(stdout) : undefined;
};

/**
 * PostgreSQL refuses to run as root. When we are root, this tells who runs it instead: the owner of an existing
 * cluster, else the user `postgres`, which is made when the system has none.
 * @param {string} clusterDir the cluster's folder, which need not exist
 * @param {string} program PostgreSQL's server program, tried as that user
 * @returns {{own(file: string): void, command(file: string, args: string[]): [string, string[], object]}}
 */
export function postgresOwner(clusterDir, program) {
  if (process.getuid?.() !== 0) {
    refuseForeign(clusterDir);
    return { own: () => undefined, command: (file, args) => [file, args, {}] };
  }
  const { uid, gid } = ownerOf(clusterDir) ?? systemUser();
  const own = (file) => chownSync(file, uid, gid);
  const plain = (file, args) => [file, args, { uid, gid }];
  if (canRun(plain, program, clusterDir)) return { own, command: plain };

  // The repository lies below a folder closed to others (such as /root): let that user pass through folders, and no more.
  const setpriv = onPath('setpriv');
  const caps = ['--inh-caps', '+dac_read_search', '--ambient-caps', '+dac_read_search'];
  const passing = (file, args) => [
    setpriv,
    ['--reuid', String(uid), '--regid', String(gid), '--clear-groups', ...caps, '--', file, ...args],
    {},
  ];
  if (setpriv && canRun(passing, program, clusterDir)) return { own, command: passing };
  throw new Refusal(
    `PostgreSQL does not run as root, and its user cannot reach ${program}: run this as an ordinary user, or from a folder open to others.`,
  );
}

function refuseForeign(clusterDir) {
  const owner = ownerOf(clusterDir, true);
  if (owner === undefined || process.getuid === undefined || owner.uid === process.getuid()) return;
  throw new Refusal(
    `The database in ${clusterDir} belongs to another user (uid ${owner.uid}): run this as that user, or name another folder in HIMPUN_DATA_DIR.`,
  );
}

function ownerOf(clusterDir, rootToo = false) {
  try {
    const { uid, gid } = statSync(clusterDir);
    return uid !== 0 || rootToo ? { uid, gid } : undefined;
  } catch {
    return undefined;
  }
}

function systemUser() {
  const found = () => {
    const uid = idOf('-u', 'postgres');
    return uid === undefined ? undefined : { uid, gid: idOf('-g', 'postgres') };
  };
  const existing = found();
  if (existing) return existing;
  spawnSync('useradd', ['--system', '--user-group', '--shell', '/usr/sbin/nologin', 'postgres']);
  const made = found();
  if (made) return made;
  throw new Refusal(
    'PostgreSQL does not run as root, and no user "postgres" could be made for it: run this as an ordinary user.',
  );
}

/** Whether that user can run the program and reach the folder that holds the cluster. */
function canRun(command, program, clusterDir) {
  const calls = [
    [program, ['--version']],
    ['ls', ['-d', path.join(clusterDir, '..', '.')]],
  ];
  return calls.every((call) => spawnSync(...command(...call)).status === 0);
}
