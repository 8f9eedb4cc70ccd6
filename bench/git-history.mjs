/*
 * How long the git collector takes for a large history, beside what `git log` itself takes for it in the same run.
 *
 *   node bench/git-history.mjs [commits]
 *
 * Makes a repository with `git fast-import`: a main line with a merged branch for every third change, a release tag for every
 * hundredth, a revert now and then. The repository and the cache are in a temporary folder, which is removed at the end.
 */
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';

const require = createRequire(import.meta.url);
require('@backstage/cli/config/nodeTransform.cjs');
const { ConfigReader } = require('@backstage/config');
const { ScmIntegrations } = require('@backstage/integration');
const module = '../plugins/opmodel-backend-module-git/src';
const { createGitCollector } = require(`${module}/GitCollector.ts`);
const { readGitSettings } = require(`${module}/gitSettings.ts`);

const count = Number(process.argv[2] ?? 50_000);
const url = 'https://git.example.com/acme/large';
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'git-history-'));
const repository = path.join(folder, 'large.git');
const start = 1_600_000_000;

/** Commits with marks 1, 2, 3 …, as `git fast-import` reads them. */
function* importStream() {
  let mark = 0;
  let main = 0;
  const commit = (reference, message, parents, file) => {
    mark += 1;
    const at = start + mark * 600;
    const body = `${message}\n\nWhy this was done, in a sentence or two, as people do it. Number ${mark}.\n`;
    return [
      `commit ${reference}\nmark :${mark}\n`,
      `author A ${mark % 40} <author-${mark % 40}@example.com> ${at} +0000\n`,
      `committer C <committer@example.com> ${at} +0000\n`,
      `data ${Buffer.byteLength(body)}\n${body}\n`,
      parents[0] ? `from :${parents[0]}\n` : '',
      parents[1] ? `merge :${parents[1]}\n` : '',
      `M 100644 inline services/s${file % 20}/f${file % 500}\n`,
      `data ${String(mark).length}\n${mark}\n\n`,
    ].join('');
  };
  for (let change = 1; mark < count - 4; change++) {
    if (change % 3 === 0 && main > 0) {
      const base = main;
      yield commit('refs/heads/work', `Begin ${change}`, [base], change);
      yield commit('refs/heads/work', `Go on ${change}`, [mark], change);
      const tip = mark;
      const title = `Merge pull request #${change} from acme/work\n\nChange ${change}`;
      yield commit('refs/heads/main', title, [main, tip], change);
    } else {
      const title =
        change % 50 === 1 && change > 2
          ? `Revert "Change ${change - 2} (#${change - 2})"`
          : `Change ${change} (#${change})`;
      yield commit('refs/heads/main', title, main ? [main] : [], change);
    }
    main = mark;
    if (change % 100 === 0) {
      const at = start + mark * 600 + 60;
      yield `tag v1.${
        change / 100
      }.0\nfrom :${main}\ntagger T <t@example.com> ${at} +0000\ndata 7\nrelease\n`;
    }
  }
  yield 'done\n';
}

async function makeRepository() {
  run('git', ['init', '-q', '--bare', '-b', 'main', repository]);
  const child = spawn('git', ['fast-import', '--quiet', '--done'], {
    cwd: repository,
    stdio: ['pipe', 'inherit', 'inherit'],
  });
  const ended = new Promise(resolve => child.once('close', resolve));
  for (const text of importStream()) {
    if (!child.stdin.write(text)) {
      await new Promise(resolve => child.stdin.once('drain', resolve));
    }
  }
  child.stdin.end();
  if ((await ended) !== 0) {
    throw new Error('git fast-import failed');
  }
}

function run(command, args, cwd = folder) {
  const result = spawnSync(command, args, {
    cwd,
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 1024 ** 3,
  });
  if (result.status !== 0) {
    throw new Error(`${command} ${args[0]} failed`);
  }
  return result.stdout.toString();
}

async function measure(work) {
  const startedAt = performance.now();
  const result = await work();
  return { seconds: (performance.now() - startedAt) / 1000, result };
}

function createRun(annotations, cache) {
  const collector = createGitCollector({
    settings: readGitSettings(
      new ConfigReader({
        opmodel: {
          git: {
            cacheDirectory: path.join(folder, cache),
            history: 'P100Y',
            mirrors: [{ url, path: repository }],
          },
        },
      }),
    ),
    integrations: ScmIntegrations.fromConfig(new ConfigReader({})),
    logger: { info() {}, warn: console.warn },
  });
  let watermark;
  return async () => {
    let events = 0;
    await collector.collect({
      since: watermark,
      signal: new AbortController().signal,
      async *entities() {
        yield annotations.map((own, index) => ({
          entityRef: `component:default/c${index}`,
          kind: 'Component',
          annotations: { 'backstage.io/source-location': `url:${url}`, ...own },
        }));
      },
      async emit(batch) {
        events += batch.length;
      },
      reportProgress() {},
      async saveWatermark(saved) {
        watermark = JSON.parse(JSON.stringify(saved));
      },
      reportProblem(problem) {
        throw new Error(problem.message);
      },
    });
    return { events, watermark: JSON.stringify(watermark).length };
  };
}

const lines = [];
const report = (name, { seconds, result }, plain) =>
  lines.push(
    [
      name.padEnd(52),
      `${seconds.toFixed(2)} s`.padStart(9),
      `${(seconds / plain).toFixed(1)} x`.padStart(8),
      result?.events === undefined
        ? ''
        : `${result.events} events`.padStart(15),
      result?.watermark === undefined
        ? ''
        : `watermark ${Math.ceil(result.watermark / 1024)} kB`,
    ].join(' '),
  );

try {
  await makeRepository();
  const total = Number(
    run('git', ['rev-list', '--count', 'main'], repository).trim(),
  );
  const log = () => run('git', ['log', 'main'], repository);
  log();
  const plain = await measure(log);
  lines.push(
    `${total} commits, ${
      run('git', ['tag'], repository).split('\n').length - 1
    } tags`,
  );
  report('git log', plain, plain.seconds);
  const clone = await measure(() =>
    run('git', ['clone', '-q', '--mirror', '--no-local', repository, 'plain']),
  );
  report('git clone --mirror', clone, plain.seconds);

  const folders = Array.from({ length: 20 }, (_, index) => ({
    'opmodel.io/path': `services/s${index}`,
  }));
  for (const [name, annotations] of [
    ['tags', [{}]],
    ['main line', [{ 'opmodel.io/git-deployments': 'mainline' }]],
    ['tags, 20 folders', folders],
  ]) {
    const collect = createRun(annotations, `cache ${name}`);
    report(
      `${name}: first run, clone included`,
      await measure(collect),
      plain.seconds,
    );
    report(`${name}: nothing new`, await measure(collect), plain.seconds);
    const tip = run('git', ['rev-parse', 'main'], repository).trim();
    const next = run(
      'git',
      [
        '-c',
        'user.name=A',
        '-c',
        'user.email=a@example.com',
        'commit-tree',
        '-p',
        tip,
        '-m',
        'One more',
        `${tip}^{tree}`,
      ],
      repository,
    ).trim();
    run('git', ['update-ref', 'refs/heads/main', next], repository);
    report(`${name}: one more commit`, await measure(collect), plain.seconds);
  }
  process.stdout.write(
    `${lines.join('\n')}\npeak memory ${Math.round(
      process.resourceUsage().maxRSS / 1024,
    )} MiB\n`,
  );
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}
