import { ownSignals } from '@opmodel/backstage-plugin-opmodel-common';
import {
  indexDocuments,
  parseOpenSlo,
  resolveSlo,
  validateOpenSlo,
} from '@opmodel/openslo';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { serviceLevels } from './serviceLevels';

const folder = resolve(__dirname, '../../catalog');
const read = (name: string) => readFileSync(resolve(folder, name), 'utf8');
const files = ['checkout-api', 'route-optimizer', 'objectives'].map(
  name => `slos/${name}.yaml`,
);
const documents = files.flatMap(name => parseOpenSlo(read(name)).documents);
const slos = documents.map(document => document.value as any);
const named = (name: string) =>
  slos.find(({ metadata }) => metadata.name === name)!;
const indexed = indexDocuments(documents);

it('are OpenSLO, also by the strict rules', () => {
  for (const name of files) {
    const parsed = parseOpenSlo(read(name));
    expect(parsed.problems).toEqual([]);
    expect(validateOpenSlo(parsed.documents, { mode: 'strict' })).toEqual([]);
  }
});

it('are at least fifteen, of every method and both kinds of windows', () => {
  expect(slos.length).toBeGreaterThanOrEqual(15);
  expect(new Set(slos.map(({ spec }) => spec.budgetingMethod))).toEqual(
    new Set(['Occurrences', 'Timeslices', 'RatioTimeslices']),
  );
  expect(new Set(slos.map(({ spec }) => spec.timeWindow[0].duration))).toEqual(
    new Set(['28d', '30d', '1M']),
  );
  expect(named('payment-success').spec.timeWindow[0].calendar.timeZone).toBe(
    'Europe/Amsterdam',
  );
  expect(named('checkout-latency').spec.objectives).toHaveLength(2);
});

it('name what there is, but for what leads nowhere on purpose', () => {
  const problems = documents.flatMap(document =>
    resolveSlo(document, indexed).problems.map(({ rule }) => [
      (document.value as any).metadata.name,
      rule,
    ]),
  );
  expect(new Set(problems.map(([name]) => name))).toEqual(
    new Set(['message-delivery', 'picking-accuracy']),
  );
});

/** Measured by the portal's own records: nobody sends counts. */
const isOwn = ({ spec }: any) =>
  spec.indicator?.spec.ratioMetric?.total.metricSource.type === 'opmodel';

it('measure by own records what there is a signal for', () => {
  const signals = slos
    .filter(isOwn)
    .map(
      ({ spec }) =>
        spec.indicator.spec.ratioMetric.good.metricSource.spec.signal,
    );
  expect(signals.sort()).toEqual([...ownSignals].sort());
});

it('are counted, but for those that show what is not', () => {
  const counted = new Set(
    serviceLevels.map(({ slo, objective }) => `${slo} ${objective}`),
  );
  const sent = slos.filter(slo => !isOwn(slo));
  const objectives = sent.flatMap(({ metadata, spec }) =>
    spec.objectives.map(
      (_: unknown, index: number) => `${metadata.name} ${index}`,
    ),
  );
  expect(objectives.filter(name => !counted.has(name))).toEqual([
    'carbon-figures 0',
    'picking-accuracy 0',
  ]);
  expect([...counted].filter(name => !objectives.includes(name))).toEqual([]);
});

it('are stricter than what they depend on, and less strict than the contract, where that is to be seen', () => {
  const target = (name: string) => named(name).spec.objectives[0].target;
  expect(target('checkout-availability')).toBeGreaterThan(
    target('payment-success') * target('slot-booking-availability'),
  );
  const policies = parseAllDocuments(read('slos/policies.yaml')).map(document =>
    document.toJS(),
  );
  const agreement = policies.find(
    ({ kind }) => kind === 'ServiceLevelAgreement',
  );
  expect(agreement.spec.objectives[0].targetPercent / 100).toBeGreaterThan(
    target('checkout-availability'),
  );
  expect(
    policies
      .filter(({ kind }) => kind === 'ErrorBudgetPolicy')
      .map(({ spec }) => spec.mode)
      .sort(),
  ).toEqual(['enforced', 'shadow']);
});
