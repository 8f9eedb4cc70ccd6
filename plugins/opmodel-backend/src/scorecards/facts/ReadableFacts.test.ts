import { FakeCatalogStore } from '../../catalog/FakeCatalogStore';
import { seesAll, type Visibility } from '../../catalog/Visibility';
import { entityOf, scanEntities } from '../../testing/catalog';
import { FactProviders } from './FactProviders';
import { FakeFactStore } from './FakeFactStore';
import { ReadableFacts } from './ReadableFacts';

const a = 'component:default/a';
const now = Date.UTC(2026, 10, 2, 12);

describe('ReadableFacts', () => {
  let readable: ReadableFacts;
  const read = async (visibility: Visibility) =>
    (await readable.read([a], visibility)).map(({ facts }) => facts);

  beforeEach(async () => {
    const catalog = new FakeCatalogStore();
    await scanEntities(catalog, [
      entityOf(a),
      entityOf('system:default/open'),
      entityOf('system:default/hidden'),
    ]);
    const providers = new FactProviders({
      asked: [],
      pushed: [
        {
          id: 'network',
          title: 'Map',
          freshnessMs: 1_000,
          schema: {
            systemRef: { type: 'string', description: 'System' },
            users: { type: 'set', description: 'Who calls it' },
            image: { type: 'string', description: 'Image' },
            calls: {
              type: 'integer',
              countsOthers: true,
              description: 'Whom it calls',
            },
          },
        },
      ],
    });
    const facts = new FakeFactStore();
    await facts.register(providers.list(), { now });
    await facts.push(
      'network',
      [
        {
          entityRef: a,
          toldAt: now,
          facts: {
            systemRef: 'System:default/Hidden',
            users: ['system:default/open', 'system:default/hidden', 'batch'],
            image: 'docker:library/node',
            calls: 2,
          },
        },
      ],
      { now },
    );
    readable = new ReadableFacts({ facts, catalog, providers });
  });

  it('are all of them for whoever sees everything', async () => {
    expect(await read(seesAll)).toEqual([
      {
        systemRef: 'System:default/Hidden',
        users: ['system:default/open', 'system:default/hidden', 'batch'],
        image: 'docker:library/node',
        calls: 2,
      },
    ]);
  });

  it('name and count nothing that is hidden', async () => {
    expect(
      await read({ type: 'refs', refs: new Set([a, 'system:default/open']) }),
    ).toEqual([
      {
        systemRef: null,
        users: ['system:default/open', 'batch'],
        image: 'docker:library/node',
      },
    ]);
  });

  it('say of which facts something is left out', async () => {
    const hidden = async (visibility: Visibility) => {
      const [{ hidden: names }] = await readable.read([a], visibility);
      return [...names].sort();
    };
    expect(await hidden(seesAll)).toEqual([]);
    expect(await hidden({ type: 'refs', refs: new Set([a]) })).toEqual([
      'calls',
      'systemRef',
      'users',
    ]);
  });

  it('tell nothing of an entity that may not be seen', async () => {
    expect(await read({ type: 'refs', refs: new Set() })).toEqual([]);
  });

  it('are of the providers that are asked for', async () => {
    expect(await readable.read([a], seesAll, [])).toEqual([]);
    expect(await readable.read([a], seesAll, ['network'])).toHaveLength(1);
  });
});
