import {
  readErrorBudgetPolicy,
  readServiceLevelAgreement,
} from './readBudgetDocuments';

describe('readErrorBudgetPolicy', () => {
  const thresholds = [
    { remaining: 0, consequences: ['freeze_risky_releases'] },
    { remaining: 0.25, consequences: ['attention', 'debt'] },
  ];

  it('reads a policy, the threshold that holds first in front', () => {
    expect(
      readErrorBudgetPolicy({
        owner: 'reliability',
        appliesTo: ['system:checkout', 'payments', 'slo:default/cart'],
        tiers: [1, '2'],
        thresholds,
        approvals: [
          { role: 'product', approvedBy: 'user:ada', approvedOn: '2026-02-01' },
          { role: 'Reliability', approvedBy: 'group:sre' },
          { role: 'legal', approvedBy: 'group:legal' },
        ],
        mode: 'Enforced',
        closedWhenUnknown: true,
        version: 3,
      }),
    ).toEqual({
      owner: 'group:default/reliability',
      appliesTo: [
        'system:default/checkout',
        'group:default/payments',
        'slo:default/cart',
      ],
      tiers: ['1', '2'],
      thresholds: [thresholds[1], thresholds[0]],
      approvals: [
        { role: 'reliability', approvedBy: 'group:sre', approvedOn: null },
        { role: 'product', approvedBy: 'user:ada', approvedOn: '2026-02-01' },
      ],
      mode: 'enforced',
      closedWhenUnknown: true,
      version: '3',
    });
  });

  it('reads what it applies to by kind', () => {
    expect(
      readErrorBudgetPolicy({
        appliesTo: {
          slos: ['Cart'],
          components: 'web',
          systems: ['checkout'],
          owners: ['payments'],
          tiers: ['gold'],
        },
      }),
    ).toMatchObject({
      appliesTo: [
        'slo:default/cart',
        'component:default/web',
        'system:default/checkout',
        'group:default/payments',
      ],
      tiers: ['gold'],
    });
    expect(
      readErrorBudgetPolicy({ appliesTo: { tiers: ['gold'] } }),
    ).toMatchObject({ appliesTo: [], tiers: ['gold'] });
  });

  it('is for the organisation, in shadow and open, where it says nothing else', () => {
    expect(readErrorBudgetPolicy({})).toEqual({
      owner: null,
      appliesTo: [],
      tiers: [],
      thresholds: [],
      approvals: [],
      mode: 'shadow',
      closedWhenUnknown: false,
      version: '1',
    });
    expect(
      readErrorBudgetPolicy({ mode: 'enforcd', closedWhenUnknown: 'yes' }),
    ).toMatchObject({ mode: 'shadow', closedWhenUnknown: false });
  });

  it('applies to nothing where what is written cannot be read', () => {
    expect(readErrorBudgetPolicy({ appliesTo: ['a b'] })).toBeNull();
    expect(readErrorBudgetPolicy({ appliesTo: { slos: ['a b'] } })).toBeNull();
    expect(readErrorBudgetPolicy({ appliesTo: 7.5, tiers: [{}] })).toBeNull();
    expect(readErrorBudgetPolicy({ appliesTo: { slo: ['cart'] } })).toBeNull();
  });

  it('reads shares as numbers, as percentages, and as what is used up', () => {
    expect(
      readErrorBudgetPolicy({
        thresholds: [
          { remaining: '50 %', consequences: 'attention' },
          { consumed: 0.9, consequences: ['Require approval'] },
          { remaining: -0.5, consequences: ['debt', 'debt', 'party'] },
        ],
      })?.thresholds,
    ).toEqual([
      { remaining: 0.5, consequences: ['attention'] },
      { remaining: 0.1, consequences: ['require_approval'] },
      { remaining: -0.5, consequences: ['debt'] },
    ]);
  });

  it('leaves out thresholds of which nothing follows, and those that nobody can mean', () => {
    expect(
      readErrorBudgetPolicy({
        thresholds: [
          { remaining: 0.5, consequences: ['party'] },
          { remaining: 25, consequences: ['attention'] },
          { remaining: 'soon', consequences: ['attention'] },
          { consequences: ['attention'] },
          'freeze',
        ],
      })?.thresholds,
    ).toEqual([]);
  });

  it.each([undefined, null, 7, 'text', []])('survives %j', document => {
    expect(readErrorBudgetPolicy(document as never)).toMatchObject({
      thresholds: [],
    });
  });
});

describe('readServiceLevelAgreement', () => {
  it('reads an agreement', () => {
    expect(
      readServiceLevelAgreement({
        owner: 'sales',
        appliesTo: ['component:checkout'],
        customer: 'Example Retail',
        objectives: [
          {
            title: 'Availability',
            slo: 'checkout-availability',
            target: 0.995,
            period: '1M',
            penalty: '10 % of the fee',
          },
          { targetPercent: 99, period: 'a month' },
          { title: 'No target' },
          { target: 1.5 },
        ],
        validFrom: '2026-01-01',
        validUntil: new Date('2026-12-31T00:00:00Z'),
        url: 'https://contracts.example.com/7',
      }),
    ).toEqual({
      owner: 'group:default/sales',
      appliesTo: ['component:default/checkout'],
      customer: 'Example Retail',
      objectives: [
        {
          title: 'Availability',
          slo: 'slo:default/checkout-availability',
          target: 0.995,
          period: { count: 1, unit: 'M' },
          penalty: '10 % of the fee',
        },
        { title: null, slo: null, target: 0.99, period: null, penalty: null },
      ],
      validFrom: '2026-01-01',
      validUntil: '2026-12-31',
      url: 'https://contracts.example.com/7',
    });
  });

  it('reads a single objective that stands in the document itself', () => {
    expect(
      readServiceLevelAgreement({ slo: 'cart', target: '99.5 %', period: '1Q' })
        ?.objectives,
    ).toEqual([
      {
        title: null,
        slo: 'slo:default/cart',
        target: 0.995,
        period: { count: 1, unit: 'Q' },
        penalty: null,
      },
    ]);
  });

  it('knows no address that a page may not link to, and no day that is none', () => {
    expect(
      readServiceLevelAgreement({
        // eslint-disable-next-line no-script-url
        url: 'javascript:alert(1)',
        validFrom: '2026-13-45',
        validUntil: 'next year',
      }),
    ).toMatchObject({ url: null, validFrom: null, validUntil: null });
  });

  it('is about nothing where that cannot be read', () => {
    expect(readServiceLevelAgreement({ appliesTo: ['a b'] })).toBeNull();
  });

  it.each([undefined, null, 7, 'text', []])('survives %j', document => {
    expect(readServiceLevelAgreement(document as never)).toMatchObject({
      objectives: [],
    });
  });
});
