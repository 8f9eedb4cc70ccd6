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

describe('the git collector where each commit is deployed', () => {
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

  it('takes each commit of the main line for a deployment', async () => {
    const one = repository.commit({
      message: 'one',
      at: '2026-01-01T00:00:00Z',
    });
    repository.checkout('feature', 'main');
    repository.commit({ message: 'work', at: '2026-01-02T00:00:00Z' });
    repository.checkout('main');
    const merged = repository.merge('feature', {
      message: "Merge branch 'feature'",
      at: '2026-01-03T00:00:00Z',
    });
    bench.entities = [
      entity(shop, { 'opmodel.io/git-deployments': 'mainline' }),
    ];
    await bench.run();
    expect([...bench.deployments().keys()].sort()).toEqual(
      [`${shop}#${one}`, `${shop}#${merged}`].sort(),
    );
    expect(bench.deployments().get(`${shop}#${one}`)).toMatchObject({
      baseline: true,
      changes: [one],
    });
    expect(bench.deployments().get(`${shop}#${merged}`)).toMatchObject({
      baseline: false,
      changes: [merged],
      finishedAt: at('2026-01-03T00:00:00Z'),
      version: null,
    });
  });

  it('takes back what a rewritten branch has lost', async () => {
    const one = repository.commit({
      message: 'one',
      at: '2026-01-01T00:00:00Z',
    });
    const two = repository.commit({
      message: 'two',
      at: '2026-01-02T00:00:00Z',
    });
    bench.entities = [
      entity(shop, { 'opmodel.io/git-deployments': 'mainline' }),
    ];
    await bench.run();
    repository.git('reset', '-q', '--hard', one);
    const other = repository.commit({
      message: 'other',
      at: '2026-01-03T00:00:00Z',
    });
    bench.now = at('2026-06-02T00:00:00Z');
    await bench.run();
    expect([...bench.changes().keys()].sort()).toEqual([one, other].sort());
    expect(bench.deployments().has(`${shop}#${two}`)).toBe(false);

    // The branch goes back to what it was: what was taken back holds again.
    repository.git('reset', '-q', '--hard', two);
    bench.now = at('2026-06-03T00:00:00Z');
    await bench.run();
    expect([...bench.changes().keys()].sort()).toEqual([one, two].sort());
    expect(bench.deployments().has(`${shop}#${two}`)).toBe(true);
  });

  it('does the same when the clone was lost meanwhile, as far as the old history is to be had', async () => {
    const one = repository.commit({
      message: 'one',
      at: '2026-01-01T00:00:00Z',
    });
    repository.tag('v1.0.0', '2026-01-01T01:00:00Z');
    await bench.run();
    fs.rmSync(path.join(folder, 'cache'), { recursive: true });
    repository.git('checkout', '-q', '--orphan', 'other');
    repository.git('branch', '-D', 'main');
    repository.git('tag', '-d', 'v1.0.0');
    repository.git('branch', '-m', 'main');
    const other = repository.commit({
      message: 'other',
      at: '2026-01-03T00:00:00Z',
    });
    repository.tag('v2.0.0', '2026-01-03T01:00:00Z');
    repository.git('reflog', 'expire', '--expire=now', '--all');
    repository.git('gc', '-q', '--prune=now');
    bench.now = at('2026-06-02T00:00:00Z');
    await bench.run();
    expect(bench.problems).toEqual([]);
    expect(carried('v2.0.0')).toEqual([other]);
    expect(bench.changes().has(one)).toBe(true);
  });
});
