import fs from 'node:fs';
import path from 'node:path';
import { createMockDirectory } from '@backstage/backend-test-utils';
import {
  at,
  createScenario,
  entity,
  shop,
  type Scenario,
} from './__testUtils__/Scenario';

jest.setTimeout(60_000);

describe('the git collector on monorepos', () => {
  const directory = createMockDirectory();
  let scenario: Scenario;
  let repository: Scenario['repository'];
  let bench: Scenario['bench'];
  let folder: Scenario['folder'];
  const carried = (tag: string, entityRef = shop) =>
    bench.deployments().get(`${entityRef}#${tag}`)?.changes;

  beforeEach(() => {
    scenario = createScenario(directory);
    ({ repository, bench, folder } = scenario);
  });

  const cart = 'component:default/cart';
  const pay = 'component:default/pay';

  it('gives each component the changes that touch its folder', async () => {
    const both = repository.commit({
      message: 'both',
      at: '2026-01-01T00:00:00Z',
      files: { 'services/cart/a': '1', 'services/pay/a': '1' },
    });
    const root = repository.commit({
      message: 'root',
      at: '2026-01-02T00:00:00Z',
      files: { 'services/cart-legacy/a': '1', readme: '1' },
    });
    repository.tag('cart-v1.0.0', '2026-01-02T01:00:00Z');
    repository.tag('services/pay@v1.0.0', '2026-01-02T01:00:00Z');
    repository.checkout('feature', 'main');
    repository.commit({
      message: 'cart work',
      at: '2026-01-03T00:00:00Z',
      files: { 'services/cart/a': '2' },
    });
    repository.checkout('main');
    const ofPay = repository.commit({
      message: 'pay',
      at: '2026-01-03T12:00:00Z',
      files: { 'services/pay/a': '2' },
    });
    const ofCart = repository.merge('feature', {
      message: "Merge branch 'feature'",
      at: '2026-01-04T00:00:00Z',
    });
    repository.tag('cart-v1.1.0', '2026-01-04T01:00:00Z');
    bench.entities = [
      entity(cart, {
        'opmodel.io/path': './services/cart/',
        'opmodel.io/git-tag-pattern': '{component}-{version}',
      }),
      entity(pay, {
        'opmodel.io/path': 'services/pay',
        'opmodel.io/git-tag-pattern': '{path}@v{version}',
      }),
    ];
    await bench.run();

    expect(bench.problems).toEqual([]);
    expect(bench.changes().get(both)?.target.entityRefs).toEqual([cart, pay]);
    expect(bench.changes().has(root)).toBe(false);
    expect(bench.changes().get(ofCart)?.target.entityRefs).toEqual([cart]);
    expect(bench.changes().get(ofPay)?.target.entityRefs).toEqual([pay]);
    expect(carried('cart-v1.0.0', cart)).toEqual([both]);
    expect(carried('cart-v1.1.0', cart)).toEqual([ofCart]);
    expect(carried('services/pay@v1.0.0', pay)).toEqual([both]);
    expect(bench.deployments().size).toBe(3);
    // One clone serves both.
    expect(
      fs
        .readdirSync(path.join(folder, 'cache'))
        .filter(name => name.endsWith('.git')),
    ).toHaveLength(1);
  });

  it('tells of the whole history of a component that is added later, and keeps that of one that leaves', async () => {
    const one = repository.commit({
      message: 'one',
      at: '2026-01-01T00:00:00Z',
    });
    repository.tag('v1.0.0', '2026-01-01T01:00:00Z');
    await bench.run();
    const other = entity('component:default/other');
    bench.entities = [entity(shop), other];
    bench.now = at('2026-06-02T00:00:00Z');
    await bench.run();
    expect(bench.changes().get(one)?.target.entityRefs).toEqual([
      other.entityRef,
      shop,
    ]);
    expect(carried('v1.0.0', other.entityRef)).toEqual([one]);

    bench.entities = [other];
    bench.now = at('2026-06-03T00:00:00Z');
    await bench.run();
    expect(carried('v1.0.0', shop)).toEqual([one]);

    repository.tag('v1.0.0', '2026-01-01T02:00:00Z');
    bench.entities = [entity(shop), other];
    bench.now = at('2026-06-04T00:00:00Z');
    await bench.run();
    expect(bench.deployments().get(`${shop}#v1.0.0`)?.finishedAt).toBe(
      at('2026-01-01T02:00:00Z'),
    );
  });

  it('serves more components than one event may name', async () => {
    const one = repository.commit({
      message: 'one',
      at: '2026-01-01T00:00:00Z',
    });
    bench.entities = Array.from({ length: 120 }, (_, index) =>
      entity(`component:default/c${String(index).padStart(3, '0')}`),
    );
    await bench.run();
    expect(bench.changes().get(one)?.target.entityRefs).toEqual(
      bench.entities.map(({ entityRef }) => entityRef),
    );
  });
});
