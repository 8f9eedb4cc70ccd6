import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { validateScorecard } from '@opmodel/backstage-plugin-catalog-backend-module-opmodel';
import {
  checkTypes,
  examineScorecard,
  type FactExpressions,
  type FactProviderList,
} from '@opmodel/backstage-plugin-opmodel-common';
import { parse, parseAllDocuments, stringify } from 'yaml';
import {
  expressionsOver,
  readFactProviders,
} from './__testUtils__/readFactProviders';

// A whole engine takes its time on a busy machine.
jest.setTimeout(120_000);

const root = resolve(__dirname, '../../..');
const read = (path: string) => readFileSync(resolve(root, path), 'utf8');

/** Something in YAML that people copy, and where it stands. */
interface Example {
  at: string;
  value: any;
}

/** Everything in YAML on a page. */
function examplesOf(path: string): Example[] {
  return [...read(path).matchAll(/^```yaml\n([^]*?)^```/gm)].flatMap(
    ({ 1: text, index }) => {
      const line = read(path).slice(0, index).split('\n').length;
      return parseAllDocuments(text).map(document => ({
        at: `${path}:${line}`,
        value: document.toJS() ?? {},
      }));
    },
  );
}

const pages = readdirSync(resolve(root, 'docs'))
  .filter(name => name.endsWith('.md'))
  .map(name => `docs/${name}`);
const examples = pages.flatMap(examplesOf);

/** What a page proposes that has no scorecard to show. */
const proposed: Example = {
  at: 'the page without scorecards',
  value: parse(
    /`([^`]+)`/.exec(
      read(
        'plugins/scorecards/src/components/NoScorecards/scorecardSnippet.ts',
      ).replace(/\/\*\*[^]*?\*\//, ''),
    )![1],
  ),
};

/** Checks that stand alone, made a scorecard of. */
function toScorecard({ at, value }: Example): Example[] {
  const isChecks =
    Array.isArray(value) &&
    value.every(one => one?.id && (one.expression || one.type));
  return isChecks
    ? [
        {
          at,
          value: {
            apiVersion: 'opmodel.io/v1alpha1',
            kind: 'Scorecard',
            metadata: { name: 'written' },
            spec: {
              levels: [...new Set(value.map(({ level }) => level))].map(
                name => ({ name }),
              ),
              checks: value,
            },
          },
        },
      ]
    : [];
}

const scorecards = [
  ...examples.filter(({ value }) => value.kind === 'Scorecard'),
  ...examples.flatMap(toScorecard),
  proposed,
];

/** What pages configure, in one; what is configured twice is the same. */
function configured() {
  const all = [
    parse(read('app-config.yaml')),
    ...examples.map(({ value }) => value),
  ].flatMap(({ opmodel }) => opmodel?.scorecards ?? []);
  const named = (key: string, values: any[]) => ({
    [key]: [
      ...new Map(values.filter(Boolean).map(one => [one.name, one])).values(),
    ],
  });
  return {
    ...Object.assign({}, ...all),
    pushedFacts: Object.assign({}, ...all.map(one => one.pushedFacts)),
    repository: named(
      'files',
      all.flatMap(one => one.repository?.files),
    ),
    ...named(
      'properties',
      all.flatMap(one => one.properties),
    ),
    ...named(
      'attestations',
      all.flatMap(one => one.attestations),
    ),
  };
}

describe('the scorecards of the documentation', () => {
  let providers: FactProviderList['items'];
  let expressions: FactExpressions;

  beforeAll(async () => {
    providers = await readFactProviders(configured());
    expressions = expressionsOver(providers);
  });

  it('speak of facts that are all described', () => {
    const told = `${read('docs/fact-providers.md')}${read('docs/facts.md')}`;
    const silent = providers
      .filter(({ id }) => id !== 'attested' && !configured().pushedFacts[id])
      .flatMap(({ id, facts }) =>
        facts.flatMap(({ name }) =>
          told.includes(`\`${name}\``) || told.includes(`name: ${name}\n`)
            ? []
            : `${id}.${name}`,
        ),
      );
    expect(providers.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['dora', 'flow', 'ownership', 'slo', 'techdocs']),
    );
    expect(silent).toEqual([]);
  });

  it('are found', () => {
    expect(scorecards.length).toBeGreaterThan(5);
    expect(configured().properties.length).toBeGreaterThan(1);
  });

  it('show every type of check', () => {
    const shown = new Set(
      scorecards.flatMap(({ value }) =>
        value.spec.checks.map(({ type }: { type?: string }) => type),
      ),
    );
    expect(checkTypes.filter(({ id }) => !shown.has(id))).toEqual([]);
  });

  it('send facts that the configuration beside them names', () => {
    const [, sent] = /-d '([^']+)'/.exec(read('docs/facts.md'))!;
    const { provider, facts } = JSON.parse(sent);
    expect(Object.keys(configured().pushedFacts[provider].facts)).toEqual(
      expect.arrayContaining(Object.keys(facts)),
    );
  });

  it.each(scorecards)('$at can be carried out', ({ value }) => {
    expect(validateScorecard(stringify(value)).problems).toEqual([]);
    const { metadata, spec } = value;
    const { problems } = examineScorecard(
      { ...metadata, namespace: 'default', spec },
      expressions,
      { zone: 'UTC' },
    );
    expect(problems).toEqual([]);
  });
});
