import { mockServices } from '@backstage/backend-test-utils';
import { ownership2026Definition } from '@opmodel/backstage-plugin-opmodel-common';
import { hashOfDefinition } from './OwnershipAssessor';
import { readOwnershipDefinition } from './ownershipConfig';

const read = (ownership: object) =>
  readOwnershipDefinition(
    mockServices.rootConfig({ data: { opmodel: { ownership } } }),
  );

describe('what counts as owned well', () => {
  it('is the ladder as it comes where nothing is configured', () => {
    expect(readOwnershipDefinition(mockServices.rootConfig())).toEqual(
      ownership2026Definition,
    );
  });

  it('is what is configured, in lower case and with a default for every tier', () => {
    expect(
      read({
        kinds: ['Component', 'component'],
        excludedLifecycles: ['Deprecated'],
        minimumMembers: 3,
        reviewDays: { gold: 30 },
        tierWeights: { gold: 2.5, default: 0.5 },
        minimumEntities: 1,
      }),
    ).toMatchObject({
      kinds: ['component'],
      excludedLifecycles: ['deprecated'],
      minimumMembers: 3,
      reviewDays: { gold: 30, default: 365 },
      tierWeights: { gold: 2.5, default: 0.5 },
      minimumEntities: 1,
    });
  });

  it.each([
    [{ kinds: ['group'] }, 'opmodel.ownership.kinds'],
    [{ kinds: [] }, 'opmodel.ownership.kinds'],
    [{ minimumMembers: 0 }, 'opmodel.ownership.minimumMembers'],
    [{ minimumMembers: 1.5 }, 'opmodel.ownership.minimumMembers'],
    [{ minimumEntities: -1 }, 'opmodel.ownership.minimumEntities'],
    [{ reviewDays: { gold: 0 } }, 'opmodel.ownership.reviewDays.gold'],
    [{ reviewDays: { gold: 'soon' } }, 'opmodel.ownership.reviewDays.gold'],
    [
      { reviewDays: { default: 2_000 } },
      'opmodel.ownership.reviewDays.default',
    ],
    [{ tierWeights: { gold: 0 } }, 'opmodel.ownership.tierWeights.gold'],
  ])('refuses %j and names the key', (ownership, key) => {
    expect(() => read(ownership)).toThrow(key);
  });

  it('has a name that only its meaning changes', () => {
    const { kinds, ...rest } = ownership2026Definition;
    expect(hashOfDefinition({ ...rest, kinds })).toBe(
      hashOfDefinition(ownership2026Definition),
    );
    expect(hashOfDefinition({ ...rest, kinds: ['component'] })).not.toBe(
      hashOfDefinition(ownership2026Definition),
    );
  });
});
