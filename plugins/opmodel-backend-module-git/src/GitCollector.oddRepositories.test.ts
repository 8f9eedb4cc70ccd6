import fs from 'node:fs';
import path from 'node:path';
import { execFileSync } from 'node:child_process';
import { createMockDirectory } from '@backstage/backend-test-utils';
import {
  at,
  createScenario,
  entity,
  shop,
  url,
  type Scenario,
} from './__testUtils__/Scenario';
import { TestRepository } from './__testUtils__/TestRepository';

jest.setTimeout(60_000);

describe('the git collector on odd repositories', () => {
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

  it('has nothing to say about an empty one, until it has commits', async () => {
    await bench.run();
    expect(bench.problems).toEqual([]);
    expect(bench.fresh).toEqual([]);
    const one = repository.commit({
      message: 'one',
      at: '2026-01-01T00:00:00Z',
    });
    await bench.run();
    expect([...bench.changes().keys()]).toEqual([one]);
    expect(bench.deployments().size).toBe(0);
  });

  it('keeps what it knew when a repository has lost all commits', async () => {
    repository.commit({ message: 'one', at: '2026-01-01T00:00:00Z' });
    await bench.run();
    fs.rmSync(repository.path, { recursive: true });
    repository = new TestRepository(repository.path);
    await bench.run();
    expect(bench.problems).toEqual([
      {
        subject: url,
        message: expect.stringContaining('no commits any more'),
      },
    ]);
    expect(bench.changes().size).toBe(1);
  });

  it('reads a detached clone without an origin, and a branch known only from the origin', async () => {
    const one = repository.commit({
      message: 'one',
      at: '2026-01-01T00:00:00Z',
    });
    repository.git('checkout', '-q', '--detach');
    repository.git('update-ref', 'refs/remotes/origin/trunk', one);
    repository.git('branch', '-D', 'main');
    await bench.run();
    expect([...bench.changes().keys()]).toEqual([one]);

    bench.entities = [entity(shop, { 'opmodel.io/git-branch': 'trunk' })];
    await bench.run();
    expect(bench.problems).toEqual([]);
    bench.entities = [entity(shop, { 'opmodel.io/git-branch': 'gone' })];
    await bench.run();
    expect(bench.problems).toEqual([
      { subject: shop, message: `${url} has no branch 'gone'` },
    ]);
  });

  it('marks what a shallow clone has cut off, and completes it when the history comes', async () => {
    const full = repository;
    full.commit({ message: 'one', at: '2026-01-01T00:00:00Z' });
    full.tag('v1.0.0', '2026-01-01T01:00:00Z');
    full.checkout('feature', 'main');
    const work = full.commit({ message: 'work', at: '2026-01-02T00:00:00Z' });
    full.checkout('main');
    const merged = full.merge('feature', {
      message: "Merge branch 'feature'",
      at: '2026-01-03T00:00:00Z',
    });
    full.tag('v1.1.0', '2026-01-03T01:00:00Z');
    const last = full.commit({ message: 'last', at: '2026-01-04T00:00:00Z' });
    full.tag('v1.2.0', '2026-01-04T01:00:00Z');
    const shallow = path.join(folder, 'shallow');
    execFileSync('git', [
      'clone',
      '-q',
      '--depth=2',
      `file://${full.path}`,
      shallow,
    ]);
    bench = scenario.createBench({ mirrors: [{ url, path: shallow }] });
    await bench.run();

    expect(bench.problems).toEqual([]);
    expect(bench.changes().get(merged)).toMatchObject({
      firstCommitAt: null,
      commits: null,
      contributors: null,
      mergedAt: at('2026-01-03T00:00:00Z'),
    });
    expect(bench.changes().get(last)?.firstCommitAt).toBe(
      at('2026-01-04T00:00:00Z'),
    );
    expect(bench.deployments().get(`${shop}#v1.1.0`)?.baseline).toBe(true);
    expect(carried('v1.2.0')).toEqual([last]);

    // A deeper history alone changes no reference; it is seen with the next commit.
    full.commit({ message: 'more', at: '2026-01-05T00:00:00Z' });
    execFileSync('git', ['pull', '-q', '--unshallow', '--tags'], {
      cwd: shallow,
    });
    bench.now = at('2026-06-02T00:00:00Z');
    await bench.run();
    expect(bench.changes().get(merged)?.firstCommitAt).toBe(
      at('2026-01-02T00:00:00Z'),
    );
    expect(bench.changes().has(work)).toBe(false);
    expect(bench.deployments().get(`${shop}#v1.1.0`)).toMatchObject({
      baseline: false,
      changes: [merged],
    });
  });

  it('mends a clone that a killed process has left locked', async () => {
    repository.commit({ message: 'one', at: '2026-01-01T00:00:00Z' });
    await bench.run();
    const clone = fs
      .readdirSync(path.join(folder, 'cache'))
      .find(name => name.endsWith('.git'))!;
    fs.writeFileSync(path.join(folder, 'cache', clone, 'config.lock'), '');
    repository.commit({ message: 'two', at: '2026-01-02T00:00:00Z' });
    await bench.run();
    expect(bench.problems).toEqual([]);
    expect(bench.changes().size).toBe(2);
  });

  it('begins anew after objects of its clone were damaged', async () => {
    repository.commit({ message: 'one', at: '2026-01-01T00:00:00Z' });
    await bench.run();
    const cache = path.join(folder, 'cache');
    const objects = fs
      .readdirSync(cache, { recursive: true })
      .map(String)
      .filter(name => /objects.[0-9a-f]{2}.[0-9a-f]{38}$|\.pack$/.test(name));
    expect(objects.length).toBeGreaterThan(0);
    for (const name of objects) {
      fs.chmodSync(path.join(cache, name), 0o600);
      fs.writeFileSync(path.join(cache, name), 'damaged');
    }
    repository.commit({ message: 'two', at: '2026-01-02T00:00:00Z' });
    await bench.run();
    await bench.run();
    expect(bench.problems).toEqual([]);
    expect(bench.changes().size).toBe(2);
  });

  it('leaves out what happened before its history begins', async () => {
    bench = scenario.createBench({ history: 'P30D' });
    repository.commit({ message: 'old', at: '2026-01-01T00:00:00Z' });
    repository.tag('v1.0.0', '2026-01-02T00:00:00Z');
    const late = repository.commit({
      message: 'waited long',
      at: '2026-01-03T00:00:00Z',
    });
    repository.tag('v1.1.0', '2026-05-20T00:00:00Z');
    await bench.run();
    expect([...bench.changes().keys()]).toEqual([late]);
    expect([...bench.deployments().keys()]).toEqual([`${shop}#v1.1.0`]);
    expect(bench.deployments().get(`${shop}#v1.1.0`)?.baseline).toBe(false);
  });

  it('gives the disk space of a repository back that nobody names for a month, and can begin again', async () => {
    const one = repository.commit({
      message: 'one',
      at: '2026-01-01T00:00:00Z',
    });
    const clones = () =>
      fs
        .readdirSync(path.join(folder, 'cache'))
        .filter(name => name.endsWith('.git'));
    await bench.run();
    const { entities } = bench;
    bench.entities = [];
    await bench.run();
    bench.now = at('2026-06-30T00:00:00Z');
    await bench.run();
    expect(clones()).toHaveLength(1);
    bench.now = at('2026-07-02T00:00:00Z');
    await bench.run();
    expect(clones()).toHaveLength(0);
    expect([...bench.changes().keys()]).toEqual([one]);

    bench.entities = entities;
    repository.git('checkout', '-q', '--orphan', 'other');
    repository.git('branch', '-D', 'main');
    repository.git('branch', '-m', 'main');
    const other = repository.commit({
      message: 'other',
      at: '2026-02-01T00:00:00Z',
    });
    await bench.run();
    expect(bench.problems).toEqual([]);
    expect([...bench.changes().keys()].sort()).toEqual([one, other].sort());
  });
});
