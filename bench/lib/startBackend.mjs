/** Starts the backend of the benchmarks as a process of its own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findFreePort } from '../../scripts/lib/ports.mjs';

const token = 'bench-token-of-a-local-run';

/**
 * @param {{ folder: string, connection: object, components: number, args?: string[], program?: string, config?: object }} options `args`
 *   are for node itself; `program` is which backend, with what `config` has beside the usual
 */
export async function startBackend({
  folder,
  connection,
  components,
  args = [],
  program = 'backend.mjs',
  config = {},
}) {
  const port = await findFreePort();
  const baseUrl = `http://127.0.0.1:${port}`;
  const file = path.join(folder, 'app-config.yaml');
  fs.writeFileSync(
    file,
    JSON.stringify({
      app: { baseUrl },
      organization: { name: 'Example' },
      backend: {
        baseUrl,
        listen: { host: '127.0.0.1', port },
        database: { client: 'pg', connection },
        auth: {
          externalAccess: [
            { type: 'static', options: { token, subject: 'bench' } },
          ],
        },
      },
      permission: { enabled: true },
      catalog: {
        rules: [{ allow: ['Component', 'System', 'Domain', 'Group'] }],
        locations: [],
        // The catalog is read, not kept busy with itself.
        processingInterval: { hours: 24 },
      },
      ...config,
    }),
  );
  const log = fs.openSync(path.join(folder, 'backend.log'), 'w');
  const child = spawn(
    process.execPath,
    [
      ...args,
      new URL(`./${program}`, import.meta.url).pathname,
      String(components),
      '--config',
      file,
    ],
    {
      // The channel ends with this process, and the backend with the channel.
      stdio: ['ignore', log, log, 'ipc'],
      env: { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'warn' },
    },
  );
  const get = async url => {
    const response = await fetch(`${baseUrl}${url}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const body = await response.text();
    if (!response.ok) {
      throw new Error(`${url} answered ${response.status}: ${body}`);
    }
    return body;
  };
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline && child.exitCode === null) {
    try {
      await get('/.backstage/health/v1/readiness');
      break;
    } catch {
      await sleep(200);
    }
  }
  if (child.exitCode !== null) {
    throw new Error(
      `The backend did not start:\n${fs.readFileSync(
        path.join(folder, 'backend.log'),
        'utf8',
      )}`,
    );
  }
  return {
    baseUrl,
    token,
    get,
    async stop() {
      if (child.exitCode === null) {
        const ended = once(child, 'exit');
        child.kill('SIGTERM');
        await ended;
      }
    },
  };
}

/** Waits until the engine has seen all entities of the catalog. */
export async function waitForSnapshot(backend, entities) {
  const deadline = Date.now() + 15 * 60_000;
  for (;;) {
    if (Date.now() > deadline) {
      throw new Error('The catalog did not fill up within 15 minutes');
    }
    const health = await backend
      .get('/api/opmodel/health')
      .then(JSON.parse)
      .catch(() => undefined);
    if ((health?.snapshot?.entities ?? 0) >= entities) {
      return;
    }
    await sleep(1000);
  }
}
