import { compileScorecard } from '../compileScorecard';
import { readScorecardDocument } from '../document/readScorecardDocument';
import { FactExpressions } from '../expressions/FactExpressions';
import type { EntityFacts, FactValue } from '../factSchema';
import { judgeCheck } from '../judgeCheck';
import { factNameOf } from './factNameOf';
import { schemaOfRetriever } from './jsonRuleConditions';
import {
  type ImportTechInsightsOptions,
  importTechInsightsChecks,
  type TechInsightsJsonCheck,
} from './techInsightsChecks';

const ownership = {
  id: 'entityOwnershipFactRetriever',
  schema: {
    hasOwner: { type: 'boolean', description: 'The spec.owner field is set' },
    hasGroupOwner: { type: 'boolean', description: 'It refers to a group' },
  },
};
const build = {
  id: 'build.facts-v2',
  schema: {
    open_prs: { type: 'integer', description: '' },
    coverage: { type: 'float', description: '' },
    languages: { type: 'set', description: '' },
    'last-build': { type: 'datetime', description: '' },
    status: { type: 'string', description: '' },
    hasOwner: { type: 'boolean', description: '' },
  },
};
const retrievers = [ownership, build];

const expressions = new FactExpressions({
  catalog: {
    kind: { type: 'string', description: '' },
    lifecycle: { type: 'string', description: '' },
    type: { type: 'string', description: '' },
    tags: { type: 'set', description: '' },
    annotations: { type: 'set', description: '' },
    labels: { type: 'set', description: '' },
  },
  ...Object.fromEntries(
    retrievers.map(one => [factNameOf(one.id), schemaOfRetriever(one)]),
  ),
});

const groupOwner: TechInsightsJsonCheck = {
  id: 'groupOwnerCheck',
  name: 'Group Owner Check',
  description: 'Verifies that a group has been set as the owner',
  factIds: ['entityOwnershipFactRetriever'],
  rule: {
    conditions: {
      all: [{ fact: 'hasGroupOwner', operator: 'equal', value: true }],
    },
  },
  metadata: { category: 'Ownership', rank: 1, solution: 'Name a group' },
  links: [{ title: 'Why', url: 'https://example.com/why' }],
};

const checkOf = (
  conditions: unknown,
  given: Partial<TechInsightsJsonCheck> = {},
): TechInsightsJsonCheck => ({
  id: 'check',
  name: 'Check',
  factIds: ['entityOwnershipFactRetriever', 'build.facts-v2'],
  rule: { conditions },
  ...given,
});

const importChecks = (
  checks: TechInsightsJsonCheck[],
  given: Partial<ImportTechInsightsOptions> = {},
) =>
  importTechInsightsChecks({ name: 'maturity', checks, retrievers, ...given });

/** The checks of a document, as the engine carries them out. */
function compile(checks: TechInsightsJsonCheck[]) {
  const { document, problems } = importChecks(checks);
  expect(problems).toEqual([]);
  const read = readScorecardDocument(
    { namespace: 'default', name: 'maturity', spec: document!.spec },
    { zone: 'UTC' },
  );
  expect(read.problems).toEqual([]);
  const compiled = compileScorecard(read.definition!, expressions);
  expect(compiled.problems).toEqual([]);
  return compiled.checks;
}

function judge(
  check: TechInsightsJsonCheck,
  values: Record<string, Record<string, FactValue>>,
) {
  const [compiled] = compile([check]);
  const facts: EntityFacts = Object.fromEntries(
    Object.entries(values).map(([provider, told]) => [
      provider,
      Object.fromEntries(
        Object.entries(told).map(([name, value]) => [
          name,
          { value, reportedAt: 0 },
        ]),
      ),
    ]),
  );
  return judgeCheck(compiled!, {
    facts,
    isExempt: false,
    freshnessOf: () => 1,
    now: 0,
  }).state;
}

describe('importTechInsightsChecks', () => {
  it('makes a document of checks with ranks', () => {
    expect(
      importChecks(
        [groupOwner, { ...groupOwner, id: 'gold one!', metadata: { rank: 3 } }],
        {
          title: 'Maturity',
          owner: 'group:default/platform',
          ranks: {
            stone: { title: 'Unmanaged' },
            gold: { title: 'Excellent', description: 'All of it' },
          },
        },
      ),
    ).toEqual({
      problems: [],
      document: {
        apiVersion: 'opmodel.io/v1alpha1',
        kind: 'Scorecard',
        metadata: { name: 'maturity', title: 'Maturity' },
        spec: {
          owner: 'group:default/platform',
          emptyLevel: { name: 'Unmanaged' },
          levels: [
            { name: 'Bronze', rank: 1 },
            { name: 'Excellent', rank: 3, description: 'All of it' },
          ],
          checks: [
            {
              id: 'groupOwnerCheck',
              name: 'Group Owner Check',
              description: 'Verifies that a group has been set as the owner',
              category: 'Ownership',
              solution: 'Name a group',
              level: 'Bronze',
              expression: 'entityOwnershipFactRetriever.hasGroupOwner',
              links: groupOwner.links,
            },
            expect.objectContaining({ id: 'gold-one-', level: 'Excellent' }),
          ],
        },
      },
    });
  });

  it('judges as the rule does', () => {
    const check = checkOf({
      all: [
        { fact: 'open_prs', operator: 'lessThanInclusive', value: 5 },
        { fact: 'coverage', operator: 'greaterThan', value: 80 },
        {
          any: [
            { fact: 'languages', operator: 'contains', value: 'go' },
            { not: { fact: 'status', operator: 'in', value: ['red', 'gray'] } },
          ],
        },
        { fact: 'last-build', operator: 'greaterThan', value: '2026-01-01' },
      ],
    });
    const facts = {
      openPrs: 5,
      coverage: 80.5,
      languages: ['go'],
      status: 'red',
      lastBuild: Date.parse('2026-02-01'),
    };
    expect(judge(check, { buildFactsV2: facts })).toBe('passed');
    for (const worse of [
      { openPrs: 6 },
      { coverage: 80 },
      { languages: ['rust'] },
      { lastBuild: Date.parse('2025-02-01') },
    ]) {
      expect(judge(check, { buildFactsV2: { ...facts, ...worse } })).toBe(
        'failed',
      );
    }
    expect(
      judge(check, {
        buildFactsV2: { ...facts, languages: [], status: 'green' },
      }),
    ).toBe('passed');
    expect(judge(check, { buildFactsV2: { ...facts, coverage: null } })).toBe(
      'not_reported',
    );
  });

  it('reads a fact of several retrievers from the last one, or from the one that is named', () => {
    const expressionOf = (params?: object) =>
      compile([
        checkOf({
          any: [{ fact: 'hasOwner', operator: 'equal', value: false, params }],
        }),
      ])[0]!.expression.source;
    expect(expressionOf()).toBe('buildFactsV2.hasOwner == false');
    expect(
      expressionOf({ factRetrieverId: 'entityOwnershipFactRetriever' }),
    ).toBe('entityOwnershipFactRetriever.hasOwner == false');
  });

  it('asks only what the filter lets through', () => {
    const check = {
      ...groupOwner,
      filter: [
        { kind: ['Component', 'API'], 'spec.lifecycle': 'Production' },
        {
          'metadata.tags': ['pci', 'pii'],
          'metadata.labels.tier': '1',
          'metadata.annotations.example.com/id': Symbol.for('exists'),
        },
      ],
    };
    const of = (catalog: Record<string, FactValue>) =>
      judge(check, {
        catalog: { kind: 'component', tags: [], labels: [], ...catalog },
        entityOwnershipFactRetriever: { hasGroupOwner: true },
      });
    expect(of({ kind: 'api', lifecycle: 'production' })).toBe('passed');
    expect(of({ kind: 'system', lifecycle: 'production' })).toBe(
      'not_applicable',
    );
    expect(of({ lifecycle: 'preproduction' })).toBe('not_applicable');
    expect(of({})).toBe('not_applicable');
    expect(
      of({
        tags: ['pii'],
        labels: ['tier=1'],
        annotations: ['example.com/id'],
      }),
    ).toBe('passed');
  });

  it.each([
    [
      checkOf({ all: [{ fact: 'x', operator: 'equal', value: 1 }] }),
      'No retriever of the check has a fact x',
    ],
    [
      checkOf({
        all: [{ fact: 'status', operator: 'startsWith', value: 'a' }],
      }),
      'The operator startsWith on the fact status cannot be carried over',
    ],
    [
      checkOf({ all: [{ fact: 'open_prs', operator: 'equal', value: 'a' }] }),
      '"a" is no value of the fact open_prs, which is integer',
    ],
    [
      checkOf({
        all: [{ fact: 'status', operator: 'equal', value: 'a', path: '$.b' }],
      }),
      'The path within the fact status cannot be carried over',
    ],
    [checkOf({ all: [] }), 'all and any must list conditions'],
    [checkOf(undefined), 'A condition must be an object'],
    [
      checkOf(groupOwner.rule.conditions, { filter: { 'spec.foo': 'a' } }),
      'The filter by spec.foo cannot be carried over',
    ],
    [
      checkOf(groupOwner.rule.conditions, { factIds: ['nobody'] }),
      'The retriever nobody is not among those given',
    ],
  ])('leaves out what has no equal: %#', (check, message) => {
    expect(importChecks([check])).toEqual({
      document: null,
      problems: [{ check: 'check', message }],
    });
  });

  it('keeps the others where one is left out, and puts checks without ranks on one level', () => {
    const { document, problems } = importChecks([
      { ...groupOwner, metadata: {} },
      { ...groupOwner, metadata: {} },
    ]);
    expect(problems).toEqual([
      {
        check: 'groupOwnerCheck',
        message: 'Two checks would have the id groupOwnerCheck',
      },
    ]);
    expect(document!.spec).toMatchObject({
      levels: [{ name: 'Complete', rank: 1 }],
      checks: [{ level: 'Complete' }],
    });
  });
});

describe('factNameOf', () => {
  it.each([
    ['github.open_prs', 'githubOpenPrs'],
    ['entityOwnershipFactRetriever', 'entityOwnershipFactRetriever'],
    ['SLA-met', 'sLAMet'],
    ['2fa', 'f2fa'],
    ['– ä', ''],
    ['a'.repeat(100), 'a'.repeat(63)],
  ])('calls %s %s', (id, name) => {
    expect(factNameOf(id)).toBe(name);
  });
});
