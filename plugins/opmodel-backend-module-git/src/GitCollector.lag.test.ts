import { renameSync } from 'node:fs';
import path from 'node:path';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { at, createScenario, entity, url } from './__testUtils__/Scenario';
import { TestRepository } from './__testUtils__/TestRepository';

jest.setTimeout(60_000);

describe('how complete the git collector is', () => {
  const directory = createMockDirectory();

  it('is up to when the repository was read that was read least recently', async () => {
    const { repository, folder, createBench } = createScenario(directory);
    repository.commit({ message: 'one', at: '2026-01-01T00:00:00Z' });
    const other = new TestRepository(path.join(folder, 'other'));
    other.commit({ message: 'x', at: '2026-01-01T00:00:00Z' });
    const otherUrl = 'https://git.example.com/acme/other';
    const never = 'https://git.example.com/acme/never';
    const bench = createBench({
      mirrors: [
        { url, path: repository.path },
        { url: otherUrl, path: other.path },
        { url: never, path: path.join(folder, 'never') },
      ],
    });
    for (const address of [otherUrl, never]) {
      bench.entities.push(
        entity(`component:default/${path.basename(address)}`, {
          'backstage.io/source-location': `url:${address}`,
        }),
      );
    }
    const completeAt = async (now: string) => {
      bench.now = at(now);
      await bench.run();
      const { completeUntil } = bench.progress;
      return completeUntil && new Date(completeUntil).toISOString();
    };
    const first = '2026-06-01T00:00:00.000Z';
    const second = '2026-06-02T00:00:00.000Z';
    expect(await completeAt(first)).toBe(first);
    expect(bench.problems).toHaveLength(1);
    // Whether there is anything new or not.
    repository.commit({ message: 'two', at: '2026-06-01T12:00:00Z' });
    expect(await completeAt(second)).toBe(second);

    renameSync(other.path, `${other.path}-away`);
    expect(await completeAt('2026-06-03T00:00:00.000Z')).toBe(second);
    expect(bench.problems).toHaveLength(2);
    renameSync(`${other.path}-away`, other.path);
    const last = '2026-06-04T00:00:00.000Z';
    expect(await completeAt(last)).toBe(last);
  });

  it('is not told as long as nobody knows, or nothing could be read', async () => {
    const { repository, bench } = createScenario(directory);
    repository.commit({ message: 'one', at: '2026-01-01T00:00:00Z' });
    await bench.run();
    const { watermark } = bench;
    const [progress] = Object.values((watermark as any).repositories) as any[];
    // As an older version has left it.
    delete progress.knownUntil;
    renameSync(repository.path, `${repository.path}-away`);
    await bench.run();
    expect(bench.progress).toEqual({});
    bench.watermark = undefined;
    await bench.run();
    expect(bench.progress).toEqual({});
  });
});
