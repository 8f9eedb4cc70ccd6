import path from 'node:path';
import { randomBytes } from 'node:crypto';
import { createMockDirectory } from '@backstage/backend-test-utils';
import {
  at,
  createScenario,
  entity,
  type Scenario,
  shop,
  url,
} from './__testUtils__/Scenario';
import { TestRepository } from './__testUtils__/TestRepository';

jest.setTimeout(60_000);

describe('the git collector when something is wrong', () => {
  const directory = createMockDirectory();
  let scenario: Scenario;
  let repository: Scenario['repository'];
  let bench: Scenario['bench'];
  let folder: Scenario['folder'];

  beforeEach(() => {
    scenario = createScenario(directory);
    ({ repository, bench, folder } = scenario);
  });

  it('refuses a repository that is too large, and reads the others', async () => {
    repository.commit({ message: 'one', at: '2026-01-01T00:00:00Z' });
    repository.commit({ message: 'two', at: '2026-01-02T00:00:00Z' });
    const small = new TestRepository(path.join(folder, 'small'));
    const only = small.commit({ message: 'x', at: '2026-01-01T00:00:00Z' });
    const smallUrl = 'https://git.example.com/acme/small';
    bench = scenario.createBench({
      limits: { commits: 1 },
      mirrors: [
        { url, path: repository.path },
        { url: smallUrl, path: small.path },
      ],
    });
    bench.entities.push(
      entity('component:default/small', {
        'backstage.io/source-location': `url:${smallUrl}`,
      }),
    );
    await bench.run();
    expect(bench.problems).toEqual([
      {
        subject: url,
        message: expect.stringContaining('more than 1 commits'),
      },
    ]);
    expect([...bench.changes().keys()]).toEqual([only]);
  });

  it('refuses a clone that takes too much of the disk', async () => {
    repository.commit({ message: 'one', at: '2026-01-01T00:00:00Z' });
    for (let i = 0; i < 3; i++) {
      repository.commit({
        // More than half a mebibyte that does not compress.
        message: randomBytes(600_000).toString('base64'),
        at: '2026-01-02T00:00:00Z',
      });
    }
    bench = scenario.createBench({ limits: { repositoryMebibytes: 1 } });
    await bench.run();
    expect(bench.problems).toEqual([
      { subject: url, message: expect.stringContaining('more than 1 MiB') },
    ]);
  });

  it('ends when it is told to', async () => {
    repository.commit({ message: 'one', at: '2026-01-01T00:00:00Z' });
    await expect(bench.run(AbortSignal.abort())).rejects.toThrow(/abort/i);
  });

  it('begins again after a run that broke off', async () => {
    const emitted: string[][] = [];
    const breakOff = () => {
      bench.onEmit = events => {
        emitted.push(events.map(({ id }) => id));
        bench.onEmit = () => undefined;
        throw new Error('no database');
      };
    };
    repository.commit({ message: 'one', at: '2026-01-01T00:00:00Z' });
    breakOff();
    await expect(bench.run()).rejects.toThrow('no database');
    await bench.run();
    expect(bench.fresh.map(({ id }) => id)).toEqual(emitted[0]);

    repository.commit({ message: 'two', at: '2026-01-02T00:00:00Z' });
    repository.tag('v1.0.0', '2026-01-02T01:00:00Z');
    breakOff();
    bench.now = at('2026-06-02T00:00:00Z');
    await expect(bench.run()).rejects.toThrow('no database');
    // Meanwhile the tag is moved: what holds is what is said last.
    repository.tag('v1.0.0', '2026-01-02T02:00:00Z');
    bench.now = at('2026-06-03T00:00:00Z');
    await bench.run();
    expect(bench.changes().size).toBe(2);
    expect(bench.deployments().get(`${shop}#v1.0.0`)?.finishedAt).toBe(
      at('2026-01-02T02:00:00Z'),
    );
    await bench.run();
    expect(bench.fresh).toEqual([]);
  });

  it('says which annotation cannot be used', async () => {
    repository.commit({ message: 'one', at: '2026-01-01T00:00:00Z' });
    bench.entities = [
      entity('component:default/a', { 'opmodel.io/git-branch': '--exec=x' }),
      entity('component:default/b', { 'opmodel.io/path': '../../etc' }),
      entity('component:default/c', {
        'opmodel.io/git-deployments': 'sometimes',
      }),
      entity('component:default/d', {
        'opmodel.io/git-tag-pattern': '{path}-{version}',
      }),
      entity('component:default/e', {
        'backstage.io/source-location': 'url:https://elsewhere.example.com/a/b',
      }),
      entity('component:default/f', {
        'backstage.io/source-location': `url:${repository.path}`,
      }),
      entity('component:default/g', {
        'backstage.io/source-location': 'url:https://elsewhere.example.com/c/d',
      }),
    ];
    await bench.run();
    expect(bench.problems.map(({ message }) => message)).toEqual([
      expect.stringContaining('opmodel.io/git-branch'),
      expect.stringContaining('opmodel.io/path'),
      expect.stringContaining('Expected one of tags, mainline, none'),
      expect.stringContaining('has no opmodel.io/path'),
      expect.stringContaining('No integration is configured'),
      expect.stringContaining('is not a URL'),
    ]);
    expect(bench.problems[4].subject).toBe('component:default/e and 1 more');
    expect(bench.changes().size).toBe(0);
  });
});
