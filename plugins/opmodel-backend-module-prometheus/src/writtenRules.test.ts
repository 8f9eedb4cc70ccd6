import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import {
  writePrometheusRules,
  writeSlothDocuments,
} from '@opmodel/backstage-plugin-opmodel-common';
import { parse } from 'yaml';
import { definitionOf, ruledDefinitions } from './testing/ruledDefinitions';
import { ratioOf } from './testing/sliRequests';
import { describeWithPrometheus } from './testing/startPrometheus';

// A day of minutes takes promtool a while on a busy machine.
jest.setTimeout(60_000);

const run = promisify(execFile);

describeWithPrometheus('rules that are written', ({ promtool }) => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'opmodel-rules-'));
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  const write = async (name: string, text: string) => {
    const file = join(folder, name);
    await writeFile(file, text);
    return file;
  };
  const check = async (yaml: string) => {
    const file = await write('rules.yml', yaml);
    const { stdout } = await run(promtool, [
      ...['check', 'rules', '--lint=all', '--lint-fatal', file],
    ]);
    return stdout;
  };

  it('are rules to promtool, of every kind of objective', async () => {
    const { yaml, document } = writePrometheusRules(ruledDefinitions);
    const count = document.groups.reduce(
      (sum, { rules }) => sum + rules.length,
      0,
    );
    expect(await check(yaml)).toContain(`SUCCESS: ${count} rules found`);
    expect(parse(yaml)).toEqual(document);
  });

  it('are rules to promtool where Sloth fills in its windows', async () => {
    const { document } = writeSlothDocuments(ruledDefinitions);
    const queries = document.flatMap(({ slos }) =>
      slos.flatMap(({ sli }) =>
        'events' in sli ? Object.values(sli.events) : sli.raw.error_ratio_query,
      ),
    );
    expect(queries).toHaveLength(12);
    const groups = [
      {
        name: 'sloth',
        rules: queries.map((query, index) => ({
          record: `query_${index}`,
          expr: query.split('{{.window}}').join('5m'),
        })),
      },
    ];
    expect(await check(JSON.stringify({ groups }))).toContain(
      'SUCCESS: 12 rules found',
    );
  });

  const labelsOf = (query: string) => query.slice(query.indexOf('{'));
  /** Series of a minute, and what is expected of them. */
  const unitTest = async (
    yaml: string,
    series: Record<string, string>,
    expectations: {
      values?: { query: string; at: string; value: number }[];
      alerts?: { at: string; firing: object[] }[];
      /** Of all rules: promtool does not look at the intervals of groups. */
      interval?: string;
    },
  ) => {
    await write('rules.yml', yaml);
    const file = await write(
      'test.yml',
      JSON.stringify({
        rule_files: ['rules.yml'],
        evaluation_interval: expectations.interval ?? '1m',
        // Otherwise it takes them in any order, and one that reads another may be an interval behind.
        group_eval_order: parse(yaml).groups.map(
          ({ name }: { name: string }) => name,
        ),
        tests: [
          {
            interval: '1m',
            input_series: Object.entries(series).map(([name, values]) => ({
              series: name,
              values,
            })),
            promql_expr_test: (expectations.values ?? []).map(
              ({ query, at, value }) => ({
                expr: `round(${query}, 0.000001)`,
                eval_time: at,
                exp_samples: [{ labels: labelsOf(query), value }],
              }),
            ),
            alert_rule_test: (expectations.alerts ?? []).map(
              ({ at, firing }) => ({
                alertname: 'SloErrorBudgetBurn',
                eval_time: at,
                exp_alerts: firing,
              }),
            ),
          },
        ],
      }),
    );
    return run(promtool, ['test', 'rules', file]).then(
      () => 'right',
      error => `${error.stdout}${error.stderr}`,
    );
  };

  const firing = (policy: string, value: string, threshold: string) => ({
    exp_labels: {
      slo: 'default/availability',
      objective: '0',
      alert_policy: policy,
      severity: policy.replace(/_.*/, ''),
      entity: 'component:default/checkout',
      owner: 'group:default/payments',
    },
    exp_annotations: {
      summary: `SLO of availability burns its error budget: a burn rate of ${threshold} or more`,
      description: `${value} was bad within ${
        {
          page_fast: '5m',
          page_slow: '30m',
          ticket_fast: '2h',
          ticket_slow: '6h',
        }[policy]
      }, where slo:default/availability allows 0.1%.`,
    },
  });

  it('record errors and what remains of the budget, and page when two windows burn', async () => {
    const { yaml } = writePrometheusRules([definitionOf('availability')]);
    const labels = '{slo="default/availability", objective="0"}';
    // 1,000 requests a minute for a day without a failure, then 2 % fail for two hours: a burn of 20.
    const outcome = await unitTest(
      yaml,
      {
        'http_requests_total{job="checkout",code="200"}':
          '0+1000x1440 1440980+980x120',
        'http_requests_total{job="checkout",code="500"}': '0+0x1440 20+20x120',
      },
      {
        values: [
          {
            query: `opmodel_slo:error:ratio_rate5m${labels}`,
            at: '23h',
            value: 0,
          },
          {
            query: `opmodel_slo:error:ratio_rate5m${labels}`,
            at: '24h30m',
            value: 0.02,
          },
          // 30 of 60 minutes, and 100 of 360.
          {
            query: `opmodel_slo:error:ratio_rate1h${labels}`,
            at: '24h30m',
            value: 0.01,
          },
          {
            query: `opmodel_slo:error:ratio_rate6h${labels}`,
            at: '25h40m',
            value: 0.005556,
          },
          {
            query: `opmodel_slo:objective:ratio${labels}`,
            at: '1h',
            value: 0.999,
          },
        ],
        alerts: [
          { at: '23h', firing: [] },
          // A burn of 20 reaches 14.4 over an hour after 43.2 minutes.
          { at: '24h43m', firing: [] },
          { at: '24h45m', firing: [firing('page_fast', '2%', '14.4')] },
          // 6 over six hours after 108 minutes.
          {
            at: '25h49m',
            firing: [
              firing('page_fast', '2%', '14.4'),
              firing('page_slow', '2%', '6'),
              // Of three days only the latest 26 hours are known.
              firing('ticket_slow', '0.6056%', '1'),
            ],
          },
        ],
      },
    );
    expect(outcome).toBe('right');
  });

  it('tell a test that expects something else', async () => {
    const { yaml } = writePrometheusRules([definitionOf('availability')]);
    const outcome = await unitTest(
      yaml,
      { 'http_requests_total{job="checkout",code="200"}': '0+1000x60' },
      {
        values: [
          {
            query:
              'opmodel_slo:error:ratio_rate5m{slo="default/availability", objective="0"}',
            at: '1h',
            value: 0.5,
          },
        ],
      },
    );
    expect(outcome).toContain('FAILED');
  });

  it('weigh what remains of a budget by what happened', async () => {
    const { yaml } = writePrometheusRules([definitionOf('availability')]);
    // Twelve hours of 1,000 requests a minute without a failure, then twelve of 10 a minute of which all fail.
    const outcome = await unitTest(
      yaml,
      {
        'http_requests_total{job="checkout",code="200"}':
          '0+1000x720 720000+0x720',
        'http_requests_total{job="checkout",code="500"}': '0+0x720 10+10x720',
      },
      {
        interval: '5m',
        values: [
          {
            query:
              'opmodel_slo:error:ratio_rate1d{slo="default/availability", objective="0"}',
            at: '24h',
            // 7,200 of 727,200. The mean of the ratios would be a half.
            value: 0.009901,
          },
          {
            query:
              'opmodel_slo:error_budget_remaining:ratio{slo="default/availability", objective="0"}',
            at: '24h',
            value: -8.90099,
          },
        ],
      },
    );
    expect(outcome).toBe('right');
  });

  it('take nothing beside a total for none, and good for what is not bad', async () => {
    const { yaml } = writePrometheusRules([
      definitionOf('good', {
        objective: {
          indicator: ratioOf({
            good: 'http_requests_total{code!~"5.."}',
            total: 'sum by (job) (rate(http_requests_total[1h]))',
          }),
        },
      }),
      definitionOf('bad', {
        objective: {
          indicator: ratioOf({
            bad: 'http_requests_total{code="503"}',
            total: 'sum(http_requests_total)',
          }),
        },
      }),
    ]);
    const outcome = await unitTest(
      yaml,
      { 'http_requests_total{job="a",code="500"}': '0+10x60' },
      {
        values: [
          {
            query:
              'opmodel_slo:error:ratio_rate5m{slo="default/good", objective="0"}',
            at: '1h',
            value: 1,
          },
          {
            query:
              'opmodel_slo:error:ratio_rate5m{slo="default/bad", objective="0"}',
            at: '1h',
            value: 0,
          },
        ],
      },
    );
    expect(outcome).toBe('right');
  });

  it('share out the time of thresholds, ratios and slices', async () => {
    const { yaml } = writePrometheusRules(ruledDefinitions);
    const at = '1h';
    const value = (slo: string, expected: number, window: string = '1h') => ({
      query: `opmodel_slo:error:ratio_rate${window}{slo="default/${slo}", objective="0"}`,
      at,
      value: expected,
    });
    const outcome = await unitTest(
      yaml,
      {
        // Above 10 in every second minute. Nobody waited in the first half hour, which then is no time at all.
        queue_wait_sum: `0x30${' 12 3'.repeat(15)}`,
        queue_wait_count: '0x30 1x30',
        'availability_ratio{job="checkout"}': '0.9x60',
        // 1 of 10 requests of each minute fails, so that no slice reaches 95 %.
        'http_requests_total{job="checkout",code="200"}': '0+9x60',
        'http_requests_total{job="checkout",code="500"}': '0+1x60',
        healthy_pods: '3x60',
        pods: '4x60',
      },
      {
        values: [
          value('queue', 0.5, '1h'),
          value('ratio', 0.1),
          value('slices', 1),
          value('ratio-slices', 0.1),
          value('pods', 0.25),
          value('availability', 0.1),
        ],
      },
    );
    expect(outcome).toBe('right');
  });

  it('page by the alert policy of the document, also when nothing is measured', async () => {
    const policed = ruledDefinitions.filter(
      ({ ref }) => ref === 'slo:default/policed',
    );
    const { yaml, document } = writePrometheusRules(policed);
    const alerts = document.groups
      .flatMap(({ rules }) => rules)
      .filter(rule => 'alert' in rule);
    expect(alerts.map(rule => [rule.alert, rule.for, rule.expr])).toEqual([
      [
        'SloErrorBudgetBurn',
        '5m',
        'opmodel_slo:error:ratio_rate90m{slo="default/policed", objective="0"} > 2 * 0.001',
      ],
      [
        'SloNoData',
        '10m',
        'absent(opmodel_slo:error:ratio_rate90m{slo="default/policed", objective="0"})',
      ],
    ]);
    const own = {
      slo: 'default/policed',
      objective: '0',
      alert_policy: 'wakes "us"',
      severity: 'page',
      entity: 'component:default/checkout',
      owner: 'group:default/payments',
    };
    const outcome = await unitTest(
      yaml,
      {
        'http_requests_total{job="checkout",code="200"}': '0+99x120',
        'http_requests_total{job="checkout",code="500"}': '0+1x120',
      },
      {
        alerts: [
          { at: '3m', firing: [] },
          {
            at: '1h',
            firing: [
              {
                exp_labels: own,
                exp_annotations: {
                  summary:
                    'Say "{{ $labels.slo }}" burns its error budget: a burn rate above 2',
                  description:
                    '1% was bad within 90m, where slo:default/policed allows 0.1%.',
                },
              },
            ],
          },
        ],
      },
    );
    expect(outcome).toBe('right');
  });
});
