import fc, { type Arbitrary } from 'fast-check';
import type { OpenSloV1Object } from '../versions/v1';

/** A map whose values are optional at random; what is not there is left out. */
type Fields = Record<string, Arbitrary<unknown>>;

const record = (required: Fields, optional: Fields = {}) =>
  fc.record(
    { ...required, ...optional },
    { requiredKeys: Object.keys(required), noNullPrototype: true },
  );

const name = fc.stringMatching(/^[a-z0-9]([-a-z0-9]{0,10}[a-z0-9])?$/);
const words = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.constantFrom(
    'plain',
    'two words',
    'a: b',
    '# no comment',
    'yes',
    '0.5',
    'null',
    ' padded ',
    'two\nlines\n',
    "it's",
    '"quoted"',
    'Grüße 🎯',
    '- dash',
    '',
  ),
);
const someText = words.filter(text => text !== '');
const duration = fc.constantFrom('1m', '5m', '12h', '30d', '4w', '1M', '1Q');
const operator = fc.constantFrom('lte', 'gte', 'lt', 'gt');
const key = fc.stringMatching(/^[a-zA-Z]([-._a-zA-Z0-9]{0,8}[a-zA-Z0-9])?$/);
const share = fc.double({ min: 0, max: 0.9999999, noNaN: true });
const number = fc.double({ noNaN: true, noDefaultInfinity: true });

const metadata = record(
  { name },
  {
    displayName: words,
    labels: fc.dictionary(
      key,
      fc.oneof(words, fc.array(words, { maxLength: 3 })),
      { maxKeys: 3, noNullPrototype: true },
    ),
    annotations: fc.dictionary(
      fc.oneof(
        key,
        key.map(inner => `example.com/${inner}`),
      ),
      words,
      { maxKeys: 3, noNullPrototype: true },
    ),
  },
);
const described = { description: words };

const anything = fc.jsonValue({ maxDepth: 2, noUnicodeString: false });
const query = fc.dictionary(key, anything, {
  minKeys: 1,
  maxKeys: 3,
  noNullPrototype: true,
});
const metricOfV1 = record({
  metricSource: record(
    { spec: query },
    { type: someText, metricSourceRef: name },
  ),
});
const dataSourceSpec = record(
  {
    type: someText,
    connectionDetails: anything.filter(details => details !== null),
  },
  described,
);
const metricOfV2alpha = fc.oneof(
  record({ dataSourceRef: name }, { spec: query }),
  record({ dataSourceSpec }, { spec: query }),
);

const ratioOf = (metric: Arbitrary<unknown>) =>
  fc.oneof(
    record({ good: metric, total: metric }, { counter: fc.boolean() }),
    record({ bad: metric, total: metric }, { counter: fc.boolean() }),
    record({ raw: metric, rawType: fc.constantFrom('success', 'failure') }),
  );
const thresholdSpecOf = (metric: Arbitrary<unknown>) =>
  record({ thresholdMetric: metric }, described);
const ratioSpecOf = (metric: Arbitrary<unknown>) =>
  record({ ratioMetric: ratioOf(metric) }, described);

const calendar = record({
  startTime: fc.constantFrom('2026-01-01 00:00:00', '2024-02-29 12:30:00'),
  timeZone: fc.constantFrom('Europe/Berlin', 'America/New_York', 'UTC'),
});
const alignment = fc.oneof(
  record({ isRolling: fc.constant(true) }),
  record({ calendar }, { isRolling: fc.constant(false) }),
);
const windowOf = (length: Arbitrary<string>) =>
  fc
    .tuple(record({ duration: length }), alignment)
    .map(([own, aligned]) => [{ ...own, ...aligned }]);

const target = fc.oneof(
  record({ target: share }),
  record({ targetPercent: share.map(one => one * 100) }),
);
const slice = fc.constantFrom('1m', '5m', '1h');
const slicesOf: Record<string, Arbitrary<object>> = {
  Occurrences: fc.constant({}),
  Timeslices: record({
    timeSliceTarget: fc.double({ min: 0.01, max: 1, noNaN: true }),
    timeSliceWindow: slice,
  }),
  RatioTimeslices: record({ timeSliceWindow: slice }),
};

/** What the versions call an SLI. */
interface Words {
  indicator: string;
  indicatorRef: string;
  service: string;
  metric: Arbitrary<unknown>;
  duration: Arbitrary<string>;
}

const wordsOfV1: Words = {
  indicator: 'indicator',
  indicatorRef: 'indicatorRef',
  service: 'service',
  metric: metricOfV1,
  duration,
};
const wordsOfV2alpha: Words = {
  indicator: 'sli',
  indicatorRef: 'sliRef',
  service: 'serviceRef',
  metric: metricOfV2alpha,
  duration: fc.constantFrom('5m', '12h', '30d', '4w'),
};

const objectiveOf = (method: string, ...more: Arbitrary<object>[]) =>
  fc
    .tuple(
      record({}, { displayName: words }),
      target,
      slicesOf[method],
      ...more,
    )
    .map(parts => Object.assign({}, ...parts) as object);
const comparison = record({ op: operator, value: number });

/** The indicator of an SLO with objectives that go with it. */
const measuredOf = (method: string, own: Words, meta: Arbitrary<unknown>) => {
  const inline = (spec: Arbitrary<unknown>) => record({ metadata: meta, spec });
  const ratio = inline(ratioSpecOf(own.metric));
  const reference = record({ [own.indicatorRef]: name });
  const objectives = (...more: Arbitrary<object>[]) =>
    fc.array(objectiveOf(method, ...more), { minLength: 1, maxLength: 3 });
  return fc.oneof(
    record({ [own.indicator]: ratio, objectives: objectives() }),
    record({
      [own.indicator]: inline(thresholdSpecOf(own.metric)),
      objectives: objectives(comparison),
    }),
    record({
      [own.indicatorRef]: name,
      objectives: objectives(fc.oneof(comparison, fc.constant({}))),
    }),
    record({
      objectives: objectives(
        fc.oneof(reference, record({ [own.indicator]: ratio })),
        record(
          {},
          { compositeWeight: fc.double({ min: 0.1, max: 9, noNaN: true }) },
        ),
      ),
    }),
  );
};

const inlineOf = (
  kind: string,
  reference: string,
  spec: Arbitrary<unknown>,
  meta: Arbitrary<unknown>,
) =>
  fc.oneof(
    record({ [reference]: name }),
    record({ kind: fc.constant(kind), metadata: meta, spec }),
  );
const conditionSpec = record(
  {
    severity: someText,
    condition: record({
      kind: fc.constant('burnrate'),
      op: operator,
      threshold: number,
      lookbackWindow: fc.constantFrom('1h', '3d'),
      alertAfter: fc.constantFrom('5m', '0m'),
    }),
  },
  described,
);
const targetSpec = record({ target: someText }, described);
const policySpecOf = (meta: Arbitrary<unknown>) =>
  record(
    {
      conditions: fc.tuple(
        inlineOf('AlertCondition', 'conditionRef', conditionSpec, meta),
      ),
      notificationTargets: fc.array(
        inlineOf('AlertNotificationTarget', 'targetRef', targetSpec, meta),
        { minLength: 1, maxLength: 2 },
      ),
    },
    {
      ...described,
      alertWhenNoData: fc.boolean(),
      alertWhenBreaching: fc.boolean(),
    },
  );

const sloSpecOf = (own: Words, meta: Arbitrary<unknown>) =>
  fc
    .constantFrom('Occurrences', 'Timeslices', 'RatioTimeslices')
    .chain(method =>
      fc
        .tuple(
          record(
            {
              [own.service]: someText,
              budgetingMethod: fc.constant(method),
              timeWindow: windowOf(own.duration),
            },
            {
              ...described,
              alertPolicies: fc.array(
                inlineOf(
                  'AlertPolicy',
                  'alertPolicyRef',
                  policySpecOf(meta),
                  meta,
                ),
                { maxLength: 2 },
              ),
            },
          ),
          measuredOf(method, own, meta),
        )
        .map(([spec, measured]) => ({ ...spec, ...measured })),
    );

const documentOfKind = (
  apiVersion: string,
  meta: Arbitrary<unknown>,
  kind: string,
  spec: Arbitrary<unknown>,
) =>
  record({
    apiVersion: fc.constant(apiVersion),
    kind: fc.constant(kind),
    metadata: meta,
    spec,
  });

/** Any SLO of `openslo/v1` that is right by the strict rules. */
export const anyV1Slo = documentOfKind(
  'openslo/v1',
  metadata,
  'SLO',
  sloSpecOf(wordsOfV1, metadata),
) as unknown as Arbitrary<OpenSloV1Object>;

/** Any document of `openslo/v1` of any kind that is right by the strict rules. */
export const anyV1Document = fc.oneof(
  { weight: 4, arbitrary: anyV1Slo },
  ...(
    [
      ['SLI', fc.oneof(ratioSpecOf(metricOfV1), thresholdSpecOf(metricOfV1))],
      ['DataSource', dataSourceSpec],
      ['Service', record({}, described)],
      ['AlertPolicy', policySpecOf(metadata)],
      ['AlertCondition', conditionSpec],
      ['AlertNotificationTarget', targetSpec],
    ] as const
  ).map(([kind, spec]) => ({
    weight: 1,
    arbitrary: documentOfKind('openslo/v1', metadata, kind, spec),
  })),
) as unknown as Arbitrary<OpenSloV1Object>;

const kubernetesMetadata = record(
  { name },
  {
    labels: fc.dictionary(
      fc.oneof(
        key,
        key.map(inner => `example.com/${inner}`),
      ),
      name,
      { maxKeys: 2, noNullPrototype: true },
    ),
  },
);

/** Any SLO of `openslo.com/v2alpha` that is right by the strict rules. */
export const anyV2alphaSlo = documentOfKind(
  'openslo.com/v2alpha',
  kubernetesMetadata,
  'SLO',
  sloSpecOf(wordsOfV2alpha, kubernetesMetadata),
) as Arbitrary<object>;

const metricOfV1alpha = record({
  source: fc.constantFrom('prometheus', 'datadog'),
  queryType: fc.constant('promql'),
  query: someText,
});
const v1alphaObjective = (method: string, ...more: Arbitrary<object>[]) =>
  fc
    .tuple(
      record({ target: share }, { displayName: words }),
      method === 'Timeslices'
        ? record({
            timeSliceTarget: fc.double({ min: 0.01, max: 1, noNaN: true }),
          })
        : fc.constant({}),
      ...more,
    )
    .map(parts => Object.assign({}, ...parts) as object);

/** Any SLO of `openslo/v1alpha` that is right by the strict rules. */
export const anyV1alphaSlo = documentOfKind(
  'openslo/v1alpha',
  record({ name }, { displayName: words }),
  'SLO',
  fc.constantFrom('Occurrences', 'Timeslices').chain(method =>
    fc
      .tuple(
        record(
          {
            service: someText,
            budgetingMethod: fc.constant(method),
            timeWindows: fc
              .tuple(
                record({
                  unit: fc.constantFrom('Day', 'Week', 'Month', 'Quarter'),
                  count: fc.integer({ min: 1, max: 90 }),
                }),
                alignment,
              )
              .map(([own, aligned]) => [{ ...own, ...aligned }]),
          },
          described,
        ),
        fc.oneof(
          record({
            indicator: record({ thresholdMetric: metricOfV1alpha }),
            objectives: fc.array(v1alphaObjective(method, comparison), {
              minLength: 1,
              maxLength: 3,
            }),
          }),
          record({
            objectives: fc.array(
              v1alphaObjective(
                method,
                record(
                  {
                    ratioMetrics: record(
                      { good: metricOfV1alpha, total: metricOfV1alpha },
                      { incremental: fc.boolean() },
                    ),
                  },
                  { value: number },
                ),
              ),
              { minLength: 1, maxLength: 3 },
            ),
          }),
        ),
      )
      .map(([spec, measured]) => ({ ...spec, ...measured })),
  ),
) as Arbitrary<object>;
