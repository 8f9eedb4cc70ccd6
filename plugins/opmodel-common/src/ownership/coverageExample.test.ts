import { assessOwnership } from './assessOwnership';
import { computeCoverage } from './computeCoverage';
import { ownership2026Definition as definition } from './ownershipDefinition';
import type { OwnershipFacts } from './ownershipFacts';

const now = Date.parse('2026-11-22T12:00:00Z');
const daysAgo = (days: number) => now - days * 86_400_000;
const payments = {
  ref: 'group:default/payments',
  exists: true,
  members: 5,
  contacts: 1,
};
const paged = { kind: 'annotation', ref: 'pagerduty.com/service-id' } as const;

/** The example of docs/ownership.md. */
const example: Record<string, Omit<OwnershipFacts, 'ref'>> = {
  checkout: {
    tier: '1',
    owner: payments,
    escalation: paged,
    verifiedAt: daysAgo(30),
  },
  ledger: {
    tier: '1',
    owner: payments,
    escalation: paged,
    verifiedAt: daysAgo(100),
  },
  search: {
    tier: '2',
    owner: { ...payments, ref: 'group:default/discovery', members: 1 },
    escalation: null,
    verifiedAt: daysAgo(100),
  },
  mailer: {
    tier: null,
    owner: { ref: 'user:default/ada', exists: true, members: 0, contacts: 0 },
    escalation: null,
    verifiedAt: null,
  },
  reports: {
    tier: null,
    owner: { ...payments, ref: 'group:default/gone', exists: false },
    escalation: null,
    verifiedAt: null,
  },
  images: {
    tier: null,
    owner: payments,
    escalation: paged,
    verifiedAt: daysAgo(300),
  },
};

describe('the example of the documentation', () => {
  const assessed = Object.entries(example).map(([name, facts]) => ({
    name,
    tier: facts.tier,
    ...assessOwnership(
      { ref: `component:default/${name}`, ...facts },
      definition,
      now,
    ),
  }));

  it('reaches the rungs that it says', () => {
    expect(
      assessed.map(({ name, reached, gaps }) => [name, reached, gaps]),
    ).toEqual([
      ['checkout', 7, []],
      ['ledger', 6, ['review_overdue']],
      ['search', 3, ['single_member_team', 'owner_without_escalation']],
      ['mailer', 2, ['owner_is_user']],
      ['reports', 1, ['dangling_owner']],
      ['images', 7, []],
    ]);
  });

  it('has the coverage that it works out', () => {
    const counts = assessed.map(({ tier, reached }) => ({
      tier,
      reached,
      entities: 1,
    }));
    expect(computeCoverage(counts, definition)).toEqual({
      entities: 6,
      full: 2,
      share: 2 / 6,
      weightedShare: (4 + 1) / (4 + 4 + 2 + 1 + 1 + 1),
      state: 'ok',
    });
    expect(computeCoverage(counts, definition, 3).full).toBe(4);
  });
});
