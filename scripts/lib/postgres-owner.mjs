import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chownSync, cpSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import { onPath } from './run.mjs';
import { Refusal } from './say.mjs';

const idOf = (flag, user) => {
  const { status, stdout } = spawnSync('id', [flag, user], { encoding: 'utf8' });
  return status === 0 ? Number(stdout) : undefined;
};

/**
 * PostgreSQL refuses to run as root. When we are root, this tells who runs it instead: the owner of an existing
 * cluster, else the user `postgres`, which is made when the system has none; and how that user gets at programs and data.
 * @param {string} clusterDir the cluster's folder, which need not exist
 * @param {{postgres: string, initdb: string}} packaged PostgreSQL's programs
 * @returns {{programs: object, own(file: string): void, command(file: string, args: string[]): [string, string[], object]}}
 */
export function postgresOwner(clusterDir, packaged) {
  if (process.getuid?.() !== 0) {
    refuseForeign(clusterDir);
    return { programs: packaged, own: () => undefined, command: (file, args) => [file, args, {}] };
  }
  const { uid, gid } = ownerOf(clusterDir) ?? systemUser();
  const plain = (file, args) => [file, args, { uid, gid }];
  const works = (command, ...call) => spawnSync(...command(...call)).status === 0;
  const looksAround = (command) => works(command, 'ls', ['-d', path.join(clusterDir, '..', '.')]);

  const command = [plain, ...passing(uid, gid)].find(looksAround);
  if (!command) {
    throw new Refusal(
      `PostgreSQL does not run as root, and its user cannot reach ${clusterDir}: run this as an ordinary user, or name a folder open to others in HIMPUN_DATA_DIR.`,
    );
  }
  return {
    programs: works(plain, packaged.postgres, ['--version']) ? packaged : reachableCopy(packaged),
    own: (file) => chownSync(file, uid, gid),
    command,
  };
}

/** The data lies below a folder closed to others (such as /root): ways to let that user pass through it all the same. */
function passing(uid, gid) {
  const setpriv = onPath('setpriv');
  if (!setpriv) return [];
  return ['dac_read_search', 'dac_override'].map((right) => (file, args) => {
    const user = ['--reuid', String(uid), '--regid', String(gid), '--clear-groups'];
    const rights = ['--inh-caps', `+${right}`, '--ambient-caps', `+${right}`];
    return [setpriv, [...user, ...rights, '--', file, ...args], {}];
  });
}

/** The programs too lie in a closed folder, and they check the way to themselves: they run from a copy that others can reach. */
function reachableCopy({ postgres }) {
  const native = path.resolve(path.dirname(postgres), '..');
  const version = createHash('sha256')
    .update(`${native} ${statSync(postgres).mtimeMs}`)
    .digest('hex')
    .slice(0, 12);
  const place = `/var/lib/himpun/postgresql-${version}`;
  if (!existsSync(place)) {
    const draft = `${place}.${process.pid}`;
    mkdirSync(path.dirname(place), { recursive: true, mode: 0o755 });
    cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
    renameSync(draft, place);
  }
  return { postgres: path.join(place, 'bin/postgres'), initdb: path.join(place, 'bin/initdb') };
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
