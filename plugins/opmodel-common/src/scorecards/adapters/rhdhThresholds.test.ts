import fc from 'fast-check';
import { FactExpressions } from '../expressions/FactExpressions';
import {
  overrideRhdhThresholds,
  type ReadThresholds,
  type RhdhMetric,
  type RhdhThresholdRule,
  readRhdhThresholds,
} from './rhdhThresholds';

const expressions = new FactExpressions({
  metric: {
    integer: { type: 'integer', description: '' },
    number: { type: 'number', description: '' },
    boolean: { type: 'boolean', description: '' },
  },
});

/** What a check says of a value. */
function verdictOf(
  read: ReadThresholds,
  type: RhdhMetric['type'],
  value: number | boolean,
) {
  const evaluate = (source: string) => {
    const { expression, problem } = expressions.compile(source);
    expect([source, problem]).toEqual([source, null]);
    const outcome = expression!.evaluate(
      { metric: { [type]: { value, reportedAt: 0 } } },
      0,
    );
    expect(outcome.kind).toBe('value');
    return outcome.kind === 'value' && outcome.value;
  };
  const { expression, warning } = read.check!;
  if (!evaluate(expression)) {
    return 'failed';
  }
  return warning === undefined || evaluate(warning) ? 'passed' : 'warning';
}

const metric = (
  rules: [key: string, expression: string][],
  type: RhdhMetric['type'] = 'number',
): RhdhMetric => ({
  fact: `metric.${type}`,
  type,
  rules: rules.map(([key, expression]) => ({ key, expression })),
});

const holds = (expression: string, value: number): boolean => {
  const [, operator, bound] = /^(>=|<=|==|!=|>|<)(.*)$/.exec(expression) ?? [];
  if (!operator) {
    const [, from, to] = /^(-?[\d.]+)-(-?[\d.]+)$/.exec(expression)!;
    return value >= Number(from) && value <= Number(to);
  }
  const limit = Number(bound);
  return {
    '>': value > limit,
    '>=': value >= limit,
    '<': value < limit,
    '<=': value <= limit,
    '==': value === limit,
    '!=': value !== limit,
  }[operator]!;
};

const meaning: Record<string, string> = {
  success: 'passed',
  warning: 'warning',
  error: 'failed',
};

const bound = fc.integer({ min: -20, max: 20 }).map(half => half / 2);
const rule: fc.Arbitrary<RhdhThresholdRule> = fc.record({
  key: fc.constantFrom('success', 'warning', 'error'),
  expression: fc.oneof(
    fc
      .tuple(fc.constantFrom('>', '>=', '<', '<=', '!=', '=='), bound)
      .map(([operator, value]) => `${operator}${value}`),
    fc
      .tuple(bound, bound)
      .map(([a, b]) => `${Math.min(a, b)}-${Math.max(a, b)}`),
  ),
});

describe('readRhdhThresholds', () => {
  it('takes the first rule that matches', () => {
    const read = readRhdhThresholds(
      metric([
        ['success', '<10'],
        ['warning', '10-50'],
        ['error', '>50'],
      ]),
    );
    expect(read.check).toEqual({
      expression:
        'metric.number < 10.0 || (metric.number >= 10.0 && metric.number <= 50.0)',
      warning: 'metric.number < 10.0',
    });
    expect(
      [9.9, 10, 50, 50.1].map(value => verdictOf(read, 'number', value)),
    ).toEqual(['passed', 'warning', 'warning', 'failed']);
  });

  it('reads whole numbers, yes and no, negative bounds, and keys of one’s own', () => {
    const whole = readRhdhThresholds({
      ...metric(
        [
          ['fine', '-5--1'],
          ['odd', '==2'],
          ['rest', '!=2'],
        ],
        'integer',
      ),
      outcomes: { fine: 'passed', odd: 'warning', rest: 'failed' },
    });
    expect(
      [-6, -5, -1, 2, 3].map(value => verdictOf(whole, 'integer', value)),
    ).toEqual(['failed', 'passed', 'passed', 'warning', 'failed']);
    const truth = readRhdhThresholds(
      metric(
        [
          ['success', '!=false'],
          ['error', '==false'],
        ],
        'boolean',
      ),
    );
    expect(truth.check).toEqual({ expression: 'metric.boolean' });
    expect(verdictOf(truth, 'boolean', false)).toBe('failed');
  });

  it.each([
    [metric([]), 'There are no rules'],
    [metric([['great', '>1']]), 'What "great" means is not known'],
    [metric([['success', '~1']]), '"~1" must be a comparison'],
    [metric([['success', '>1; true']]), 'must be a comparison'],
    [metric([['constructor', '>1']]), 'What "constructor" means is not known'],
    [metric([['success', '>1']], 'boolean'), 'must be ==true'],
    [
      metric([
        ['success', '<10'],
        ['warning', '11-20'],
        ['error', '>20'],
      ]),
      'No rule says anything of [10, 11)',
    ],
    [
      metric([
        ['success', '<10'],
        ['error', '>10'],
      ]),
      'No rule says anything of 10',
    ],
    [metric([['success', '>=0']]), 'No rule says anything of (-∞, 0)'],
    [metric([['success', '<=0']]), 'No rule says anything of (0, ∞)'],
  ])('refuses %j', (given, problem) => {
    const read = readRhdhThresholds(given);
    expect(read.check).toBeNull();
    expect(read.problem).toContain(problem);
  });

  it('lets ratings name single values', () => {
    const read = readRhdhThresholds(
      metric(
        [
          ['success', '==1'],
          ['warning', '==2'],
          ['error', '==5'],
        ],
        'integer',
      ),
    );
    expect(
      [1, 2, 3, 5].map(value => verdictOf(read, 'integer', value)),
    ).toEqual(['passed', 'warning', 'failed', 'failed']);
  });

  it('finds a gap exactly where some number has no rule, and else says what the rules say', () => {
    fc.assert(
      fc.property(fc.array(rule, { minLength: 1, maxLength: 5 }), rules => {
        // Every bound is half a whole number: between two of them the rules say the same.
        const probes = Array.from({ length: 89 }, (_, at) => (at - 44) / 4);
        const firstOf = (value: number) =>
          rules.find(({ expression }) => holds(expression, value))?.key;
        const isCovered = probes.every(value => firstOf(value) !== undefined);
        const read = readRhdhThresholds({
          fact: 'metric.number',
          type: 'number',
          rules,
        });
        const names = rules.every(({ expression }) =>
          expression.startsWith('=='),
        );
        expect(read.check !== null).toBe(isCovered || names);
        const named = isCovered ? probes : [];
        expect(named.map(value => verdictOf(read, 'number', value))).toEqual(
          named.map(value => meaning[firstOf(value)!]),
        );
      }),
      { numRuns: 60 },
    );
  });
});

describe('overrideRhdhThresholds', () => {
  const rules = metric([
    ['success', '<10'],
    ['error', '>=10'],
  ]).rules;

  it('takes what an entity says of itself', () => {
    expect(
      overrideRhdhThresholds(rules, 'github.openPRs', {
        'scorecard.io/github.openPRs.thresholds.rules.error': '>=20',
        'scorecard.io/github.openPRs.thresholds.rules.new': '>=90',
        'scorecard.io/jira.openIssues.thresholds.rules.success': '<1',
      }),
    ).toEqual([
      { key: 'success', expression: '<10' },
      { key: 'error', expression: '>=20' },
    ]);
  });
});
