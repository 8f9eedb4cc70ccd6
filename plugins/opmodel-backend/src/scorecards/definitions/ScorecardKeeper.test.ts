import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { FactExpressions } from '@opmodel/backstage-plugin-opmodel-common';
import { FakeCatalogStore } from '../../catalog/FakeCatalogStore';
import { entityOf, scanEntities } from '../../testing/catalog';
import { publishedWith } from '../testing/publishedScorecard';
import { FakeScorecardStore } from './FakeScorecardStore';
import { ScorecardKeeper } from './ScorecardKeeper';

const ref = 'scorecard:default/readiness';
const schema = {
  hasDescription: { type: 'boolean', description: '' },
  owner: { type: 'string', description: '' },
} as const;

const described = {
  id: 'described',
  name: 'Is described',
  level: 'Bronze',
  expression: 'catalog.hasDescription',
};
const spec = { levels: [{ name: 'Bronze' }], checks: [described] };

function documentOf(given: object = spec): Entity {
  const entity = entityOf(ref, { title: 'Readiness', spec: given as {} });
  return {
    ...entity,
    apiVersion: 'opmodel.io/v1alpha1',
    metadata: { ...entity.metadata, description: 'What it takes' },
  };
}

describe('ScorecardKeeper', () => {
  let now = 0;
  let catalog: FakeCatalogStore;
  let scorecards: FakeScorecardStore;
  let facts: Record<string, typeof schema>;
  const logger = mockServices.logger.mock();

  const keeper = () =>
    new ScorecardKeeper({
      catalog,
      expressions: new FactExpressions(facts),
      logger,
      scorecards,
      zone: 'UTC',
      clock: () => now,
    });
  async function take(...entities: Entity[]): Promise<void> {
    now += 1;
    await scanEntities(catalog, [
      entityOf('component:default/cart'),
      ...entities,
    ]);
    await keeper().keep();
  }
  const held = () => scorecards.get(ref);
  const problems = async () =>
    (await held())!.problems.map(({ path, message }) => `${path} ${message}`);

  beforeEach(() => {
    now = 0;
    catalog = new FakeCatalogStore();
    scorecards = new FakeScorecardStore();
    facts = { catalog: schema };
    jest.clearAllMocks();
  });

  it('does nothing before the first scan, since nothing is known', async () => {
    await scorecards.publish([publishedWith()], { now: 0 });
    await keeper().keep();
    expect(await held()).toMatchObject({ removedAt: null });
  });

  it('makes a document hold, a new version where it changes, and ends it where it is gone', async () => {
    await take(documentOf());
    expect(await held()).toMatchObject({
      origin: 'catalog',
      version: 1,
      publishedAt: 1,
      problems: [],
      spec: { ...spec, description: 'What it takes' },
      definition: { title: 'Readiness', description: 'What it takes' },
    });
    await take(documentOf());
    expect(await held()).toMatchObject({ version: 1, publishedAt: 1 });
    await take(documentOf({ ...spec, title: 'Ready?' }));
    expect(await held()).toMatchObject({
      version: 2,
      publishedAt: 3,
      definition: { title: 'Ready?' },
    });
    await take();
    expect(await held()).toMatchObject({ removedAt: 4 });
  });

  it('carries a document out without the check that is broken, and says what is wrong', async () => {
    const typo = { ...described, id: 'typo', expression: 'catalog.ownr' };
    await take(documentOf({ ...spec, checks: [typo, described] }));
    expect(await problems()).toEqual([
      expect.stringMatching(/^checks\[0\]\.expression No such/),
    ]);
    expect((await held())?.definition.checks).toHaveLength(2);
    await take(documentOf());
    expect(await problems()).toEqual([]);
  });

  it('keeps the version that held where nothing of a document can be carried out', async () => {
    await take(documentOf());
    await take(documentOf({ ...spec, scheme: 'stars' }));
    expect(await held()).toMatchObject({ version: 1, removedAt: null });
    expect(await problems()).toEqual(['scheme must be one of levels, points']);
    await take(documentOf());
    expect(await problems()).toEqual([]);
  });

  it('tells the log of a document that never held', async () => {
    await take(documentOf({}));
    expect(await held()).toBeUndefined();
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining(`${ref} cannot be carried out: levels must`),
    );
  });

  it('looks again at what the portal holds, as facts go and come', async () => {
    const inPortal = publishedWith({}, { origin: 'portal' });
    await scorecards.publish([inPortal], { now });
    facts = { catalog: schema, other: schema };
    await take();
    expect(await problems()).toEqual([]);
    facts = { other: schema };
    await keeper().keep();
    expect(await problems()).toEqual([
      expect.stringMatching(/^checks\[0\]\.expression /),
      expect.stringMatching(/^checks\[1\]\.expression /),
    ]);
    facts = { catalog: schema };
    await keeper().keep();
    expect(await held()).toMatchObject({ problems: [], version: 1 });
  });

  it('leaves a scorecard of the portal alone whose name a document has, and says so', async () => {
    await scorecards.publish([publishedWith({}, { origin: 'portal' })], {
      now,
    });
    await take(documentOf());
    expect(await held()).toMatchObject({ origin: 'portal', version: 1 });
    expect(await problems()).toEqual([
      expect.stringContaining('has the name of a document of the catalog'),
    ]);
    await scorecards.remove([ref], { now: 2 });
    await take(documentOf());
    expect(await held()).toMatchObject({ origin: 'catalog', version: 2 });
  });
});
