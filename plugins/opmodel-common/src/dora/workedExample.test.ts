import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DateTime } from 'luxon';
import { countDays } from '../calendar/days';
import { quantile } from '../statistics/quantile';
import { computeDelivery } from './computeDelivery';
import { deploymentsPerWeek } from './computeDeploymentFrequency';
import { countDeliveryDays } from './countDeliveryDays';
import type { IncidentFact } from './facts';
import { dora2026Profile } from './profiles/dora2026';
import { change, deployment, incident, rows } from './testing/deliveryRows';

const page = readFileSync(join(__dirname, '../../../../docs/dora.md'), 'utf8');

/** The tables of the example, each row by the names of its columns; an empty cell is null. */
const [deployments, changes, incidents, answers] = page
  .slice(page.indexOf('## A worked example'), page.indexOf('## The dora-2026'))
  .split('\n\n')
  .filter(block => block.startsWith('|'))
  .map(table => {
    const [columns, , ...cells] = table
      .trim()
      .split('\n')
      .map(line =>
        line
          .split('|')
          .slice(1, -1)
          .map(cell => cell.trim() || null),
      );
    return cells.map(
      row =>
        Object.fromEntries(
          row.map((cell, index) => [columns[index], cell]),
        ) as Record<string, string | null>,
    );
  });

const instant = (text: string | null) =>
  text === null
    ? null
    : DateTime.fromFormat(`${text} 2026`, 'd MMM HH:mm yyyy', {
        zone: 'utc',
        locale: 'en',
      }).toMillis();

const delivery = computeDelivery(
  rows({
    deployments: deployments.map(row =>
      deployment({
        subject: row.Deployment!,
        finishedAt: instant(row.Finished),
        environment: row.Environment,
        environmentTier: row.Environment!.startsWith('prod')
          ? 'production'
          : 'staging',
        version: row.Version,
        result: row.Result as 'success' | 'failure',
        carries: row.Brings?.split(', ') ?? [],
        hotfix: row.Hotfix === 'yes' || null,
      }),
    ),
    changes: changes.map(row =>
      change({
        subject: row.Change!,
        commitSha: row.Change,
        firstCommitAt: instant(row['First commit']),
        openedAt: instant(row.Opened),
        firstReviewAt: instant(row['First review']),
        mergedAt: instant(row.Merged),
      }),
    ),
    incidents: incidents.map(row =>
      incident({
        subject: row.Incident!,
        severity: row.Severity,
        startedAt: instant(row['Impact from']),
        mitigatedAt: instant(row.Mitigated),
        resolvedAt: instant(row.Resolved),
        causeClass: row.Cause as IncidentFact['causeClass'],
        recurrenceOf: row.Repeats,
      }),
    ),
  }),
  dora2026Profile,
  'UTC',
);

const counts = countDeliveryDays(delivery);
const count = (metric: string) =>
  counts
    .filter(day => day.metric === metric)
    .reduce((sum, day) => sum + day.count, 0);
const share = (part: string, whole: string) =>
  `${count(part)} / ${count(whole)}`;

const known = (seconds: (number | null)[]) =>
  seconds.filter((value): value is number => value !== null);
const hours = (seconds: (number | null)[], p: number) =>
  `${quantile(known(seconds), p)! / 3_600} h`;

describe('the worked example of the documentation', () => {
  it('comes to the answers that it gives', () => {
    const leadTimes = delivery.samples.map(({ seconds }) => seconds);
    const recoveries = delivery.recoveries.map(({ seconds }) => seconds);
    const restores = delivery.incidents.map(
      ({ restoreSeconds }) => restoreSeconds,
    );
    const perWeek = deploymentsPerWeek({
      deployments: count('deployments'),
      days: countDays('2026-03-02', '2026-03-15'),
    });
    expect(
      Object.fromEntries(answers.map(row => [row.Number, row.Value])),
    ).toEqual({
      'Deployments that count': String(count('deployments')),
      'Change lead time, median': hours(leadTimes, 0.5),
      'Change lead time, p75': hours(leadTimes, 0.75),
      'Change lead time, p90': hours(leadTimes, 0.9),
      'Deployment frequency': `${perWeek} a week`,
      'Change fail rate': share('failed_deployments', 'deployments'),
      'Failed deployment recovery time, median': hours(recoveries, 0.5),
      'Deployment rework rate': share('rework_deployments', 'deployments'),
      'Time to restore, median': hours(restores, 0.5),
      'Incident recurrence': share('recurrences', 'incidents'),
      'Incidents tied to a deployment': share('linked_incidents', 'incidents'),
      'Carried changes with a first commit': share(
        'changes_with_first_commit',
        'carried_changes',
      ),
    });
  });

  it('leaves out what it says, and why', () => {
    expect(
      delivery.deployments
        .filter(({ exclusion }) => exclusion !== null)
        .map(({ subject, exclusion }) => [subject, exclusion]),
    ).toEqual([
      ['d2', 'same_rollout'],
      ['d8', 'not_production'],
      ['d9', 'not_successful'],
    ]);
    expect(
      delivery.samples.map(({ changeKey, seconds, exclusion }) => [
        changeKey,
        seconds === null ? exclusion : seconds / 3_600,
      ]),
    ).toEqual([
      ['a', 4],
      ['b', 24],
      ['c', 6],
      ['d', 2],
      ['e', 72],
      ['f', 10],
      ['x', 'unknown_change'],
    ]);
    expect(delivery.samples[0].stages).toEqual({
      coding: 3_600,
      pickup: 3_600,
      review: 3_600,
      commitToMerge: 3 * 3_600,
      mergeToDeploy: 3_600,
    });
  });

  it('knows what failed by what it says', () => {
    expect(
      delivery.deployments.flatMap(({ subject, failures }) =>
        failures.map(({ kind, lagSeconds }) => [subject, kind, lagSeconds]),
      ),
    ).toEqual([
      ['d3', 'rollback', 3_600],
      ['d3', 'hotfix', 43 * 3_600],
      ['d6', 'time_window', 90 * 60],
      ['d6', 'time_window', 105 * 60],
    ]);
    expect(
      delivery.recoveries.map(({ deployment: failed, seconds }) => [
        failed?.subject,
        seconds! / 3_600,
      ]),
    ).toEqual([
      ['d3', 1],
      ['d6', 3],
    ]);
    expect(
      delivery.deployments
        .filter(({ rework }) => rework)
        .map(({ subject }) => subject),
    ).toEqual(['d4', 'd5']);
    expect(
      delivery.incidents.map(({ subject, unlinked }) => [subject, unlinked]),
    ).toEqual([
      ['i1', null],
      ['i2', null],
      ['i3', 'other_cause'],
      ['i4', 'other_cause'],
    ]);
  });
});
