/*
 * How long it takes to compute what an organisation delivered from its records, beside a plain loop over the same rows in the
 * same run, which does nothing but subtract the time of the first commit from that of the deployment.
 *
 *   node bench/lead-time.mjs [changes] [components] [changes of a deployment] [zone]
 *
 * The rows of one component are made, computed and dropped before those of the next, as the engine does it; only the computing
 * is timed. Both ways must come to the same sum of lead times, or the run fails. A change has three commits; a history begins with a
 * baseline; one deployment in 25 is followed by an incident, and one in 50 is rolled back. Time of the processor is what this
 * process used with all its threads: on a machine that is busy otherwise it tells more than the time of the clock.
 */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
require('@backstage/cli/config/nodeTransform.cjs');
const {
  computeDelivery,
  countDeliveryDays,
  dora2026Profile,
} = require('../plugins/opmodel-common/src/index.ts');

const changes = Number(process.argv[2] ?? 1_000_000);
const components = Number(process.argv[3] ?? 1_000);
const carried = Number(process.argv[4] ?? 4);
const zone = process.argv[5] ?? 'Europe/Berlin';
const HOUR = 3_600_000;
const START = Date.UTC(2026, 0, 1);

/** The rows of one component: a deployment every few hours. */
function makeRows(component, count) {
  const rows = { deployments: [], changes: [], incidents: [], corrections: [] };
  const deployments = Math.max(1, Math.round(count / carried));
  const every = (365 * 24 * HOUR) / deployments;
  for (let index = 0; index < deployments; index += 1) {
    const finishedAt = START + Math.round(index * every) + component * 1000;
    const carries = [];
    for (let nth = 0; nth < carried; nth += 1) {
      const sha = `${component.toString(16)}-${index}-${nth}`;
      const firstCommitAt = finishedAt - (nth + 1) * 7 * HOUR - index;
      carries.push(sha);
      rows.changes.push({
        source: 'git',
        subject: sha,
        commitSha: sha,
        firstCommitAt,
        openedAt: firstCommitAt + HOUR,
        firstReviewAt: firstCommitAt + 2 * HOUR,
        mergedAt: firstCommitAt + 3 * HOUR,
        revertsCommitSha: null,
        hotfix: null,
        commits: [0, 1, 2].map(part => ({
          sha: `${sha}-${part}`,
          authoredAt: firstCommitAt + part * 60_000,
          committedAt: firstCommitAt + part * 60_000,
        })),
        withdrawn: false,
      });
    }
    const isRollback = index % 50 === 49;
    rows.deployments.push({
      source: 'ci',
      subject: `deployment ${index}`,
      environment: 'production',
      environmentTier: 'production',
      startedAt: finishedAt - 60_000,
      finishedAt,
      result: 'success',
      deploymentType: isRollback ? 'rollback' : 'deploy',
      version: isRollback ? `1.${index - 2}` : `1.${index}`,
      commitSha: carries[0],
      baseline: index === 0,
      withdrawn: false,
      planned: null,
      hotfix: null,
      carries,
    });
    if (index % 25 === 24) {
      rows.incidents.push({
        source: 'pager',
        subject: `incident ${index}`,
        severity: 'sev2',
        startedAt: finishedAt + 600_000,
        detectedAt: finishedAt + 700_000,
        mitigatedAt: finishedAt + HOUR,
        resolvedAt: finishedAt + 2 * HOUR,
        causeClass: 'change',
        recurrenceOf: null,
        deployment: null,
        withdrawn: false,
      });
    }
  }
  return rows;
}

/** The least that any calculation has to do: find the change, and subtract. */
function plainLoop(rows) {
  const firstCommits = new Map();
  for (const { commitSha, firstCommitAt } of rows.changes) {
    firstCommits.set(commitSha, firstCommitAt);
  }
  let sum = 0;
  let count = 0;
  for (const { baseline, carries, finishedAt } of rows.deployments) {
    for (const sha of baseline ? [] : carries) {
      sum += Math.floor((finishedAt - firstCommits.get(sha)) / 1000);
      count += 1;
    }
  }
  return { sum, count };
}

function compute(rows) {
  const delivery = computeDelivery(rows, dora2026Profile, zone);
  const days = countDeliveryDays(delivery);
  let sum = 0;
  let count = 0;
  for (const { seconds } of delivery.samples) {
    if (seconds !== null) {
      sum += seconds;
      count += 1;
    }
  }
  return { sum, count, days: days.length };
}

const spent = {
  plain: { clock: 0, processor: 0 },
  delivery: { clock: 0, processor: 0 },
};
function timed(name, work) {
  const startedAt = performance.now();
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  spent[name].clock += performance.now() - startedAt;
  spent[name].processor += (user + system) / 1000;
  return result;
}

let samples = 0;
let days = 0;
const perComponent = Math.round(changes / components);
for (let component = 0; component < components; component += 1) {
  const rows = makeRows(component, perComponent);
  const plain = timed('plain', () => plainLoop(rows));
  const delivery = timed('delivery', () => compute(rows));
  if (plain.sum !== delivery.sum || plain.count !== delivery.count) {
    throw new Error(
      `Component ${component}: ${delivery.count} samples of ${delivery.sum} s, the plain loop has ${plain.count} of ${plain.sum} s`,
    );
  }
  samples += delivery.count;
  days += delivery.days;
}

const seconds = milliseconds => `${(milliseconds / 1000).toFixed(2)} s`;
const line = (name, { clock, processor }) =>
  `${name} ${seconds(clock).padStart(9)}  processor ${seconds(
    processor,
  ).padStart(9)}`;
process.stdout.write(
  [
    `${
      components * perComponent
    } changes of ${components} components, ${carried} a deployment, zone ${zone}: ${samples} samples, ${days} day counts`,
    line('plain loop    ', spent.plain),
    `${line('delivery, days', spent.delivery)}  ${(
      spent.delivery.processor / spent.plain.processor
    ).toFixed(0)} x`,
    `peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MiB`,
    '',
  ].join('\n'),
);
