import type {
  MetricSource,
  SliIndicator,
  SloDefinition,
  SloObjective,
} from '../sloDefinition';
import { UnwritableError } from './objectiveQueries';
import { writePrometheusRules } from './writePrometheusRules';
import { writePyrraDocuments } from './writePyrraDocuments';
import { writeSlothDocuments } from './writeSlothDocuments';
import { writeEach } from './writtenRules';

const metricOf = (
  query: string | Record<string, unknown>,
  type: string = 'prometheus',
): MetricSource => ({
  type,
  dataSource: null,
  connection: {},
  spec: typeof query === 'string' ? { query } : query,
});

const ratioOf = (
  part: { good: string } | { bad: string },
  total: string,
): SliIndicator => ({
  type: 'ratio',
  counter: true,
  ...('good' in part
    ? { good: metricOf(part.good) }
    : { bad: metricOf(part.bad) }),
  total: metricOf(total),
});

const requests = ratioOf(
  { bad: 'sum(http_requests_total{code=~"5.."})' },
  'sum(http_requests_total)',
);

const objectiveOf = (overrides: Partial<SloObjective> = {}): SloObjective => ({
  index: 0,
  title: null,
  target: 0.999,
  timeSliceTarget: null,
  timeSliceSeconds: null,
  comparison: null,
  indicator: requests,
  weight: 1,
  ...overrides,
});

const definitionOf = (
  objective: Partial<SloObjective> = {},
  overrides: Partial<SloDefinition> = {},
): SloDefinition => ({
  ref: 'slo:default/availability',
  title: 'Checkout answers',
  description: 'Of all requests',
  entityRef: 'component:default/checkout',
  ownerRef: null,
  budgetingMethod: 'Occurrences',
  window: { type: 'rolling', duration: { count: 30, unit: 'd' } },
  objectives: [objectiveOf(objective)],
  composite: false,
  alertConditions: [],
  reviewOn: null,
  ...overrides,
});

const calendar: SloDefinition['window'] = {
  type: 'calendar',
  duration: { count: 1, unit: 'M' },
  startTime: '2026-01-01 00:00:00',
  zone: 'UTC',
};

const messagesOf = ({ notes }: { notes: { message: string }[] }) =>
  notes.map(({ message }) => message);

describe('writePrometheusRules', () => {
  it('writes nothing of nothing', () => {
    expect(writePrometheusRules([])).toEqual({
      document: { groups: [] },
      yaml: 'groups: []\n',
      objectives: 0,
      notes: [],
    });
  });

  it('records each window once, in their order, and long ones from what is recorded', () => {
    const { document, objectives, notes } = writePrometheusRules([
      definitionOf(),
    ]);
    expect(objectives).toBe(1);
    expect(notes).toEqual([]);
    expect(
      document.groups.map(({ name, interval }) => [name, interval]),
    ).toEqual([
      ['opmodel/default/availability/0/base', '5m'],
      ['opmodel/default/availability/0/burn', undefined],
      ['opmodel/default/availability/0/budget', '5m'],
    ]);
    const [base, burn, budget] = document.groups;
    expect(base.rules).toMatchObject([
      {
        record: 'opmodel_slo:bad:increase5m',
        expr: '(sum(increase(http_requests_total{code=~"5.."}[5m])) or sum(increase(http_requests_total[5m])) * 0)',
      },
      {
        record: 'opmodel_slo:total:increase5m',
        expr: 'sum(increase(http_requests_total[5m]))',
      },
    ]);
    const records = burn.rules.flatMap(rule =>
      'record' in rule ? rule.record : [],
    );
    expect(records).toEqual(
      ['5m', '30m', '1h', '2h', '6h', '1d', '3d'].map(
        window => `opmodel_slo:error:ratio_rate${window}`,
      ),
    );
    const day = burn.rules.find(
      rule => 'record' in rule && rule.record.endsWith('rate1d'),
    );
    const of = '{slo="default/availability", objective="0"}[1d]';
    expect(day?.expr).toBe(
      `sum_over_time(opmodel_slo:bad:increase5m${of}) / sum_over_time(opmodel_slo:total:increase5m${of})`,
    );
    expect(budget.rules.map(rule => 'record' in rule && rule.record)).toEqual([
      'opmodel_slo:objective:ratio',
      'opmodel_slo:error_budget_remaining:ratio',
    ]);
  });

  it('leaves out alerts that can never fire, and says so', () => {
    const written = writePrometheusRules([definitionOf({ target: 0.9 })]);
    expect(messagesOf(written)).toEqual([
      'the alert page_fast can never fire: it wants a burn of 14.4 over 1h, and everything bad is a burn of 10',
    ]);
    expect(written.yaml).not.toContain('page_fast');
    expect(written.yaml).toContain('page_slow');
  });

  it('writes no alert on a burn where a policy wants to know of missing data alone', () => {
    const { yaml } = writePrometheusRules([
      definitionOf(
        {},
        {
          alertConditions: [
            {
              policy: 'missing',
              severity: 'page',
              threshold: 2,
              operator: 'gte',
              lookbackSeconds: 3_600,
              alertAfterSeconds: 0,
              alertWhenNoData: true,
              alertWhenBreaching: false,
              alertWhenResolved: false,
            },
          ],
        },
      ),
    ]);
    expect(yaml).toContain('alert: SloNoData');
    expect(yaml).not.toContain('alert: SloErrorBudgetBurn');
  });

  it('leaves out a condition that wants a low burn', () => {
    const written = writePrometheusRules([
      definitionOf(
        {},
        {
          alertConditions: [
            {
              policy: 'odd',
              severity: 'page',
              threshold: 2,
              operator: 'lte',
              lookbackSeconds: 3_600,
              alertAfterSeconds: 0,
              alertWhenNoData: false,
              alertWhenResolved: false,
            },
          ],
        },
      ),
    ]);
    expect(messagesOf(written)).toEqual([
      'the alert odd wants a burn below 2, and what that is to mean is not known',
    ]);
    expect(written.yaml).not.toContain('alert:');
  });

  it.each([
    ['no indicator', { indicator: null }, 'it has no indicator'],
    [
      'another system',
      {
        indicator: {
          type: 'threshold' as const,
          metric: metricOf('x', 'opmodel'),
        },
        comparison: { operator: 'gte' as const, value: 1 },
      },
      'it is measured by opmodel',
    ],
    [
      'what Sloth records',
      {
        indicator: {
          type: 'raw' as const,
          counter: false,
          rawType: 'failure' as const,
          raw: metricOf({ sloth: { id: 'a' } }),
        },
      },
      'Sloth has rules of its own for it',
    ],
    [
      'no query',
      { indicator: ratioOf({ bad: ' ' }, 'x') },
      'its metricSource states no query',
    ],
    [
      'a subquery',
      { indicator: ratioOf({ bad: 'max_over_time(x[1h:])' }, 'x') },
      'A subquery cannot be counted',
    ],
    [
      'a threshold without a value',
      { indicator: { type: 'threshold' as const, metric: metricOf('x') } },
      'it says nothing to compare with',
    ],
  ])('notes %s, and writes the others', (_what, objective, reason) => {
    const { document, notes } = writePrometheusRules([
      definitionOf(objective, { ref: 'slo:default/odd' }),
      definitionOf(),
    ]);
    expect(notes).toEqual([
      {
        ref: 'slo:default/odd',
        objective: 0,
        message: expect.stringContaining(`nothing is written: ${reason}`),
      },
    ]);
    expect(document.groups).toHaveLength(3);
  });

  it('asks no slice of what counts events', () => {
    const alertsOf = (timeSliceSeconds: number | null) =>
      writePrometheusRules([definitionOf({ timeSliceSeconds })]).yaml;
    expect(alertsOf(86_400)).toBe(alertsOf(null));
  });

  it('notes what of slices, composites and calendars is not written', () => {
    expect(
      messagesOf(
        writePrometheusRules([
          definitionOf({}, { budgetingMethod: 'Timeslices' }),
          definitionOf(
            { timeSliceSeconds: 60 },
            { budgetingMethod: 'Timeslices' },
          ),
          definitionOf({}, { composite: true }),
          definitionOf({}, { window: calendar }),
        ]),
      ),
    ).toEqual([
      'nothing is written: its slices have no length',
      'nothing is written: its slices have no target',
      'the whole of a composite is evaluated by Opmodel alone; the rules are of its parts',
      'Prometheus knows no calendar, so nothing is written of what remains of the budget',
    ]);
  });
});

describe('writeSlothDocuments', () => {
  it('writes one document a service', () => {
    const { document, yaml, notes } = writeSlothDocuments([
      definitionOf(),
      definitionOf(
        {},
        {
          ref: 'slo:default/other',
          entityRef: null,
          window: { type: 'rolling', duration: { count: 7, unit: 'd' } },
          objectives: [
            objectiveOf({ index: 0, target: 0.95 }),
            objectiveOf({
              index: 1,
              indicator: ratioOf({ good: 'good_total' }, 'all_total'),
            }),
          ],
        },
      ),
    ]);
    expect(document).toEqual([
      {
        version: 'prometheus/v1',
        service: 'checkout',
        slos: [
          {
            name: 'availability',
            objective: 99.9,
            description: 'Of all requests',
            sli: {
              events: {
                error_query:
                  '(sum(rate(http_requests_total{code=~"5.."}[{{.window}}])) or sum(rate(http_requests_total[{{.window}}])) * 0)',
                total_query: 'sum(rate(http_requests_total[{{.window}}]))',
              },
            },
            alerting: {
              name: 'CheckoutAvailability',
              page_alert: { labels: { severity: 'page' } },
              ticket_alert: { labels: { severity: 'ticket' } },
            },
          },
        ],
      },
      {
        version: 'prometheus/v1',
        service: 'other',
        slos: [
          expect.objectContaining({ name: 'other-0', objective: 95 }),
          expect.objectContaining({
            name: 'other-1',
            sli: {
              events: {
                error_query:
                  'sum(rate(all_total[{{.window}}])) - sum(rate(good_total[{{.window}}]))',
                total_query: 'sum(rate(all_total[{{.window}}]))',
              },
            },
          }),
        ],
      },
    ]);
    expect(yaml.split('---\n')).toHaveLength(2);
    expect(notes.map(({ objective, message }) => [objective, message])).toEqual(
      [
        [0, 'Sloth has to be told of its window of 7d'],
        [1, 'Sloth has to be told of its window of 7d'],
      ],
    );
  });

  it('notes what Sloth does not know', () => {
    expect(
      messagesOf(
        writeSlothDocuments([
          definitionOf({}, { budgetingMethod: 'Timeslices' }),
          definitionOf({}, { window: calendar }),
          definitionOf({ target: 0 }),
        ]),
      ),
    ).toEqual([
      'nothing is written: Sloth counts events, and no slices',
      'nothing is written: Sloth knows no calendar',
      'nothing is written: Sloth wants an objective above 0',
    ]);
  });
});

describe('names for other tools', () => {
  const inNamespace = (ref: string, objectives = [objectiveOf()]) =>
    definitionOf({}, { ref, entityRef: ref.replace('slo', 'api'), objectives });
  const equal = [
    inNamespace('slo:default/availability'),
    inNamespace('slo:payments/availability'),
  ];

  it('tell SLOs of one name in two namespaces from each other', () => {
    expect(
      writePyrraDocuments(equal).document.map(({ metadata }) => metadata.name),
    ).toEqual(['availability', 'payments-availability']);
    expect(
      writeSlothDocuments(equal).document.map(({ service, slos }) => [
        service,
        slos.map(({ name }) => name),
      ]),
    ).toEqual([
      ['availability', ['availability']],
      ['payments-availability', ['payments-availability']],
    ]);
  });

  it.each([
    ['Pyrra', writePyrraDocuments],
    ['Sloth', writeSlothDocuments],
  ])('of which %s would take one for another are noted', (_, write) => {
    const { objectives, notes } = write([
      definitionOf({ indicator: null }, { ref: 'slo:default/a-1' }),
      definitionOf(
        {},
        {
          ref: 'slo:default/a',
          objectives: [objectiveOf(), objectiveOf({ index: 1 })],
        },
      ),
      definitionOf({}, { ref: 'slo:default/a-1' }),
    ]);
    expect(objectives).toBe(2);
    expect(notes.slice(1)).toEqual([
      {
        ref: 'slo:default/a-1',
        objective: 0,
        message:
          'nothing is written: objective 1 of slo:default/a has its name, a-1, already',
      },
    ]);
  });
});

describe('writePyrraDocuments', () => {
  const indicatorsOf = (...objectives: Partial<SloObjective>[]) =>
    writePyrraDocuments(
      objectives.map((it, place) =>
        definitionOf(it, { ref: `slo:default/promise-${place}` }),
      ),
    ).document.map(({ spec }) => spec.indicator);

  it('writes a document for each objective', () => {
    expect(writePyrraDocuments([definitionOf()])).toEqual({
      document: [
        {
          apiVersion: 'pyrra.dev/v1alpha1',
          kind: 'ServiceLevelObjective',
          metadata: { name: 'availability' },
          spec: {
            target: '99.9',
            window: '30d',
            description: 'Of all requests',
            indicator: {
              ratio: {
                errors: { metric: 'http_requests_total{code=~"5.."}' },
                total: { metric: 'http_requests_total' },
              },
            },
          },
        },
      ],
      yaml: expect.stringContaining(
        'metric: |-\n          http_requests_total{code=~"5.."}\n',
      ),
      objectives: 1,
      notes: [],
    });
  });

  it('knows histograms, and gauges that are 1 while all is well', () => {
    expect(
      indicatorsOf(
        {
          indicator: ratioOf(
            { good: 'sum(rate(x_bucket{le="0.3"}[5m]))' },
            'sum(rate(x_count[5m]))',
          ),
        },
        {
          indicator: { type: 'threshold', metric: metricOf('up{job="a"}') },
          comparison: { operator: 'gte', value: 1 },
        },
      ),
    ).toEqual([
      {
        latency: {
          success: { metric: 'x_bucket{le="0.3"}' },
          total: { metric: 'x_count' },
        },
      },
      { bool_gauge: { metric: 'up{job="a"}' } },
    ]);
  });

  it('notes what Pyrra does not know', () => {
    expect(
      messagesOf(
        writePyrraDocuments([
          definitionOf({}, { window: calendar }),
          definitionOf({}, { budgetingMethod: 'RatioTimeslices' }),
          definitionOf({ indicator: ratioOf({ good: 'a' }, 'b') }),
          definitionOf({ indicator: ratioOf({ bad: 'a + b' }, 'c') }),
          definitionOf({
            indicator: { type: 'threshold', metric: metricOf('latency') },
            comparison: { operator: 'lte', value: 0.3 },
          }),
          definitionOf({
            indicator: {
              type: 'raw',
              counter: false,
              rawType: 'success',
              raw: metricOf('a'),
            },
          }),
        ]),
      ),
    ).toEqual([
      'nothing is written: Pyrra knows no calendar',
      'nothing is written: Pyrra counts events, and no slices',
      'nothing is written: Pyrra wants to know what is bad, unless what is good is the bucket of a histogram',
      'nothing is written: Pyrra reads one series or its sum, and nothing else',
      'nothing is written: of thresholds Pyrra knows gauges that are 1 while all is well',
      'nothing is written: Pyrra reads counters rather than ratios',
    ]);
  });
});

describe('writeEach', () => {
  it('notes what cannot be written, and hides no defect', () => {
    expect(
      writeEach([definitionOf()], () => {
        throw new UnwritableError('so it is');
      }).notes,
    ).toHaveLength(1);
    expect(() =>
      writeEach([definitionOf()], () => {
        throw new TypeError('a defect');
      }),
    ).toThrow('a defect');
  });
});
