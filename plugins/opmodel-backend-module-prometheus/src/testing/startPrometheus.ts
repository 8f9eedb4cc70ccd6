import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Where the two programs of Prometheus are. */
export interface PrometheusPrograms {
  prometheus: string;
  promtool: string;
}

/** What a Prometheus is started with. */
export interface PrometheusOptions {
  /** Hosts and ports that are scraped every second at `/metrics`. */
  targets?: string[];
  /** Samples of the past, in the text format of OpenMetrics; see {@link writeOpenMetrics}. */
  history?: string;
  /** Groups of rules, which are evaluated over the history as if they had been there; epoch milliseconds. */
  rules?: { document: object; from: number; to: number };
}

/** A Prometheus that runs on this machine, with a folder of its own. */
export interface RunningPrometheus {
  /** `http://127.0.0.1:…` */
  url: string;
  stop(): Promise<void>;
}

/** Found by `PROMETHEUS_PATH` and `PROMTOOL_PATH`, else on the path; undefined: they are not installed. */
export function findPrometheus(
  environment: NodeJS.ProcessEnv = process.env,
): PrometheusPrograms | undefined {
  const find = (named: string | undefined, program: string) =>
    named ||
    (environment.PATH ?? '')
      .split(delimiter)
      .filter(Boolean)
      .map(folder => join(folder, program))
      .find(file => existsSync(file));
  const prometheus = find(environment.PROMETHEUS_PATH, 'prometheus');
  const promtool = find(environment.PROMTOOL_PATH, 'promtool');
  return prometheus && promtool ? { prometheus, promtool } : undefined;
}

/**
 * Tests that need a real Prometheus. Without one they are skipped; `npm test` says how many, and fails in CI
 * (`scripts/lib/prometheus.mjs` knows them by their title).
 */
export function describeWithPrometheus(
  name: string,
  tests: (programs: PrometheusPrograms) => void,
): void {
  const programs = findPrometheus();
  const describeThem = programs ? describe : describe.skip;
  describeThem(`with a real Prometheus: ${name}`, () => {
    tests(programs ?? { prometheus: 'prometheus', promtool: 'promtool' });
  });
}

/** Samples by epoch milliseconds. */
export interface SampledSeries {
  metric: string;
  labels: Record<string, string>;
  samples: Iterable<[at: number, value: number]>;
}

/** Writes samples as `promtool tsdb create-blocks-from openmetrics` reads them. */
export function writeOpenMetrics(series: readonly SampledSeries[]): string {
  const lines = series.flatMap(({ metric, labels, samples }) => {
    const pairs = Object.entries(labels).map(
      ([name, value]) => `${name}=${JSON.stringify(value)}`,
    );
    return [...samples].map(
      ([at, value]) =>
        `${metric}{${pairs.join(',')}} ${toText(value)} ${at / 1000}`,
    );
  });
  return `${[...lines, '# EOF'].join('\n')}\n`;
}

function toText(value: number): string {
  return `${value}`.replace('Infinity', 'Inf');
}

/**
 * Starts a Prometheus on a free port of this machine. It ends with the tests.
 *
 * @throws Error with the end of its log when it does not start
 */
export async function startPrometheus(
  programs: PrometheusPrograms,
  { targets = [], history, rules }: PrometheusOptions = {},
): Promise<RunningPrometheus> {
  const folder = await mkdtemp(join(tmpdir(), 'opmodel-prometheus-'));
  const data = join(folder, 'data');
  await mkdir(data);
  // JSON is YAML as well.
  await writeFile(
    join(folder, 'prometheus.yml'),
    JSON.stringify({
      global: { scrape_interval: '1s', evaluation_interval: '1s' },
      scrape_configs: [{ job_name: 'toy', static_configs: [{ targets }] }],
    }),
  );
  if (history !== undefined) {
    const file = join(folder, 'history.txt');
    await writeFile(file, history);
    await run(programs.promtool, [
      ...['tsdb', 'create-blocks-from', 'openmetrics', '--quiet'],
      ...[file, data],
    ]);
  }
  let server = await startProcess(programs.prometheus, folder);
  if (rules) {
    await evaluateRules(programs, folder, server.url, rules);
    await server.end();
    server = await startProcess(programs.prometheus, folder);
  }
  return {
    url: server.url,
    async stop() {
      await server.end();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The blocks are kept apart until they are whole: the server looks at its own folder while they are written. */
async function evaluateRules(
  { promtool }: PrometheusPrograms,
  folder: string,
  url: string,
  { document, from, to }: NonNullable<PrometheusOptions['rules']>,
): Promise<void> {
  const file = join(folder, 'rules.yml');
  const blocks = join(folder, 'blocks');
  await writeFile(file, JSON.stringify(document));
  await run(promtool, [
    ...['tsdb', 'create-blocks-from', 'rules', '--url', url],
    ...['--start', `${from / 1000}`, '--end', `${to / 1000}`],
    ...['--eval-interval', '60s', '--output-dir', blocks, file],
  ]);
  for (const block of await readdir(blocks)) {
    await cp(join(blocks, block), join(folder, 'data', block), {
      recursive: true,
    });
  }
}

async function startProcess(program: string, folder: string) {
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(
    program,
    [
      `--config.file=${join(folder, 'prometheus.yml')}`,
      `--storage.tsdb.path=${join(folder, 'data')}`,
      '--storage.tsdb.retention.time=100y',
      `--web.listen-address=127.0.0.1:${port}`,
      '--log.level=warn',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let log = '';
  child.stderr.on('data', part => {
    log = `${log}${part}`.slice(-2_000);
  });
  const endWithTests = () => child.kill('SIGKILL');
  process.once('exit', endWithTests);
  const end = async () => {
    process.removeListener('exit', endWithTests);
    await endProcess(child);
  };
  try {
    await untilReady(child, url);
  } catch (error) {
    await end();
    throw new Error(`Prometheus did not start: ${error}\n${log}`);
  }
  return { url, end };
}

async function untilReady(child: ChildProcess, url: string): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) {
      throw new Error(`it ended with code ${child.exitCode}`);
    }
    const isReady = await fetch(`${url}/-/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) {
      return;
    }
    await delay(50);
  }
  throw new Error('it was not ready within 30 s');
}

async function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) {
    return;
  }
  const ended = new Promise<void>(resolve => {
    child.once('exit', () => resolve());
  });
  child.kill('SIGTERM');
  const patience = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await ended;
  clearTimeout(patience);
}

async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise(resolve => {
    server.close(resolve);
  });
  return port;
}
