import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { readDoraConfig } from './doraConfig';

const read = (dora: JsonObject = {}) =>
  readDoraConfig(mockServices.rootConfig({ data: { opmodel: { dora } } }));

describe('readDoraConfig', () => {
  it('keeps numbers under every definition where nothing is configured', () => {
    expect(read()).toEqual({
      profiles: ['dora-2026', 'devlake', 'four-keys', 'gitlab'],
      defaultProfile: 'dora-2026',
      edition: '2025',
      quality: {},
    });
  });

  it('takes some definitions, in the order in which they are offered', () => {
    expect(
      read({
        profiles: ['gitlab', 'devlake'],
        // As YAML reads a year without quotes.
        edition: 2021,
        quality: { clocks: 1, 'incidents-linked': 0 },
      }),
    ).toEqual({
      profiles: ['devlake', 'gitlab'],
      defaultProfile: 'devlake',
      edition: '2021',
      quality: { clocks: 1, 'incidents-linked': 0 },
    });
  });

  it.each([
    [{ profiles: [] }, 'opmodel.dora.profiles must name at least one'],
    [
      { profiles: ['space'] },
      "opmodel.dora.profiles must be one of dora-2026, devlake, four-keys, gitlab, got 'space'",
    ],
    [
      { profiles: ['devlake'], defaultProfile: 'gitlab' },
      "opmodel.dora.defaultProfile must be one of devlake, got 'gitlab'",
    ],
    [{ edition: '2020' }, 'opmodel.dora.edition must be one of'],
    [{ quality: { luck: 0.5 } }, 'opmodel.dora.quality must be one of'],
    [
      { quality: { clocks: 95 } },
      'opmodel.dora.quality.clocks must be a share from 0 to 1, got 95',
    ],
  ])('names the key of a wrong value: %j', (dora, message) => {
    expect(() => read(dora)).toThrow(message);
  });
});
