import { spawnSync } from 'node:child_process';
import {
  closeSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { startGroup } from './processGroup.mjs';
import { PlainError } from './say.mjs';

const START_TIMEOUT_MS = 120_000;
const END_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

function run(command, args, options) {
  const result = spawnSync(command, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    ...options,
  });
  if (result.status !== 0) {
    throw new PlainError(
      `"${[command, ...args].join(' ')}" failed with ${
        result.error?.message ?? `exit code ${result.status}`
      }.`,
    );
  }
}

/**
 * Lays the built backend out as an image has it: its bundle with production
 * dependencies alone, away from the sources.
 */
export function layOutProduction({ root, folder, toolchain }) {
  const backend = join(root, 'packages', 'backend', 'dist');
  mkdirSync(folder, { recursive: true });
  for (const file of [
    'package.json',
    'yarn.lock',
    '.yarnrc.yml',
    'backstage.json',
    'app-config.yaml',
    'app-config.production.yaml',
    'catalog-info.yaml',
  ]) {
    copyFileSync(join(root, file), join(folder, file));
  }
  // The catalog reads the standards to begin with from there.
  const starters = join('examples', 'scorecards');
  cpSync(join(root, starters), join(folder, starters), { recursive: true });
  for (const archive of ['skeleton.tar.gz', 'bundle.tar.gz']) {
    run('tar', ['-xzf', join(backend, archive), '-C', folder]);
  }
  const [yarn, ...yarnArguments] = toolchain.yarn;
  run(
    yarn,
    [...yarnArguments, 'workspaces', 'focus', '--all', '--production'],
    {
      cwd: folder,
      // The lock file names development dependencies that are not asked for here.
      env: { ...toolchain.env, YARN_ENABLE_IMMUTABLE_INSTALLS: 'false' },
    },
  );
}

/** The configuration of a production portal that stands on this machine alone. */
function localConfiguration({ root, folder, port }) {
  const url = `http://localhost:${port}`;
  return {
    app: { baseUrl: url },
    backend: {
      baseUrl: url,
      listen: { host: '127.0.0.1', port },
      cors: { origin: url },
      database: {
        client: 'better-sqlite3',
        connection: { directory: join(folder, 'databases') },
      },
    },
    auth: {
      providers: { guest: { dangerouslyAllowOutsideDevelopment: true } },
    },
    opmodel: {
      git: {
        cacheDirectory: join(folder, 'git'),
        mirrors: [
          { url: 'https://git.example.com/opmodel/opmodel', path: root },
        ],
      },
    },
  };
}

/**
 * Starts the portal that {@link layOutProduction} laid out, app and backend on
 * one port, and resolves when it answers.
 */
export async function startProduction({ root, folder, port, toolchain }) {
  const config = join(folder, 'app-config.local.json');
  writeFileSync(
    config,
    JSON.stringify(localConfiguration({ root, folder, port }), null, 2),
  );
  const backend = join(folder, 'packages', 'backend');
  const log = join(folder, 'portal.log');
  const logDescriptor = openSync(log, 'w');
  const group = startGroup(
    'node',
    ['.', '--config', join(folder, 'app-config.yaml'), '--config', config],
    {
      cwd: backend,
      env: { ...toolchain.env, NODE_ENV: 'production' },
      stdio: ['ignore', logDescriptor, logDescriptor],
    },
  );
  closeSync(logDescriptor);
  // Access lines would bury what went wrong.
  const lastLines = () =>
    readFileSync(log, 'utf8')
      .trimEnd()
      .split('\n')
      .filter(line => !line.includes('"type":"incomingRequest"'))
      .slice(-40)
      .join('\n');

  // The portal is a process group of its own, so a signal to us is none to it.
  const onSignal = async () => {
    await group.stop();
    process.exit(130);
  };
  const stop = async () => {
    END_SIGNALS.forEach(signal => process.off(signal, onSignal));
    await group.stop();
  };
  END_SIGNALS.forEach(signal => process.on(signal, onSignal));

  let exited = false;
  group.exit.then(() => {
    exited = true;
  });
  const deadline = Date.now() + START_TIMEOUT_MS;
  const readiness = `http://127.0.0.1:${port}/.backstage/health/v1/readiness`;
  for (;;) {
    const ready = await fetch(readiness).then(
      response => response.ok,
      () => false,
    );
    if (ready) {
      return { stop, lastLines };
    }
    if (exited || Date.now() > deadline) {
      await stop();
      throw new PlainError(
        `The production backend ${
          exited
            ? 'ended before it was ready'
            : `was not ready after ${START_TIMEOUT_MS / 1000} s`
        }; its log ends with:\n${lastLines()}`,
      );
    }
    await new Promise(resolve => setTimeout(resolve, 250));
  }
}
