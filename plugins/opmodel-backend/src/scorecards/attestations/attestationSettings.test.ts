import { mockServices } from '@backstage/backend-test-utils';
import { readAttestationKinds } from './attestationSettings';

const read = (attestations?: object[]) =>
  readAttestationKinds(
    mockServices.rootConfig({
      data: { opmodel: { scorecards: { attestations } } } as object,
    }),
  );
const kind = { name: 'drill', title: 'Restore drill', maximumDays: 180 };

describe('what may be vouched for', () => {
  it('is nothing unless it is configured', () => {
    expect(read()).toEqual([]);
    expect(read([kind])).toEqual([{ ...kind, description: null }]);
    expect(read([{ ...kind, description: 'Restored once' }])).toEqual([
      { ...kind, description: 'Restored once' },
    ]);
  });

  it.each([
    ['[0].name', [{ ...kind, name: 'Restore drill' }]],
    ['[1].name', [kind, kind]],
    ['[0].maximumDays', [{ ...kind, maximumDays: 0 }]],
    ['[0].maximumDays', [{ ...kind, maximumDays: 1.5 }]],
    ['[0].maximumDays', [{ ...kind, maximumDays: 2_000 }]],
    [
      'at most 50',
      Array.from({ length: 51 }, (_, at) => ({ ...kind, name: `a${at}` })),
    ],
  ])('names %s where it cannot be used', (key, attestations) => {
    expect(() => read(attestations)).toThrow(key);
    expect(() => read(attestations)).toThrow('opmodel.scorecards.attestations');
  });
});
