import fc from 'fast-check';
import { appliesToSlo, evaluatePolicy } from './evaluatePolicy';
import { policyBudget, policyWith } from './testing/policies';

describe('evaluatePolicy', () => {
  const { spec } = policyWith();
  const kinds = (remaining: number | null) =>
    evaluatePolicy(spec, [policyBudget(remaining)]).map(
      ({ kind, threshold }) => [kind, threshold],
    );

  it('brings about what its thresholds say from their share on', () => {
    expect(kinds(0.26)).toEqual([]);
    expect(kinds(0.25)).toEqual([['attention', 0.25]]);
    expect(kinds(0.01)).toEqual([['attention', 0.25]]);
    expect(kinds(0)).toEqual([
      ['attention', 0.25],
      ['debt', 0],
      ['freeze_risky_releases', 0],
    ]);
    expect(kinds(-3)).toHaveLength(3);
  });

  it('holds since the first threshold that brings something about', () => {
    const twice = [
      { remaining: 0.1, consequences: ['debt' as const] },
      { remaining: 0.5, consequences: ['debt' as const] },
    ];
    expect(
      evaluatePolicy({ thresholds: twice }, [policyBudget(0.05)]),
    ).toMatchObject([{ kind: 'debt', threshold: 0.5 }]);
  });

  it('does nothing where too little is known', () => {
    expect(kinds(null)).toEqual([]);
    expect(evaluatePolicy(spec, [policyBudget(-1, { state: 'thin' })])).toEqual(
      [],
    );
  });

  it('never brings about less when less is left', () => {
    const someRemaining = fc.double({ min: -2, max: 1, noNaN: true });
    fc.assert(
      fc.property(someRemaining, someRemaining, (one, other) => {
        const [less, more] = [one, other].sort((a, b) => a - b);
        expect(kinds(less)).toEqual(expect.arrayContaining(kinds(more)));
      }),
    );
  });
});

describe('appliesToSlo', () => {
  const subject = {
    sloRef: 'slo:default/checkout',
    scopes: [
      'component:default/checkout',
      'system:default/shop',
      'group:default/payments',
      'group:default/division',
    ],
    tier: 'Gold',
  };
  it.each([
    [[], [], true],
    [['slo:default/checkout'], [], true],
    [['group:default/division'], [], true],
    [['system:default/shop', 'group:default/other'], [], true],
    [['group:default/other'], [], false],
    [[], ['gold'], true],
    [[], ['silver'], false],
    [['system:default/shop'], ['silver'], false],
  ])('to %j of tiers %j: %s', (appliesTo, tiers, expected) => {
    expect(appliesToSlo({ appliesTo, tiers }, subject)).toBe(expected);
  });

  it('is not limited to a tier that is not known', () => {
    expect(
      appliesToSlo(
        { appliesTo: [], tiers: ['gold'] },
        { ...subject, tier: null },
      ),
    ).toBe(false);
  });
});
