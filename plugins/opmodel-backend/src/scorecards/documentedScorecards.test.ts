import {
  checkFields,
  checkTypes,
  emptyLevelFields,
  levelFields,
  opmodelPermissions,
  requirementFields,
  scorecardFields,
} from '@opmodel/backstage-plugin-opmodel-common';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { openApiDocument } from '../schema/openapi.generated';
import { CatalogFacts } from './facts/CatalogFacts';

const root = resolve(__dirname, '../../../..');
const read = (path: string) => readFileSync(resolve(root, path), 'utf8');
const pages = [
  'campaigns',
  'exemptions',
  'fact-providers',
  'facts',
  'scorecard-definitions',
  'scorecards-api',
].map(name => read(`docs/${name}.md`));

const requests = Object.entries(
  openApiDocument.paths as Record<string, Record<string, any>>,
).flatMap(([path, methods]) =>
  Object.entries(methods)
    .filter(([, { tags = [] }]) =>
      ['scorecards', 'campaigns'].some(tag => tags.includes(tag)),
    )
    .map(([method]) => `${method.toUpperCase()} ${path}`),
);

const permissions = opmodelPermissions
  .map(({ name }) => name)
  .filter(name => /scorecard|campaign/.test(name));

/** The code of scorecards, without its tests. */
const sources = readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
  .filter(path => path.endsWith('.ts') && !path.endsWith('.test.ts'))
  .map(path => readFileSync(resolve(__dirname, path), 'utf8'));
const found = (pattern: RegExp) => [
  ...new Set(
    sources.flatMap(text =>
      [...text.matchAll(pattern)].map(([, matched]) => matched),
    ),
  ),
];

/** Keys that are set below `opmodel.scorecards`, by their last name. */
function configuredKeys(): string[] {
  const ofScorecards = ['opmodel-backend', 'opmodel-backend-module-repository']
    .map(name => read(`plugins/${name}/config.d.ts`))
    .map(text => /\n {4}scorecards\?: \{\n([^]*?)\n {4}\};/.exec(text)![1]);
  return [...ofScorecards.join('\n').matchAll(/^ +(\w+)\??: (?!\{)/gm)].map(
    ([, key]) => key,
  );
}

/** What a text does not say in code. */
const missing = (text: string, names: readonly string[]) =>
  names.filter(name => !text.includes(`\`${name}\``));

describe('what is written about scorecards', () => {
  it('names every request and every permission', () => {
    expect(requests.length).toBeGreaterThan(30);
    expect(permissions.length).toBeGreaterThan(4);
    expect(missing(pages.join('\n'), [...requests, ...permissions])).toEqual(
      [],
    );
    expect(missing(read('plugins/scorecards/README.md'), permissions)).toEqual(
      [],
    );
  });

  it('names no request that there is not', () => {
    const all = Object.entries(openApiDocument.paths).flatMap(
      ([path, methods]) =>
        Object.keys(methods as object).map(
          method => `${method.toUpperCase()} ${path}`,
        ),
    );
    const written = pages
      .flatMap(page => [...page.matchAll(/`((?:GET|POST|PUT|DELETE) [^`]+)`/g)])
      .map(([, request]) => request.replace('/api/opmodel', ''))
      .map(request => request.replace(/\s+/g, ' '));
    expect(written.length).toBeGreaterThan(30);
    expect(written.filter(request => !all.includes(request))).toEqual([]);
  });

  it('names every field and every type of check', () => {
    const page = read('docs/scorecard-definitions.md');
    expect(
      missing(page, [
        ...scorecardFields,
        ...emptyLevelFields,
        ...levelFields,
        ...requirementFields,
        ...checkFields,
        ...checkTypes.flatMap(({ id, parameters }) => [
          id,
          ...Object.keys(parameters),
        ]),
      ]),
    ).toEqual([]);
  });

  it('names every fact of the catalog', () => {
    const { schema } = new CatalogFacts({ catalog: {} as any });
    expect(missing(read('docs/facts.md'), Object.keys(schema))).toEqual([]);
  });

  it('names every key of the configuration', () => {
    const keys = configuredKeys();
    expect(keys).toEqual(
      expect.arrayContaining(['sweepFrequency', 'maximumDays', 'concurrency']),
    );
    const written = pages.join('\n');
    expect(keys.filter(key => !written.includes(`${key}:`))).toEqual([]);
  });

  it('names what runs, what is kept and what wakes an operator', () => {
    const page = read('docs/operations.md');
    const tasks = found(/id: '(opmodel-scorecard[a-z-]*)'/g);
    const kept = found(/id: '([a-z-]+)',\s+title:[^]*?\s+defaultKeepDays/g);
    const alarms = found(/id: '([a-z-]+)',(?:\s+\/\/[^\n]*)?\s+severity:/g);
    expect([tasks.length > 4, kept.length, alarms.length]).toEqual([
      true,
      4,
      3,
    ]);
    expect(missing(page, [...tasks, ...kept])).toEqual([]);
    expect(alarms.filter(id => !page.includes(`### \`${id}\``))).toEqual([]);
    const declared = read('plugins/opmodel-backend/config.d.ts');
    expect(kept.filter(id => !declared.includes(`'${id}'?: {`))).toEqual([]);
  });
});
