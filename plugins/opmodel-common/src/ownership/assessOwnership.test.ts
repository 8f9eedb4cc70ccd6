import fc from 'fast-check';
import { assessOwnership, ownershipRungs } from './assessOwnership';
import { ownership2026Definition as definition } from './ownershipDefinition';
import type { OwnershipFacts } from './ownershipFacts';

const now = Date.UTC(2026, 10, 22);
const DAY = 86_400_000;

const ownedWell: OwnershipFacts = {
  ref: 'component:default/cart',
  tier: '1',
  owner: {
    ref: 'group:default/checkout',
    exists: true,
    members: 5,
    contacts: 2,
  },
  escalation: { kind: 'document', ref: 'escalationpath:default/checkout' },
  verifiedAt: now - 10 * DAY,
};

describe('the ownership ladder', () => {
  it('is climbed to its top by what a team owns, can carry, and has confirmed', () => {
    const { reached, gaps, rungs } = assessOwnership(
      ownedWell,
      definition,
      now,
    );
    expect({ reached, gaps }).toEqual({ reached: 7, gaps: [] });
    expect(rungs.map(({ id }) => id)).toEqual(ownershipRungs);
  });

  it.each<[string, Partial<OwnershipFacts>, number, string[]]>([
    ['nobody', { owner: null }, 0, ['unowned']],
    [
      'a group that is not there',
      { owner: { ...ownedWell.owner!, exists: false, members: 0 } },
      1,
      ['dangling_owner'],
    ],
    [
      'a person',
      { owner: { ...ownedWell.owner!, ref: 'user:default/ada' } },
      2,
      ['owner_is_user'],
    ],
    [
      'a group with nobody in it that nobody can reach',
      {
        owner: { ...ownedWell.owner!, members: 0, contacts: 0 },
        escalation: null,
      },
      3,
      ['empty_team', 'owner_without_contact', 'owner_without_escalation'],
    ],
    [
      'one person in a group',
      { owner: { ...ownedWell.owner!, members: 1 } },
      3,
      ['single_member_team'],
    ],
    [
      'a team that never confirmed it',
      { verifiedAt: null },
      6,
      ['review_overdue'],
    ],
  ])('ends at %s', (_, facts, reached, gaps) => {
    expect(
      assessOwnership({ ...ownedWell, ...facts }, definition, now),
    ).toMatchObject({ reached, gaps });
  });

  it('says nothing of what cannot be asked for yet', () => {
    const { rungs } = assessOwnership(
      { ...ownedWell, owner: null },
      definition,
      now,
    );
    expect(rungs.map(({ state }) => state)).toEqual([
      'missing',
      ...Array.from({ length: 6 }, () => 'blocked'),
    ]);
  });

  it('lets a confirmation hold for as long as the tier says, to the millisecond', () => {
    const verifiedAt = now - 90 * DAY;
    const at = (instant: number, tier: string | null) =>
      assessOwnership({ ...ownedWell, tier, verifiedAt }, definition, instant)
        .reached;
    expect([
      at(now - 1, '1'),
      at(now, '1'),
      at(now, '2'),
      at(now, null),
    ]).toEqual([7, 6, 7, 7]);
  });

  it('never falls when something is added', () => {
    const facts = fc.record<OwnershipFacts>({
      ref: fc.constant('component:default/cart'),
      tier: fc.constantFrom(null, '1', '2', '3'),
      owner: fc.option(
        fc.record({
          ref: fc.constantFrom('group:default/a', 'user:default/b'),
          exists: fc.boolean(),
          members: fc.nat(4),
          contacts: fc.nat(2),
        }),
      ),
      escalation: fc.option(
        fc.constant({ kind: 'annotation' as const, ref: 'a' }),
      ),
      verifiedAt: fc.option(fc.integer({ min: now - 400 * DAY, max: now })),
    });
    fc.assert(
      fc.property(facts, before => {
        const assess = (given: OwnershipFacts) =>
          assessOwnership(given, definition, now);
        const { reached, gaps, rungs } = assess(before);
        expect(reached).toBe(
          rungs.findIndex(({ state }) => state !== 'reached') < 0
            ? 7
            : rungs.findIndex(({ state }) => state !== 'reached'),
        );
        expect(gaps.length === 0).toBe(reached === 7);
        const more: OwnershipFacts[] = [
          { ...before, verifiedAt: now },
          { ...before, escalation: { kind: 'annotation', ref: 'a' } },
          ...(before.owner
            ? [
                {
                  ...before,
                  owner: { ...before.owner, members: before.owner.members + 1 },
                },
                { ...before, owner: { ...before.owner, exists: true } },
              ]
            : []),
        ];
        for (const after of more) {
          expect(assess(after).reached).toBeGreaterThanOrEqual(reached);
        }
      }),
    );
  });
});
