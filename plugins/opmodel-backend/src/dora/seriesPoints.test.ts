import {
  computeDelivery,
  countDeliveryDays,
  doraProfiles,
} from '@opmodel/backstage-plugin-opmodel-common';
import { sumDaysBy } from './fakeCounts';
import { shapeOf, toSeriesPoints } from './seriesPoints';
import { changeFact, deploymentFact, noFacts } from './testing/facts';
import { toTrendPoints } from './trendPoints';

// A Saturday, the Sunday after it, and the Monday after that.
const finished = [
  '2026-03-07T12:00:00Z',
  '2026-03-08T12:00:00Z',
  '2026-03-09T12:00:00Z',
].map(text => Date.parse(text));
const facts = {
  ...noFacts,
  deployments: finished.map((at, index) =>
    deploymentFact(`d${index}`, at, { carries: ['c1'] }),
  ),
  changes: [changeFact('c1', finished[0] - 3_600_000)],
};
const span = { from: '2026-03-04', to: '2026-03-16' };
const known = { firstDeploymentDay: '2026-03-07', firstIncidentDay: null };

describe('the weeks of a series', () => {
  it.each([
    // The week of each deployment, worked out with a calendar.
    ['dora-2026', ['2026-03-02', '2026-03-09', '2026-03-16'], [2, 1, 0]],
    ['devlake', ['2026-03-02', '2026-03-09', '2026-03-16'], [2, 1, 0]],
    ['four-keys', ['2026-03-01', '2026-03-08', '2026-03-15'], [1, 2, 0]],
    ['gitlab', ['2026-03-02', '2026-03-09', '2026-03-16'], [2, 1, 0]],
  ] as const)('begin as %s begins them', (id, weeks, counts) => {
    const profile = doraProfiles[id];
    const days = countDeliveryDays(computeDelivery(facts, profile, 'UTC'));
    const byWeek = sumDaysBy(days, ({ week }) => week);
    const points = toSeriesPoints(
      byWeek,
      span,
      'week',
      known,
      shapeOf('deployment-frequency', profile),
      profile,
    );
    expect(points.map(({ from }) => from)).toEqual(weeks);
    expect(points.map(({ value }) => value)).toEqual(counts);
    expect(points.map(({ partial }) => partial)).toEqual([true, false, true]);
    const trend = toTrendPoints(byWeek, span, known, profile);
    expect(trend.map(({ week }) => week)).toEqual(weeks);
    expect(trend.map(({ deployments }) => deployments)).toEqual(counts);
    expect(trend.map(({ partial }) => partial)).toEqual([true, false, true]);
  });
});
