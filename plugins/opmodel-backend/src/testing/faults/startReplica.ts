import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** How long a replica may take until it serves. Milliseconds; machines that run many tests at once are slow. */
const READY_WITHIN = 120_000;

const TOKEN = 'token-of-the-fault-tests';

/** What a replica is started with. */
export interface ReplicaOptions {
  /** Backstage's configuration of the database. */
  database: object;
  /** Names of the components that the catalog holds. */
  components: string[];
  /** Whether it runs the collector that counts its runs. */
  collector?: boolean;
  config?: object;
}

/** One backend in a process of its own. */
export interface Replica {
  /** Calls the engine; the path begins after `/api/opmodel`. */
  call(path: string, init?: RequestInit): Promise<Response>;
  /** Waits until a look at the engine says yes. */
  waitUntil(
    what: string,
    look: (replica: Replica) => Promise<boolean>,
    withinMs?: number,
  ): Promise<void>;
  /** Ends it as a power cut would, without a word. */
  kill(): Promise<void>;
  /** What it has printed. */
  output(): string;
}

async function findPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

const running = new Set<ChildProcess>();

async function end(child: ChildProcess): Promise<void> {
  running.delete(child);
  if (child.exitCode === null && child.signalCode === null) {
    const exit = once(child, 'exit');
    child.kill('SIGKILL');
    await exit;
  }
}

/** Ends every replica that still runs; for `afterAll`. */
export async function killReplicas(): Promise<void> {
  await Promise.all([...running].map(end));
}

/** Starts a replica and waits until it serves. */
export async function startReplica(options: ReplicaOptions): Promise<Replica> {
  const port = await findPort();
  const folder = await mkdtemp(join(tmpdir(), 'opmodel-replica-'));
  const configFile = join(folder, 'config.json');
  const address = `http://127.0.0.1:${port}`;
  await writeFile(
    configFile,
    JSON.stringify({
      app: { baseUrl: address },
      backend: {
        baseUrl: address,
        listen: { host: '127.0.0.1', port },
        database: options.database,
        auth: {
          externalAccess: [
            { type: 'static', options: { token: TOKEN, subject: 'tests' } },
          ],
        },
      },
      catalog: { processingInterval: { seconds: 2 } },
      permission: { enabled: true },
      replica: {
        components: options.components,
        collector: options.collector ?? false,
      },
      ...options.config,
    }),
  );
  const child = spawn(
    process.execPath,
    [
      '--require',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
      resolvePackagePath(
        '@opmodel/backstage-plugin-opmodel-backend',
        'src/testing/faults/replica.ts',
      ),
      '--config',
      configFile,
    ],
    {
      // The platform looks for the repository from where it is started.
      cwd: resolvePackagePath('@opmodel/backstage-plugin-opmodel-backend'),
      env: { ...process.env, NODE_ENV: 'development', NODE_OPTIONS: '' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  running.add(child);
  let printed = '';
  const keep = (chunk: Buffer) => {
    printed = (printed + chunk).slice(-200_000);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  child.once('exit', () => rm(folder, { recursive: true, force: true }));

  const replica: Replica = {
    call: (path, init = {}) =>
      fetch(`${address}/api/opmodel${path}`, {
        ...init,
        headers: { authorization: `Bearer ${TOKEN}`, ...init.headers },
      }),
    async waitUntil(what, look, withinMs = READY_WITHIN) {
      const until = Date.now() + withinMs;
      while (Date.now() < until) {
        if (child.exitCode !== null) {
          throw new Error(`The replica ended by itself:\n${printed}`);
        }
        // A replica that does not answer yet is as good as one that says no.
        if (await look(replica).catch(() => false)) {
          return;
        }
        await sleep(200);
      }
      throw new Error(`Not in time: ${what}\n${printed.slice(-4_000)}`);
    },
    kill: () => end(child),
    output: () => printed,
  };
  await replica.waitUntil(
    'a replica that serves and knows its catalog',
    async ({ call }) => {
      const response = await call('/health');
      const health = await response.json();
      return health.snapshot.entities >= options.components.length;
    },
  );
  return replica;
}
