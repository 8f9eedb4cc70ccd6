import { mockServices } from '@backstage/backend-test-utils';
import { readRepositorySettings } from './repositorySettings';

const read = (repository?: object) =>
  readRepositorySettings(
    mockServices.rootConfig({
      data: { opmodel: { scorecards: { repository } } },
    }),
    ['hasReadme'],
  );

describe('readRepositorySettings', () => {
  it('has defaults', () => {
    expect(read()).toEqual({
      files: [],
      cadenceMs: 6 * 3_600_000,
      freshnessMs: 49 * 3_600_000,
      timeoutMs: 120_000,
      concurrency: 4,
    });
    expect(read({ cadence: { hours: 48 } }).freshnessMs).toBe(96 * 3_600_000);
  });

  it.each([
    [{ cadence: { seconds: 1 } }, 'repository.cadence must be a minute'],
    [
      { cadence: '2h', freshness: '1h' },
      'repository.freshness must be longer than the cadence',
    ],
    [{ timeout: { milliseconds: 1 } }, 'repository.timeout must be a second'],
    [{ concurrency: 0 }, 'repository.concurrency must be a whole number'],
    [
      { files: [{ name: 'hasReadme', paths: ['a'] }] },
      'repository.files[0].name names the fact "hasReadme" twice',
    ],
    [
      { files: [{ name: 'has-chart', paths: ['a'] }] },
      'repository.files[0].name must begin with a small letter',
    ],
    [
      { files: [{ name: 'hasChart', paths: [] }] },
      'repository.files[0].paths must name 1 to 50 files, got 0',
    ],
    [
      { files: [{ name: 'hasChart', paths: ['a'], contains: '(' }] },
      'repository.files[0].contains is no pattern of RE2',
    ],
  ])('refuses %j', (settings, message) => {
    expect(() => read(settings)).toThrow(message);
  });
});
