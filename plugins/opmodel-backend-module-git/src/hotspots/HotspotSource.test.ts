import { createMockDirectory } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import type { JsonObject } from '@backstage/types';
import { debtSuggestionSourceContract } from '@opmodel/backstage-plugin-opmodel-node';
import { CloneLocks } from '../git/CloneLocks';
import { readGitSettings } from '../gitSettings';
import { createScenario, type Scenario, url } from '../__testUtils__/Scenario';
import { HotspotSource } from './HotspotSource';
import { readHotspotSettings } from './hotspotSettings';

jest.setTimeout(120_000);

const shop = 'component:default/shop';
const run = () => ({
  now: Date.parse('2026-06-01T00:00:00Z'),
  signal: new AbortController().signal,
});

const entity = (name: string, annotations: Record<string, string> = {}) => ({
  entityRef: `component:default/${name}`,
  kind: 'component',
  namespace: 'default',
  name,
  tags: [],
  labels: {},
  annotations: {
    'backstage.io/source-location': `url:${url}/tree/main/`,
    ...annotations,
  },
});

describe('the source of hotspots', () => {
  const directory = createMockDirectory();
  let scenario: Scenario;
  let repository: Scenario['repository'];

  beforeEach(() => {
    scenario = createScenario(directory);
    ({ repository } = scenario);
  });

  const create = (hotspots: JsonObject = {}, git: JsonObject = {}) => {
    const config = new ConfigReader({
      opmodel: {
        git: {
          cacheDirectory: `${scenario.folder}/cache`,
          mirrors: [{ url, path: repository.path }],
          ...git,
        },
        techDebt: { suggestions: { hotspots } },
      },
    });
    return new HotspotSource({
      git: readGitSettings(config),
      settings: readHotspotSettings(config),
      integrations: ScmIntegrations.fromConfig(config),
      locks: new CloneLocks(),
    });
  };

  /** Changes a file on each of so many days of May. */
  const change = (file: string, times: number, lines: number) => {
    for (let day = 1; day <= times; day++) {
      repository.commit({
        message: `${file} ${day}`,
        at: `2026-05-${String(day).padStart(2, '0')}T10:00:00Z`,
        files: { [file]: `line ${day}\n`.repeat(lines) },
      });
    }
  };

  it.each(debtSuggestionSourceContract)('$name', async ({ check }) => {
    change('src/cart.ts', 12, 5);
    change('docs/a.md', 1, 1);
    const at = (name: string, folder: string) =>
      entity(name, {
        'backstage.io/source-location': `url:${url}/tree/main/${folder}`,
      });
    await expect(
      check({
        source: create(),
        entities: [entity('shop'), at('cart', 'src/')],
        unknownEntity: entity('none', { 'backstage.io/source-location': '' }),
        brokenEntity: entity('broken', { 'opmodel.io/git-branch': 'nowhere' }),
        now: run().now,
      }),
    ).resolves.toBeUndefined();
  });

  it('suggests the file that most of the work goes into', async () => {
    change('src/cart.ts', 12, 5);
    change('src/price.ts', 3, 50);
    change('yarn.lock', 14, 100);
    const found = await create().suggest([entity('shop')], run());
    expect(found).toMatchObject({
      lookedAt: [shop],
      leftOut: [],
      problems: [],
    });
    // 5 lines at first, then 5 out and 5 in with each of 11 changes.
    expect(found.suggestions).toMatchObject([
      {
        source: 'hotspot',
        entityRef: shop,
        title: 'Hotspot: src/cart.ts',
        description:
          '`src/cart.ts` was changed by 12 commits in 90 days, 115 lines in all. What is hard to change in it is paid for with each of them.',
      },
    ]);
    expect(found.suggestions[0].evidence).toEqual(
      expect.arrayContaining([
        { type: 'measure', name: 'commits', value: 12, unit: 'commits' },
        { type: 'measure', name: 'linesChanged', value: 115, unit: 'lines' },
        { type: 'measure', name: 'score', value: 1_380, unit: 'score' },
      ]),
    );
  });

  it('counts what is in the window, each commit once, and no file that is gone', async () => {
    repository.commit({
      message: 'long ago',
      at: '2026-01-01T10:00:00Z',
      files: { 'a b/ä\tx.ts': 'x\n'.repeat(500), 'b.ts': 'x\n' },
    });
    change('a b/ä\tx.ts', 2, 1);
    change('gone.ts', 9, 9);
    repository.git('rm', '-q', 'gone.ts');
    repository.checkout('side', 'main');
    repository.commit({
      message: 'gone',
      at: '2026-05-20T10:00:00Z',
      files: { 'b.ts': 'y\n', 'logo.png': '\0\u0001' },
    });
    repository.checkout('main');
    repository.merge('side', { message: 'merge', at: '2026-05-21T10:00:00Z' });
    const found = await create({ leastCommits: 1, percentile: 0 }).suggest(
      [entity('shop')],
      run(),
    );
    const facts = found.suggestions.map(({ evidence }) =>
      evidence.flatMap(each =>
        ['path', 'commits', 'linesChanged'].includes(each.name) &&
        'value' in each
          ? each.value
          : [],
      ),
    );
    expect(facts).toEqual([
      // 500 lines out and 1 in, then 1 out and 1 in; a tab is no part of a line.
      ['a b/ä x.ts', 2, 503],
      ['b.ts', 1, 2],
    ]);
  });

  it('tells the folders of a repository apart', async () => {
    change('cart/a.ts', 12, 5);
    change('cart/b.ts', 1, 1);
    change('pay/a.ts', 11, 3);
    change('pay/b.ts', 1, 1);
    const found = await create().suggest(
      [
        entity('cart', { 'opmodel.io/path': 'cart' }),
        entity('pay', { 'opmodel.io/path': 'pay' }),
        entity('ca', { 'opmodel.io/path': 'ca' }),
      ],
      run(),
    );
    expect(
      found.suggestions.map(({ entityRef, title }) => [entityRef, title]),
    ).toEqual([
      ['component:default/cart', 'Hotspot: cart/a.ts'],
      ['component:default/pay', 'Hotspot: pay/a.ts'],
    ]);
    expect(found.lookedAt).toHaveLength(3);
  });

  it('finds what was pushed since, by the same fingerprint, and that it is over', async () => {
    change('a.ts', 12, 5);
    change('b.ts', 1, 1);
    const source = create();
    const [before] = (await source.suggest([entity('shop')], run()))
      .suggestions;
    change('a.ts', 2, 3);
    const [after] = (await source.suggest([entity('shop')], run())).suggestions;
    expect(after.fingerprint).toBe(before.fingerprint);
    expect(after.evidence).not.toEqual(before.evidence);
    expect(
      await source.suggest([entity('shop')], {
        ...run(),
        now: Date.parse('2026-12-01T00:00:00Z'),
      }),
    ).toMatchObject({ lookedAt: [shop], suggestions: [] });
  });

  it('makes a repository that cannot be read, or not all of it, a problem of its entities alone', async () => {
    change('a.ts', 12, 5);
    change('b.ts', 1, 1);
    const found = await create().suggest(
      [
        entity('branch', { 'opmodel.io/git-branch': 'nowhere' }),
        entity('elsewhere', {
          'backstage.io/source-location': 'url:https://other.example.com/a/b',
        }),
        entity('none', { 'backstage.io/source-location': '' }),
        entity('path', { 'opmodel.io/path': '../etc' }),
        entity('shop'),
      ],
      run(),
    );
    expect(found.lookedAt).toEqual([
      'component:default/none',
      'component:default/shop',
    ]);
    expect(found.suggestions).toHaveLength(1);
    expect(found.problems).toEqual([
      {
        entityRef: 'component:default/branch',
        problem: 'The branch is not there',
      },
      {
        entityRef: 'component:default/elsewhere',
        problem: expect.stringContaining('No integration is configured'),
      },
      {
        entityRef: 'component:default/path',
        problem: expect.stringContaining('Annotation opmodel.io/path'),
      },
    ]);
    const tooMany = await create({}, { limits: { commits: 12 } }).suggest(
      [entity('shop')],
      run(),
    );
    expect(tooMany).toMatchObject({
      lookedAt: [],
      suggestions: [],
      problems: [{ problem: 'There are more than 12 commits in 90 days' }],
    });
  });

  it('has nothing to say of a repository without commits', async () => {
    expect(await create().suggest([entity('shop')], run())).toMatchObject({
      lookedAt: [shop],
      suggestions: [],
    });
  });

  it('reads while the collector reads the same clone', async () => {
    change('a.ts', 12, 5);
    change('b.ts', 1, 1);
    const { bench } = scenario;
    const source = create();
    const [found] = await Promise.all([
      source.suggest([entity('shop')], run()),
      bench.run(),
    ]);
    expect(found.suggestions).toHaveLength(1);
    expect(bench.problems).toEqual([]);
  });

  it('ends with its run', async () => {
    change('a.ts', 1, 1);
    const controller = new AbortController();
    controller.abort(new Error('It is over'));
    await expect(
      create().suggest([entity('shop')], {
        ...run(),
        signal: controller.signal,
      }),
    ).rejects.toThrow('It is over');
  });

  it.each([
    [{ days: 0 }, 'hotspots.days must be a whole number from 1 to 3660, got 0'],
    [{ leastCommits: 1.5 }, 'hotspots.leastCommits must be a whole number'],
    [{ percentile: 1.1 }, 'hotspots.percentile must be a number from 0 to 1'],
    [{ most: 0 }, 'opmodel.techDebt.suggestions.hotspots.most must be'],
  ])('refuses the settings %j', (hotspots, message) => {
    expect(() => create(hotspots)).toThrow(message);
  });
});
