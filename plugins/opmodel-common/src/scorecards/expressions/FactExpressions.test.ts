import fc from 'fast-check';
import type { EntityFacts, FactSchema, FactValue } from '../factSchema';
import { FactExpressions } from './FactExpressions';

const schemas: Record<string, FactSchema> = {
  dora: {
    changeFailRate: { type: 'number', unit: 'ratio', description: 'x' },
    deployments: { type: 'integer', description: 'x' },
    lastDeployedAt: { type: 'datetime', description: 'x' },
  },
  catalog: {
    tags: { type: 'set', description: 'x' },
    description: { type: 'string', description: 'x' },
    hasTitle: { type: 'boolean', description: 'x' },
  },
};
schemas.properties = {
  maxFailRate: { type: 'number', description: 'x' },
};
const expressions = new FactExpressions(schemas);
const now = Date.UTC(2026, 10, 23);
const DAY = 86_400_000;

const factsOf = (
  values: Record<string, Record<string, FactValue>>,
): EntityFacts =>
  Object.fromEntries(
    Object.entries(values).map(([provider, facts]) => [
      provider,
      Object.fromEntries(
        Object.entries(facts).map(([name, value]) => [
          name,
          { value, reportedAt: now },
        ]),
      ),
    ]),
  );

function compile(source: string) {
  const { expression, problem } = expressions.compile(source);
  if (!expression) {
    throw new Error(`${source}: ${problem.message}`);
  }
  return expression;
}
const evaluate = (
  source: string,
  values: Record<string, Record<string, FactValue>>,
) => compile(source).evaluate(factsOf(values), now);
const problemOf = (source: string) => expressions.compile(source).problem;

describe('FactExpressions', () => {
  it.each([
    ['dora.changeFailRate <= 0.15', true],
    ['dora.changeFailRate < 1', true],
    ['dora.deployments >= 3', true],
    ['double(dora.deployments) * 2.0', 6],
    ['now - dora.lastDeployedAt < duration("48h")', true],
    ['now - dora.lastDeployedAt < duration("12h")', false],
    ['catalog.tags.exists(tag, tag == "pci")', true],
    ['"pci" in catalog.tags', true],
    ['size(catalog.tags)', 2],
    ['catalog.description.matches("^Pays")', true],
    ['catalog.hasTitle ? "titled" : "bare"', 'titled'],
  ])('carries out %s', (source, value) => {
    expect(
      evaluate(source, {
        dora: {
          changeFailRate: 0.1,
          deployments: 3,
          lastDeployedAt: now - DAY,
        },
        catalog: {
          tags: ['java', 'pci'],
          description: 'Pays people',
          hasTitle: true,
        },
      }),
    ).toEqual({ kind: 'value', value });
  });

  it('tells which fact is missing, also where a provider found none to tell', () => {
    const missing = { kind: 'missing', fact: 'dora.changeFailRate' };
    const source = 'catalog.hasTitle && dora.changeFailRate < 0.15';
    const catalog = { hasTitle: true };
    expect(evaluate(source, { catalog })).toEqual(missing);
    expect(
      evaluate(source, { catalog, dora: { changeFailRate: null } }),
    ).toEqual(missing);
  });

  it('needs no fact that does not decide, on either side', () => {
    const catalog = { hasTitle: true };
    const value = { kind: 'value', value: true };
    expect(
      evaluate('dora.deployments > 0 || catalog.hasTitle', { catalog }),
    ).toEqual(value);
    expect(
      evaluate('catalog.hasTitle || dora.deployments > 0', { catalog }),
    ).toEqual(value);
    expect(evaluate('!has(dora.deployments)', { catalog })).toEqual(value);
    expect(
      evaluate('has(catalog.hasTitle) ? dora.deployments > 0 : true', {
        catalog,
      }),
    ).toEqual({ kind: 'missing', fact: 'dora.deployments' });
  });

  it.each([
    [{}, false],
    [{ maxFailRate: 0.25 }, true],
    [{ maxFailRate: 0.1 }, false],
    [{ maxFailRate: 0.9 }, false],
    [{ maxFailRate: null }, false],
  ])(
    'may take a bound from the entity, as far as the standard lets it: %j',
    (properties, value) => {
      expect(
        compile(
          'dora.changeFailRate <= (has(properties.maxFailRate) && properties.maxFailRate < 0.3 ? properties.maxFailRate : 0.15)',
        ).evaluate(factsOf({ dora: { changeFailRate: 0.2 }, properties }), now),
      ).toEqual({ kind: 'value', value });
    },
  );

  it('tells what went wrong while it was carried out', () => {
    expect(
      evaluate('int(catalog.description) > 1', {
        catalog: { description: 'many' },
      }),
    ).toMatchObject({ kind: 'error', message: expect.stringMatching(/./) });
  });

  it('tells what it speaks of and what it comes to', () => {
    expect(
      compile('now - dora.lastDeployedAt < duration("1h") || catalog.hasTitle'),
    ).toMatchObject({
      resultType: 'boolean',
      usesNow: true,
      facts: [
        { provider: 'catalog', name: 'hasTitle' },
        { provider: 'dora', name: 'lastDeployedAt' },
      ],
    });
    expect(compile('"now" in catalog.tags')).toMatchObject({
      usesNow: false,
      facts: [{ provider: 'catalog', name: 'tags' }],
    });
    expect(compile('dora["deployments"] * 2')).toMatchObject({
      resultType: 'integer',
      facts: [{ provider: 'dora', name: 'deployments' }],
    });
  });

  it('tells where an expression is wrong', () => {
    expect(problemOf('dora.changeFialRate < 1.0')).toEqual({
      message: 'No such fact: dora.changeFialRate',
      from: 0,
      to: 19,
    });
    expect(problemOf('catalog.hasTitle &&')).toMatchObject({ from: 19 });
    expect(problemOf('catalog.description > 3')).toMatchObject({
      message: expect.stringContaining('no such overload'),
    });
    expect(problemOf('slo.attainment > 1.0')).toMatchObject({
      message: expect.stringContaining('slo'),
    });
    expect(problemOf('catalog.tags')).toMatchObject({
      message: expect.stringContaining('not list<string>'),
    });
    expect(problemOf('catalog.description.matches("(a")')).toMatchObject({
      message: expect.stringContaining('RE2'),
      from: 28,
    });
  });

  it.each(['90d', 'P90D', '', '2160', 'h', '1h 30m'])(
    'tells that "%s" is no length of time, before it fails for everybody',
    length => {
      expect(
        problemOf(`now - dora.lastDeployedAt < duration("${length}")`),
      ).toMatchObject({
        message: `duration() needs hours, minutes or seconds, such as 2160h, not ${length}`,
        from: 37,
      });
    },
  );

  it.each(['2160h', '1h30m', '1.5h', '-90s', '.5m', '300ms'])(
    'reads the length of time "%s"',
    length => {
      const outcome = compile(`now - now < duration("${length}")`).evaluate(
        {},
        Date.now(),
      );
      expect(outcome.kind).toBe('value');
    },
  );

  it('takes numbers of any size, and tells where they cannot stand beside a pattern', () => {
    const facts = factsOf({
      dora: { changeFailRate: 0.1 },
      catalog: { description: 'a' },
    });
    expect(
      compile(
        'dora.changeFailRate < 1e21 && dora.changeFailRate > 1e-7',
      ).evaluate(facts, now),
    ).toEqual({ kind: 'value', value: true });
    const { expression, problem } = expressions.compile(
      'dora.changeFailRate < 1e21 && catalog.description.matches("a")',
    );
    expect(expression).toBeNull();
    expect(problem).toMatchObject({
      message: expect.stringContaining('cannot be carried out'),
      from: 0,
    });
  });

  describe('bounds what people can write', () => {
    const nested = (depth: number) =>
      Array.from({ length: depth }).reduce<string>(
        (inner, _, at) => `catalog.tags.all(t${at}, ${inner})`,
        'true',
      );

    it.each([
      ['an endless walk', nested(3), 'steps'],
      ['a text that grows', 'catalog.tags.join("") == ""', 'join()'],
      ['a text that doubles', 'size(cel.bind(a, "xx", a + a)) > 1', 'bind()'],
      [
        'a pattern that is made while it runs',
        'catalog.description.matches(catalog.description)',
        'needs its pattern',
      ],
      [
        'a long pattern',
        `catalog.description.matches("${'a'.repeat(201)}")`,
        'needs its pattern',
      ],
      ['a long text', `"${'a'.repeat(2_001)}" == ""`, '2000 characters'],
      ['many parts', Array(200).fill('true').join(' && '), 'odes'],
      ['a deep expression', `${'('.repeat(40)}true${')'.repeat(40)}`, 'epth'],
      ['the prototype', 'catalog.constructor == ""', 'constructor'],
      ['the prototype by index', 'catalog["__proto__"] == ""', '__proto__'],
      ['what is around', 'process.exit(1)', ''],
    ])('refuses %s', (_, source, message) => {
      expect(problemOf(source)?.message).toEqual(
        expect.stringContaining(message),
      );
    });

    it('carries out a hostile pattern in time linear in the text', () => {
      expect(
        evaluate('catalog.description.matches("^(a+)+$")', {
          catalog: { description: `${'a'.repeat(1_999)}!` },
        }),
      ).toEqual({ kind: 'value', value: false });
    });

    it('never reads what is not a fact', () => {
      const polluted = factsOf({ catalog: { hasTitle: true } });
      for (const name of ['toString', 'constructor', '__proto__', 'valueOf']) {
        expect(problemOf(`has(catalog.${name})`)).not.toBeNull();
      }
      expect(
        compile('has(catalog.description)').evaluate(polluted, now),
      ).toEqual({ kind: 'value', value: false });
    });

    it('answers every text with an expression or a place in it', () => {
      fc.assert(
        fc.property(fc.string({ maxLength: 60 }), source => {
          const { expression, problem } = expressions.compile(source);
          expect(expression === null).toBe(problem !== null);
          expect(problem?.message).not.toBe('');
          expect(problem?.from ?? 0).toBeGreaterThanOrEqual(0);
        }),
      );
    });
  });
});
