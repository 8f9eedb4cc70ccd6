import { compileScorecard } from './compileScorecard';
import { FactExpressions } from './expressions/FactExpressions';
import type { EntityFacts, FactValue } from './factSchema';
import { judgeCheck } from './judgeCheck';
import type { ScorecardCheck } from './scorecardDefinition';
import { checkWith, scorecardWith } from './testing/scorecards';

const HOUR = 3_600_000;
const now = Date.UTC(2026, 10, 23);
const expressions = new FactExpressions({
  catalog: {
    tier: { type: 'string', description: 'x' },
    tags: { type: 'set', description: 'x' },
  },
  dora: {
    changeFailRate: { type: 'number', unit: 'ratio', description: 'x' },
  },
});

function judge(
  part: Partial<ScorecardCheck>,
  facts: EntityFacts,
  { isExempt = false, filter = 'true' } = {},
) {
  const compiled = compileScorecard(
    scorecardWith({
      scheme: 'levels',
      levels: [],
      filter,
      checks: [
        checkWith({ expression: 'dora.changeFailRate <= 0.15', ...part }),
      ],
    }),
    expressions,
  );
  expect(compiled.problems).toEqual([]);
  return judgeCheck(compiled.checks[0], {
    facts,
    isExempt,
    freshnessOf: () => 48 * HOUR,
    now,
  });
}

const told = (value: FactValue, age = 0) => ({ value, reportedAt: now - age });
const rate = (value: FactValue, age = 0): EntityFacts => ({
  dora: { changeFailRate: told(value, age) },
});

describe('judgeCheck', () => {
  it('tells the value beside the verdict', () => {
    expect(judge({}, rate(0.1))).toEqual({
      state: 'passed',
      value: 0.1,
      detail: null,
    });
    expect(judge({}, rate(0.2))).toMatchObject({ state: 'failed', value: 0.2 });
    expect(
      judge({ value: 'dora.changeFailRate * 100.0' }, rate(0.25)),
    ).toMatchObject({ value: 25 });
    expect(
      judge(
        { expression: '"pci" in catalog.tags' },
        { catalog: { tags: told(['java', 'pci']) } },
      ),
    ).toMatchObject({ value: 'java, pci' });
  });

  it('warns where it passes and soon may not', () => {
    const warning = 'dora.changeFailRate <= 0.10';
    expect(judge({ warning }, rate(0.12))).toMatchObject({ state: 'warning' });
    expect(judge({ warning }, rate(0.1))).toMatchObject({ state: 'passed' });
    expect(judge({ warning }, rate(0.16))).toMatchObject({ state: 'failed' });
  });

  it('does not believe a fact that is too old', () => {
    expect(judge({}, rate(0.1, 49 * HOUR))).toEqual({
      state: 'not_reported',
      value: null,
      detail: 'dora.changeFailRate',
    });
    expect(judge({ freshness: 72 * HOUR }, rate(0.1, 49 * HOUR))).toMatchObject(
      { state: 'passed' },
    );
  });

  it('is not asked before its start nor of what its filters leave out', () => {
    expect(judge({ startsAt: now + 1 }, rate(0.9))).toMatchObject({
      state: 'not_applicable',
      detail: 'starts_later',
    });
    const tier: EntityFacts = { catalog: { tier: told('2') }, ...rate(0.9) };
    expect(judge({ filter: 'catalog.tier == "1"' }, tier)).toMatchObject({
      state: 'not_applicable',
      detail: 'filter',
    });
    expect(judge({}, tier, { filter: 'catalog.tier == "1"' })).toMatchObject({
      state: 'not_applicable',
    });
  });

  it('does not vanish because what its filter goes by is old', () => {
    expect(
      judge(
        { filter: 'catalog.tier == "1"' },
        { catalog: { tier: told('1', 999 * HOUR) }, ...rate(0.9) },
      ),
    ).toMatchObject({ state: 'failed' });
  });

  it('is exempt while an acceptance covers it, with its value', () => {
    expect(judge({}, rate(0.9), { isExempt: true })).toEqual({
      state: 'exempt',
      value: 0.9,
      detail: null,
    });
  });

  it('tells an error as one', () => {
    expect(
      judge(
        { expression: 'int(catalog.tier) <= 2' },
        { catalog: { tier: told('first') } },
      ),
    ).toMatchObject({ state: 'error', detail: expect.stringMatching(/./) });
  });
});
