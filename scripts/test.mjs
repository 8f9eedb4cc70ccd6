// Runs every check of the repository in stages, and ends with one line over
// all of them: "N passed, N failed".
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium } from './lib/browser.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { findFreePort } from './lib/ports.mjs';
import { runGroup } from './lib/processGroup.mjs';
import { layOutProduction, startProduction } from './lib/productionPortal.mjs';
import {
  countSkippedWithoutPrometheus,
  findPrometheus,
} from './lib/prometheus.mjs';
import { PlainError, runMain, say } from './lib/say.mjs';
import {
  closingLine,
  selectStages,
  sumTallies,
  tallyOfCheck,
  tallyOfJest,
  tallyOfPlaywright,
  tallyOfTap,
} from './lib/stages.mjs';
import { ensureToolchain } from './lib/toolchain.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Stands in for the deployment's own values, which the check only wants to be there. */
const PRODUCTION_VARIABLES = {
  PORTAL_BASE_URL: 'https://portal.example.com',
  PORTAL_ORGANIZATION: 'Example',
  POSTGRES_HOST: 'postgres.example.com',
  POSTGRES_PORT: '5432',
  POSTGRES_USER: 'opmodel',
  POSTGRES_PASSWORD: 'example',
  REDIS_URL: 'redis://valkey.example.com:6379',
};

class Interrupted extends Error {}

/** What every stage is given. */
function createContext({ toolchain, reports, jestArguments }) {
  const [yarnCommand, ...yarnArguments] = toolchain.yarn;
  const run = async (command, args, environment = {}) => {
    const code = await runGroup(command, args, {
      cwd: root,
      env: { ...toolchain.env, ...environment },
    });
    if (code > 128) {
      throw new Interrupted();
    }
    return code === 0;
  };
  return {
    toolchain,
    jestArguments,
    report: name => join(reports, name),
    folder: name => join(reports, name),
    run,
    yarn: (args, environment) =>
      run(yarnCommand, [...yarnArguments, ...args], environment),
  };
}

const readJson = file => JSON.parse(readFileSync(file, 'utf8'));

function scriptTests(folder) {
  return readdirSync(join(root, folder), { recursive: true })
    .filter(name => name.endsWith('.test.mjs'))
    .map(name => join(folder, name));
}

async function runNodeTests(context, name, files) {
  const report = context.report(`${name}.tap`);
  await context.run('node', [
    '--test',
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    '--test-reporter=tap',
    `--test-reporter-destination=${report}`,
    ...files,
  ]);
  return tallyOfTap(readFileSync(report, 'utf8'));
}

function browserTestsWithoutBrowser(context) {
  if (process.env.CI) {
    say('there is no Chromium on the path, and in CI that is a failure.');
    return tallyOfCheck(false);
  }
  const [command, ...args] = context.toolchain.yarn;
  const listing = spawnSync(
    command,
    [...args, 'playwright', 'test', '--list', '--reporter=json'],
    { cwd: root, env: context.toolchain.env, encoding: 'utf8' },
  );
  const countSpecs = suite =>
    (suite.specs?.length ?? 0) +
    (suite.suites ?? []).reduce((sum, inner) => sum + countSpecs(inner), 0);
  const skipped = countSpecs(JSON.parse(listing.stdout));
  say(
    `there is no Chromium on the path, so ${skipped} browser tests are skipped; install the package "chromium" to run them.`,
  );
  return { passed: 0, failed: 0, skipped };
}

/** Tests that need a Prometheus skip themselves without one, which CI does not put up with. */
function tallyOfSkippedPrometheus(report) {
  const skipped = countSkippedWithoutPrometheus(report);
  if (skipped === 0) {
    return sumTallies([]);
  }
  say(
    `there is no Prometheus on the path, so ${skipped} tests were skipped${
      process.env.CI
        ? ', and in CI that is a failure.'
        : '; install the package "prometheus" to run them.'
    }`,
  );
  return process.env.CI ? tallyOfCheck(false) : sumTallies([]);
}

const STAGES = [
  {
    name: 'scripts',
    title: 'start and test commands',
    run: context =>
      runNodeTests(context, 'scripts', scriptTests('scripts/lib')),
  },
  {
    name: 'layers',
    title: 'dependency rules',
    run: context =>
      runNodeTests(context, 'layers', scriptTests('scripts/layers')),
  },
  {
    name: 'types',
    title: 'type check',
    run: async context => tallyOfCheck(await context.yarn(['tsc'])),
  },
  {
    name: 'lint',
    title: 'lint and formatting',
    run: async context =>
      sumTallies([
        tallyOfCheck(
          await context.yarn([
            'backstage-cli',
            'repo',
            'lint',
            '--max-warnings',
            '0',
          ]),
        ),
        tallyOfCheck(
          await context.yarn(['prettier', '--check', '--loglevel=warn', '.']),
        ),
      ]),
  },
  {
    name: 'config',
    title: 'configuration',
    run: async context => {
      const check = (...files) =>
        context.yarn(
          [
            'backstage-cli',
            'config:check',
            '--strict',
            ...files.flatMap(file => ['--config', file]),
          ],
          PRODUCTION_VARIABLES,
        );
      return sumTallies([
        tallyOfCheck(await check('app-config.yaml')),
        tallyOfCheck(
          await check('app-config.yaml', 'app-config.production.yaml'),
        ),
      ]);
    },
  },
  {
    name: 'jest',
    title: 'unit, store and API tests',
    run: async context => {
      const report = context.report('jest.json');
      const programs = findPrometheus(context.toolchain.env);
      const ok = await context.yarn(
        [
          'backstage-cli',
          'repo',
          'test',
          '--watchAll=false',
          '--json',
          `--outputFile=${report}`,
          ...context.jestArguments,
        ],
        programs && {
          PROMETHEUS_PATH: programs.prometheus,
          PROMTOOL_PATH: programs.promtool,
        },
      );
      if (!existsSync(report)) {
        return tallyOfCheck(false);
      }
      const told = readJson(report);
      const tally = sumTallies([
        tallyOfJest(told),
        // Where there is one, tests are skipped for other reasons, such as a choice by name.
        programs ? sumTallies([]) : tallyOfSkippedPrometheus(told),
      ]);
      // A failure outside of any test, such as a PostgreSQL that did not start.
      return ok || tally.failed > 0
        ? tally
        : sumTallies([tally, tallyOfCheck(false)]);
    },
  },
  {
    name: 'build',
    title: 'production build',
    run: async context => tallyOfCheck(await context.yarn(['build:backend'])),
  },
  {
    name: 'browser',
    title: 'browser tests on the production build',
    run: async context => {
      const chromium = findChromium(context.toolchain.env);
      if (!chromium) {
        return browserTestsWithoutBrowser(context);
      }
      const folder = context.folder('portal');
      layOutProduction({ root, folder, toolchain: context.toolchain });
      const port = await findFreePort();
      const portal = await startProduction({
        root,
        folder,
        port,
        toolchain: context.toolchain,
      });
      try {
        const report = context.report('playwright.json');
        await context.yarn(['playwright', 'test', '--reporter=line,json'], {
          CHROMIUM_PATH: chromium,
          PORTAL_URL: `http://localhost:${port}`,
          PLAYWRIGHT_JSON_OUTPUT_NAME: report,
        });
        const tally = tallyOfPlaywright(readJson(report));
        if (tally.failed > 0) {
          say(`the portal's log ends with:\n${portal.lastLines()}`);
        }
        return tally;
      } finally {
        await portal.stop();
      }
    },
  },
];

function selectFrom(args) {
  try {
    return selectStages(
      args,
      STAGES.map(({ name }) => name),
    );
  } catch (error) {
    if (error instanceof RangeError) {
      throw new PlainError(error.message);
    }
    throw error;
  }
}

async function runStage(stage, context) {
  try {
    return await stage.run(context);
  } catch (error) {
    if (error instanceof Interrupted) {
      throw new PlainError('interrupted.');
    }
    process.stderr.write(
      `${error instanceof PlainError ? error.message : error.stack}\n`,
    );
    return tallyOfCheck(false);
  }
}

await runMain(async () => {
  const { stages, jestArguments } = selectFrom(process.argv.slice(2));
  const toolchain = ensureToolchain(root);
  await ensureDependencies(root, toolchain);

  const reports = mkdtempSync(join(tmpdir(), 'opmodel-test-'));
  try {
    const context = createContext({ toolchain, reports, jestArguments });
    const results = [];
    const startedAt = Date.now();
    for (const [index, name] of stages.entries()) {
      const stage = STAGES.find(candidate => candidate.name === name);
      say(`[${index + 1}/${stages.length}] ${stage.title} …`);
      const stageStartedAt = Date.now();
      const tally = await runStage(stage, context);
      results.push(tally);
      const seconds = Math.round((Date.now() - stageStartedAt) / 1000);
      say(
        `[${index + 1}/${stages.length}] ${stage.title}: ${closingLine(
          tally,
        )} (${seconds} s)`,
      );
    }

    const total = sumTallies(results);
    say(`all stages took ${Math.round((Date.now() - startedAt) / 1000)} s`);
    process.stdout.write(`${closingLine(total)}\n`);
    return total.failed > 0 ? 1 : 0;
  } finally {
    rmSync(reports, { recursive: true, force: true });
  }
});
