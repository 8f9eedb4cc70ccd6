import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { networkSentence } from './network.mjs';
import { PlainError, say } from './say.mjs';
import { runGroup } from './processGroup.mjs';
import { PINS } from './toolchain.mjs';

function workspaceManifests(root) {
  return ['packages', 'plugins']
    .filter(folder => existsSync(join(root, folder)))
    .flatMap(folder =>
      readdirSync(join(root, folder))
        .sort()
        .map(name => join(root, folder, name, 'package.json')),
    )
    .filter(existsSync);
}

/** A fingerprint of everything that decides what an installation contains. */
export function installFingerprint(root) {
  const hash = createHash('sha256').update(JSON.stringify(PINS));
  for (const file of [
    join(root, 'package.json'),
    join(root, 'yarn.lock'),
    join(root, '.yarnrc.yml'),
    ...workspaceManifests(root),
  ]) {
    hash.update(`\n${file.slice(root.length)}\n`);
    hash.update(existsSync(file) ? readFileSync(file) : '');
  }
  return hash.digest('hex');
}

const stampOf = root => join(root, 'node_modules', '.install-stamp');

/** Whether the dependencies that are there are those the manifests ask for. */
export function isInstalled(root) {
  const stamp = stampOf(root);
  return (
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === installFingerprint(root)
  );
}

/**
 * What npm is told about its registry and the certificates on the way there,
 * in the words of Yarn, which does not read npm's configuration. It is asked in
 * the environment we were started in: npm finds its configuration by its Node.
 */
function registrySettings() {
  const result = spawnSync('npm', ['config', 'list', '--json'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  if (result.status !== 0) {
    return {};
  }
  const { cafile, registry } = JSON.parse(result.stdout);
  return {
    ...(cafile ? { NODE_EXTRA_CA_CERTS: cafile } : {}),
    ...(registry ? { YARN_NPM_REGISTRY_SERVER: registry } : {}),
  };
}

function registryAnswers() {
  const result = spawnSync(
    'npm',
    [
      'view',
      `@yarnpkg/cli-dist@${PINS.yarn}`,
      'version',
      '--fetch-retries=0',
      '--fetch-timeout=8000',
    ],
    { stdio: 'ignore' },
  );
  return result.status === 0;
}

const onPath = (command, env) =>
  spawnSync(command, ['--version'], { env, stdio: 'ignore' }).status === 0;

/**
 * better-sqlite3 ships binaries for the usual platforms. Elsewhere it has to
 * be compiled, and this says so before a backend fails with a stack trace.
 */
function ensureSqliteLoads(root, env) {
  const load = () =>
    spawnSync(
      'node',
      ['-e', "new (require('better-sqlite3'))(':memory:').close()"],
      { cwd: root, env, encoding: 'utf8' },
    );
  if (load().status === 0) {
    return;
  }

  const missing = missingBuildTools(command => onPath(command, env));
  if (missing.length > 0) {
    throw new PlainError(
      `SQLite has no ready-made binary for ${process.platform}-${
        process.arch
      } and must be compiled here: install ${missing.join(
        ' and ',
      )}, then run this again.`,
    );
  }
  say('compiling SQLite for this platform (once) …');
  spawnSync('npx', ['--yes', 'node-gyp', 'rebuild', '--release'], {
    cwd: join(root, 'node_modules', 'better-sqlite3'),
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const second = load();
  if (second.status !== 0) {
    throw new PlainError(
      `SQLite was compiled but does not load on ${process.platform}-${process.arch}:\n${second.stderr}`,
    );
  }
}

/** Which of the programs that compile native modules the machine lacks. */
export function missingBuildTools(isAvailable) {
  return [
    ['a C++ compiler', ['c++', 'g++', 'clang++']],
    ['make', ['make', 'gmake']],
    ['Python 3', ['python3', 'python']],
  ]
    .filter(([, commands]) => !commands.some(isAvailable))
    .map(([name]) => name);
}

/** Installs the dependencies, unless they are already there. */
export async function ensureDependencies(root, { env, yarn, brought }) {
  if (isInstalled(root)) {
    return;
  }
  say('installing the dependencies (once, one or two minutes) …');
  rmSync(stampOf(root), { force: true });
  const [command, ...args] = yarn;
  const code = await runGroup(command, [...args, 'install'], {
    cwd: root,
    // A machine with a Yarn of its own has settings for it; elsewhere npm's hold.
    env: brought ? { ...registrySettings(), ...env } : env,
  });
  if (code > 128) {
    throw new PlainError('The installation was interrupted; run this again.');
  }
  if (code !== 0) {
    throw new PlainError(
      registryAnswers()
        ? 'The dependencies could not be installed; what Yarn printed above says why.'
        : networkSentence('the dependencies'),
    );
  }
  ensureSqliteLoads(root, env);
  // Yarn may have reformatted a manifest, so the fingerprint is taken after it.
  writeFileSync(stampOf(root), installFingerprint(root));
}
