import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { validateScorecard } from '@opmodel/backstage-plugin-catalog-backend-module-opmodel';
import {
  examineScorecard,
  type FactExpressions,
} from '@opmodel/backstage-plugin-opmodel-common';
import { parse } from 'yaml';
import {
  expressionsOver,
  readFactProviders,
} from './__testUtils__/readFactProviders';

// A whole engine takes its time on a busy machine.
jest.setTimeout(120_000);

const examples = resolve(__dirname, '../../../examples/scorecards');

function read(name: string) {
  return readFileSync(resolve(examples, name), 'utf8');
}

const isConfiguration = (name: string) => name.startsWith('app-config');
const isLocation = (name: string) => name === 'all.yaml';
const starters = readdirSync(examples).filter(
  name => !isConfiguration(name) && !isLocation(name),
);

describe('the starter scorecards', () => {
  let expressions: FactExpressions;

  /** The facts of an engine with the modules that the starters speak of, by the configuration that lies beside them. */
  beforeAll(async () => {
    const { opmodel } = parse(read('app-config.scorecards.yaml'));
    expressions = expressionsOver(await readFactProviders(opmodel.scorecards));
  });

  it('are all in one location', () => {
    expect(parse(read('all.yaml')).spec.targets.sort()).toEqual(
      starters.map(name => `./${name}`).sort(),
    );
    expect(starters).toHaveLength(6);
  });

  it.each(starters)('%s can be carried out', name => {
    expect(validateScorecard(read(name)).problems).toEqual([]);
    const { metadata, spec } = parse(read(name));
    expect(`${metadata.name}.yaml`).toBe(name);
    const { definition, problems } = examineScorecard(
      { ...metadata, namespace: 'default', spec },
      expressions,
      { zone: 'UTC' },
    );
    expect(problems).toEqual([]);
    for (const check of definition!.checks) {
      expect([
        check.id,
        check.failureMessage,
        check.solution,
        check.category,
        check.links.length > 0,
      ]).toEqual([
        check.id,
        expect.any(String),
        expect.any(String),
        expect.any(String),
        true,
      ]);
    }
  });
});
