import fc from 'fast-check';
import { convertToV1 } from '../convert/convertToV1';
import { documentOf } from '../document/OpenSloDocument';
import { hasErrors } from '../document/OpenSloProblem';
import { parseOpenSlo } from '../document/parseOpenSlo';
import {
  anyV1alphaSlo,
  anyV1Document,
  anyV1Slo,
  anyV2alphaSlo,
} from '../__testUtils__/arbitraryDocuments';
import { exampleFiles, exampleText } from '../__testUtils__/examples';
import { mutationsOf, replaceAt } from '../__testUtils__/mutateDocument';
import {
  type RightDocument,
  rightDocument,
} from '../__testUtils__/rightDocuments';
import { indexDocuments } from './indexDocuments';
import { shareOf } from './resolveObjectives';
import { resolveSlo } from './resolveSlo';

const examples = exampleFiles
  .filter(({ file }) => !file.includes('/'))
  .flatMap(({ text, file }) => parseOpenSlo(text, { file }).documents);
const example = (name: string) =>
  examples.find(document => document.kind === 'SLO' && document.name === name)!;
const resolve = (value: object, ...others: object[]) =>
  resolveSlo(
    documentOf(value),
    others.map(other => documentOf(other)),
  );

describe('resolveSlo', () => {
  it('puts everything in place that an SLO refers to', () => {
    const { slo, problems } = resolveSlo(
      example('checkout-availability'),
      examples,
    );
    expect(problems).toEqual([]);
    const source = {
      type: 'Prometheus',
      dataSource: 'shop-prometheus',
      connection: {
        url: 'https://prometheus.example.com',
        bearerToken: '${SHOP_PROMETHEUS_TOKEN}',
      },
    };
    expect(slo).toEqual({
      name: 'checkout-availability',
      title: 'Checkout answers',
      description: 'Customers get an answer when they pay.',
      labels: { tier: ['tier-1'] },
      annotations: {
        'opmodel.io/measures': 'component:default/checkout',
        'opmodel.io/owner': 'group:default/payments',
        'opmodel.io/review-on': '2027-03-01',
      },
      service: { name: 'checkout', title: 'Checkout', known: true },
      budgetingMethod: 'Occurrences',
      window: { type: 'rolling', duration: { count: 30, unit: 'd' } },
      objectives: [
        {
          index: 0,
          title: 'Answered',
          target: 0.999,
          timeSliceTarget: null,
          timeSliceSeconds: null,
          comparison: null,
          indicatorName: 'checkout-requests',
          indicator: {
            type: 'ratio',
            counter: true,
            good: {
              ...source,
              spec: {
                query: 'http_requests_total{service="checkout",code!~"5.."}',
              },
            },
            total: {
              ...source,
              spec: { query: 'http_requests_total{service="checkout"}' },
            },
          },
          weight: 1,
        },
      ],
      composite: false,
      alertPolicies: [
        {
          name: 'checkout-fast-burn',
          title: 'Checkout loses its budget within two days',
          description:
            'Wakes whoever is on call while there is still budget to save.',
          alertWhenBreaching: true,
          alertWhenResolved: true,
          alertWhenNoData: false,
          conditions: [
            {
              name: 'two-percent-in-an-hour',
              severity: 'page',
              operator: 'gte',
              threshold: 14.4,
              lookback: { count: 1, unit: 'h' },
              alertAfter: { count: 5, unit: 'm' },
            },
          ],
          notificationTargets: [
            {
              name: 'payments-on-call',
              target: 'pager',
              description: 'Whoever is on call for payments.',
            },
          ],
        },
      ],
    });
  });

  it('takes calendar windows, slices and comparisons', () => {
    const { slo, problems } = resolveSlo(example('checkout-latency'), examples);
    expect(problems).toEqual([]);
    expect(slo).toMatchObject({
      window: {
        type: 'calendar',
        duration: { count: 1, unit: 'M' },
        startTime: '2026-01-01 00:00:00',
        zone: 'Europe/Berlin',
      },
      objectives: [
        {
          timeSliceTarget: 0.95,
          timeSliceSeconds: 300,
          comparison: { operator: 'lte', value: 0.4 },
          indicator: { type: 'threshold' },
        },
      ],
    });
  });

  it('takes composites with weights, and what stands in place', () => {
    const { slo, problems } = resolveSlo(example('order-journey'), examples);
    expect(problems).toEqual([]);
    expect(slo).toMatchObject({
      composite: true,
      objectives: [
        { target: 0.999, weight: 2, indicatorName: 'checkout-requests' },
        {
          target: 0.995,
          weight: 1,
          indicatorName: 'payments',
          indicator: { bad: { dataSource: null, connection: {} } },
        },
      ],
      alertPolicies: [
        {
          name: 'order-journey-slow-burn',
          conditions: [{ name: 'ten-percent-in-three-days' }],
          notificationTargets: [{ name: 'payments-on-call', target: 'pager' }],
        },
      ],
    });
  });

  it('works with an index as with a list, and on plain objects of any version', () => {
    const index = indexDocuments(examples);
    expect(resolveSlo(example('order-journey'), index)).toEqual(
      resolveSlo(example('order-journey'), examples),
    );
    const { documents } = parseOpenSlo(
      exampleText('other-versions/v2alpha.yaml'),
    );
    const plain = documents.map(({ value }) => documentOf(value));
    const { slo } = resolveSlo(plain[1], plain);
    expect(slo).toMatchObject({
      name: 'delivery-on-time',
      objectives: [
        {
          indicator: {
            bad: {
              type: 'Prometheus',
              dataSource: 'delivery-events-data-source',
              connection: { url: 'https://prometheus.example.com' },
            },
          },
        },
      ],
    });
  });

  it('takes the traps of real documents', () => {
    const { documents } = parseOpenSlo(exampleText('as-found/traps.yaml'));
    const { slo, problems } = resolveSlo(documents[0], documents);
    expect(hasErrors(problems)).toBe(false);
    expect(problems).toMatchObject([
      { severity: 'warning', rule: 'window-assumed', line: 10 },
    ]);
    expect(slo).toMatchObject({
      budgetingMethod: 'Timeslices',
      window: { type: 'rolling', duration: { count: 30, unit: 'd' } },
      labels: { userImpacting: ['true'] },
      objectives: [{ timeSliceSeconds: 300, comparison: null }],
      alertPolicies: [
        {
          name: 'BasketAlerts',
          conditions: [
            { name: 'fast', operator: 'gte', alertAfter: null },
            { name: 'slow', operator: 'lte', alertAfter: null },
          ],
          notificationTargets: [],
        },
      ],
    });
  });

  /** What is changed in a right document, what is said of it, and what comes of it. */
  it.each<
    [
      string,
      RightDocument,
      (string | number)[],
      unknown,
      string,
      string,
      object,
    ]
  >([
    [
      'an unknown SLI',
      'sloWithReference',
      ['spec', 'indicatorRef'],
      'gone',
      'reference-unknown',
      'spec.indicatorRef',
      { objectives: [{ indicator: null, indicatorName: 'gone' }] },
    ],
    [
      'an unknown alert policy',
      'slo',
      ['spec', 'alertPolicies'],
      [{ alertPolicyRef: 'gone' }],
      'reference-unknown',
      'spec.alertPolicies[0].alertPolicyRef',
      { alertPolicies: [] },
    ],
    [
      'an unknown condition',
      'sloWithPolicies',
      ['spec', 'alertPolicies', 0, 'spec', 'conditions', 0],
      { conditionRef: 'gone' },
      'reference-unknown',
      'spec.alertPolicies[0].spec.conditions[0].conditionRef',
      { alertPolicies: [{ conditions: [] }, { name: 'other' }] },
    ],
    [
      'no indicator',
      'slo',
      ['spec', 'indicator'],
      undefined,
      'indicator-missing',
      'spec',
      { objectives: [{ indicator: null, indicatorName: null }] },
    ],
    [
      'a ratio without a total',
      'slo',
      ['spec', 'indicator', 'spec', 'ratioMetric', 'total'],
      undefined,
      'indicator-missing',
      'spec.indicator.spec.ratioMetric',
      { objectives: [{ indicator: null }] },
    ],
    [
      'a metric without a type',
      'slo',
      [
        'spec',
        'indicator',
        'spec',
        'ratioMetric',
        'good',
        'metricSource',
        'type',
      ],
      undefined,
      'metric-source-unknown',
      'spec.indicator.spec.ratioMetric.good.metricSource',
      { objectives: [{ indicator: null }] },
    ],
    [
      'a threshold that is compared with nothing',
      'sloWithThreshold',
      ['spec', 'objectives', 0, 'value'],
      undefined,
      'comparison-unknown',
      'spec.objectives[0]',
      { objectives: [{ indicator: null, comparison: null }] },
    ],
    [
      'a window that cannot be read',
      'slo',
      ['spec', 'timeWindow', 0, 'duration'],
      '30D',
      'window-assumed',
      'spec.timeWindow',
      { window: { type: 'rolling', duration: { count: 30, unit: 'd' } } },
    ],
    [
      'a calendar that cannot be read',
      'sloWithCalendar',
      ['spec', 'timeWindow', 0, 'calendar', 'startTime'],
      'now',
      'window-assumed',
      'spec.timeWindow[0]',
      { window: { type: 'rolling', duration: { count: 1, unit: 'M' } } },
    ],
    [
      'an unknown budgeting method',
      'slo',
      ['spec', 'budgetingMethod'],
      'Never',
      'budgeting-method-assumed',
      'spec.budgetingMethod',
      { budgetingMethod: 'Occurrences' },
    ],
    [
      'slices without a length',
      'sloWithSlices',
      ['spec', 'objectives', 0, 'timeSliceWindow'],
      undefined,
      'slice-assumed',
      'spec.objectives[0].timeSliceWindow',
      { objectives: [{ timeSliceSeconds: 300 }] },
    ],
    [
      'slices without a target',
      'sloWithSlices',
      ['spec', 'objectives', 0, 'timeSliceTarget'],
      undefined,
      'slice-assumed',
      'spec.objectives[0].timeSliceTarget',
      { objectives: [{ timeSliceTarget: 0.99 }] },
    ],
    [
      'a condition without a threshold',
      'sloWithPolicies',
      [
        'spec',
        'alertPolicies',
        0,
        'spec',
        'conditions',
        0,
        'spec',
        'condition',
        'threshold',
      ],
      'high',
      'condition-unusable',
      'spec.alertPolicies[0].spec.conditions[0].spec.condition',
      { alertPolicies: [{ conditions: [] }, { name: 'other' }] },
    ],
  ])(
    'with %s, says so and takes the rest',
    (_, name, path, replacement, rule, problemPath, outcome) => {
      const others = [
        rightDocument('target'),
        { ...rightDocument('policy'), metadata: { name: 'other' } },
        { ...rightDocument('condition'), metadata: { name: 'fast' } },
        { ...rightDocument('target'), metadata: { name: 'pager' } },
      ];
      const broken = replaceAt(rightDocument(name), path, replacement);
      const { slo, problems } = resolve(broken, ...others);
      expect(problems).toMatchObject([
        { severity: 'error', rule, path: problemPath, document: 0 },
      ]);
      expect(slo).toMatchObject(outcome);
    },
  );

  it.each([
    [true, {}],
    [true, { alertWhenBreaching: true }],
    [false, { alertWhenBreaching: false }],
  ])(
    'says that a policy alerts on a burn: %p, where it says %j',
    (alertWhenBreaching, said) => {
      const policy = rightDocument('policy');
      delete policy.spec.alertWhenBreaching;
      const { slo } = resolve(
        replaceAt(
          rightDocument('slo'),
          ['spec', 'alertPolicies'],
          [{ alertPolicyRef: policy.metadata.name }],
        ),
        { ...policy, spec: { ...policy.spec, ...said } },
        rightDocument('condition'),
        rightDocument('target'),
      );
      expect(slo!.alertPolicies).toMatchObject([{ alertWhenBreaching }]);
    },
  );

  it('leaves out an objective without a target, and keeps the place of the others', () => {
    const value = rightDocument('slo');
    value.spec.objectives = [{ target: 1 }, { target: 0.9 }];
    const { slo, problems } = resolve(value);
    expect(slo!.objectives.map(({ index }) => index)).toEqual([1]);
    expect(problems).toMatchObject([
      { rule: 'objective-unusable', path: 'spec.objectives[0]' },
    ]);
  });

  it.each([
    [
      'no objective',
      replaceAt(rightDocument('slo'), ['spec', 'objectives'], []),
    ],
    ['no name', replaceAt(rightDocument('slo'), ['metadata'], {})],
    ['another kind', rightDocument('service')],
    ['another version', { ...rightDocument('slo'), apiVersion: 'x' }],
    ['nothing', {}],
  ])('makes nothing of %s', (_, value) => {
    const { slo, problems } = resolve(value);
    expect(slo).toBeNull();
    expect(problems.at(-1)).toMatchObject({
      severity: 'error',
      rule: 'slo-unusable',
    });
  });

  it('needs no DataSource where the metric has a type, and warns', () => {
    const path = [
      'spec',
      'indicator',
      'spec',
      'ratioMetric',
      'good',
      'metricSource',
      'metricSourceRef',
    ];
    const { slo, problems } = resolve(
      replaceAt(rightDocument('slo'), path, 'configured'),
    );
    expect(problems).toMatchObject([
      { severity: 'warning', rule: 'reference-unknown' },
    ]);
    expect(slo!.objectives[0].indicator).toMatchObject({
      good: { type: 'Prometheus', dataSource: 'configured', connection: {} },
    });
  });

  it('takes the first of two documents of a kind and name', () => {
    const first = rightDocument('sli');
    const second = rightDocument('rawSli');
    const slo = replaceAt(
      rightDocument('sloWithReference'),
      ['spec', 'indicatorRef'],
      'checkout',
    );
    expect(
      resolve(slo, first, second).slo!.objectives[0].indicator,
    ).toMatchObject({ type: 'ratio' });
  });

  it('has as many objectives as whatever is right, each with its target', () => {
    fc.assert(
      fc.property(fc.oneof(anyV1Slo, anyV2alphaSlo), value => {
        const { slo } = resolve(value);
        const { spec } = value as Record<string, any>;
        expect(slo!.objectives.map(({ target }) => target)).toEqual(
          spec.objectives.map(
            ({ target, targetPercent }: Record<string, number>) =>
              target ?? shareOf(targetPercent),
          ),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('makes the same of documents before and after conversion', () => {
    fc.assert(
      fc.property(fc.oneof(anyV2alphaSlo, anyV1alphaSlo), value => {
        const { documents } = convertToV1([documentOf(value)]);
        const converted = documents.find(({ kind }) => kind === 'SLO')!;
        expect(resolve(value).slo).toEqual(
          resolveSlo(converted, documents).slo,
        );
      }),
      { numRuns: 200 },
    );
  });

  it('does not throw, whatever is broken', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          mutationsOf(anyV1Slo),
          mutationsOf(anyV2alphaSlo),
          mutationsOf(anyV1alphaSlo),
          fc.object(),
        ),
        fc.array(mutationsOf(anyV1Document), { maxLength: 4 }),
        (value, others) => {
          const { slo, problems } = resolve(value, ...others);
          expect(slo !== null || hasErrors(problems)).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('shareOf', () => {
  it.each([
    [99.9, 0.999],
    [99.95, 0.9995],
    [99.99, 0.9999],
    [0, 0],
    [99.999999, 0.99999999],
    [1e-7, 1e-9],
  ])('takes %d for %d, without the noise of a division', (percent, share) => {
    expect(shareOf(percent)).toBe(share);
  });
});
