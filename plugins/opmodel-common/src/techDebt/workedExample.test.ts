import { measureInterest } from './measuredInterest';
import { computeDebtFlow, computeDebtFlows } from './debtFlow';
import { burnDebt } from './debtBurn';
import type { DebtSnapshot } from './debtHistory';
import type { DebtEstimate } from './debtItem';
import { debtInterest } from './debtInterest';
import { debtPayback } from './debtPayback';
import type { DebtPrice } from './debtPrice';
import { debtPriority } from './debtPriority';
import { debtRisk } from './debtRisk';
import { debtWsjf } from './debtWsjf';
import { noEstimate } from './estimateRanges';
import { MONTH_DAYS } from './measuredInterest';
import { payingTopTen } from './payingTopTen';
import { debtItem } from './__testUtils__/debtItems';

const estimate = (known: Partial<DebtEstimate>): DebtEstimate => ({
  ...noEstimate,
  ...known,
});
const told = (price: DebtPrice | ReturnType<typeof debtPayback>) =>
  price.state === 'scored' ? price.formula : price;

describe('examples from elsewhere', () => {
  // Source: novacalculator.com/costofdelaywsjfprioritizationcalculator, example 1.
  it.each([
    ['a security patch', [5, 9, 8], 2, '(5 + 9 + 8) ÷ 2 = 11'],
    ['a dashboard', [8, 4, 3], 5, '(8 + 4 + 3) ÷ 5 = 3'],
    ['a mobile app', [9, 5, 4], 8, '(9 + 5 + 4) ÷ 8 = 2.25'],
    ['a refactoring', [4, 3, 7], 8, '(4 + 3 + 7) ÷ 8 = 1.75'],
  ])('WSJF of %s', (_, delay, principalDays, formula) => {
    const [businessValue, timeCriticality, riskReduction] = delay;
    expect(
      told(
        debtWsjf(
          estimate({
            businessValue,
            timeCriticality,
            riskReduction,
            principalDays,
          }),
        ),
      ),
    ).toBe(formula);
  });

  // Source: findutils.pages.dev/en/tools/tech-debt-register: 20 hours of fixing save 5 hours in each week from then on.
  it('20 hours that save 5 a week pay back in four weeks', () => {
    const payback = debtPayback(
      estimate({
        principalDays: 20 / 8,
        interestDays: 5 / 8,
        occurrencesPerMonth: MONTH_DAYS / 7,
      }),
    );
    expect(
      payback.state === 'scored' && payback.value * MONTH_DAYS,
    ).toBeCloseTo(28, 9);
  });
});

describe('two items of a checkout, priced', () => {
  // Every release, four in a month, somebody renews a certificate by hand; and a client is copied into each service.
  const certificate = estimate({
    principalDays: 3,
    interestDays: 0.25,
    occurrencesPerMonth: 4,
    impact: 5,
    likelihood: 2,
  });
  const client = estimate({
    principalDays: 12,
    interestDays: 0.5,
    occurrencesPerMonth: 6,
    impact: 3,
    likelihood: 3,
    businessValue: 5,
    timeCriticality: 3,
    riskReduction: 8,
  });

  it.each([
    ['risk', debtRisk, '5 × 2 = 10', '3 × 3 = 9'],
    ['interest', debtInterest, '0.25 × 4 = 1', '0.5 × 6 = 3'],
    [
      'priority',
      debtPriority,
      '0.25 × 4 × (5 × 2) ÷ 3 ≈ 3.33333',
      '0.5 × 6 × (3 × 3) ÷ 12 = 2.25',
    ],
    ['payback', debtPayback, '3 ÷ (0.25 × 4) = 3', '12 ÷ (0.5 × 6) = 4'],
    [
      'WSJF',
      debtWsjf,
      {
        state: 'not_scored',
        missing: ['businessValue', 'timeCriticality', 'riskReduction'],
      },
      '(5 + 3 + 8) ÷ 12 ≈ 1.33333',
    ],
  ])('%s', (_, price, first, second) => {
    expect(told(price(certificate))).toEqual(first);
    expect(told(price(client))).toEqual(second);
  });

  it('paying both takes 15 days; what it saves is told of each', () => {
    const paid = payingTopTen([
      debtItem({ id: 'client', estimate: client }),
      debtItem({ id: 'certificate', estimate: certificate }),
    ]);
    expect(paid.items.map(({ id }) => id)).toEqual(['certificate', 'client']);
    expect(paid.principalDays).toBe(15);
    expect(paid.risksRemoved).toEqual([
      { impact: 5, likelihood: 2, items: 1 },
      { impact: 3, likelihood: 3, items: 1 },
    ]);
  });

  it('what teams reported stands beside what was estimated', () => {
    const measured = measureInterest(
      ['2026-01-12', '2026-02-09', '2026-03-09'].map((day, at) => ({
        id: `${at}`,
        day,
        hoursLost: 4,
        teamRef: 'group:default/payments',
        entityRef: 'component:default/checkout',
        itemId: 'certificate',
      })),
      { from: '2026-01-01', to: '2026-03-31' },
    );
    expect(measured).toMatchObject({
      confidence: 'thin',
      thinBecause: ['few_reports'],
      formula: '12 ÷ 8 × 30.4375 ÷ 90 ≈ 0.507292',
    });
  });
});

describe('a quarter of two teams', () => {
  const at = (day: string, time = '09:00:00Z') => Date.parse(`${day}T${time}`);
  const payments = 'group:default/payments';
  const search = 'group:default/search';
  /** An item with its versions; each keeps what it does not say of the one before. */
  const item = (
    itemId: string,
    first: Partial<DebtSnapshot> & Pick<DebtSnapshot, 'at'>,
    ...later: (Partial<DebtSnapshot> & Pick<DebtSnapshot, 'at'>)[]
  ) => {
    const history: DebtSnapshot[] = [
      {
        itemId,
        version: 1,
        status: 'open',
        ownerRef: payments,
        entityRefs: ['component:default/checkout'],
        principalDays: null,
        ...first,
      },
    ];
    for (const change of later) {
      const last = history[history.length - 1];
      history.push({ ...last, version: last.version + 1, ...change });
    }
    return history;
  };

  const snapshots = [
    // Owed before, and paid in February.
    ...item(
      'A',
      { at: at('2025-11-03'), principalDays: 5 },
      { at: at('2026-02-10'), status: 'resolved' },
    ),
    // Filed in January without a principal, estimated in February, handed over in March.
    ...item(
      'B',
      { at: at('2026-01-12') },
      { at: at('2026-02-16'), principalDays: 8 },
      { at: at('2026-03-02'), ownerRef: search },
    ),
    // Accepted in January; in March that is over. It was filed in the last minutes of December in UTC, which is January in Berlin.
    ...item(
      'C',
      { at: at('2025-12-31', '23:30:00Z'), principalDays: 3 },
      { at: at('2026-01-20'), status: 'accepted' },
      { at: at('2026-03-10'), status: 'open' },
    ),
    // Paid in January and back in March.
    ...item(
      'D',
      { at: at('2025-12-01'), principalDays: 2, ownerRef: search },
      { at: at('2026-01-15'), status: 'resolved' },
      { at: at('2026-03-20'), status: 'open' },
      { at: at('2026-03-25'), status: 'wont_fix' },
    ),
  ];
  const request = {
    window: { from: '2026-01-01', to: '2026-03-31' },
    grain: 'month' as const,
    zone: 'Europe/Berlin',
  };
  const rows = (flow: ReturnType<typeof computeDebtFlow>) =>
    flow.periods.map(({ from, to, balance, ...moves }) => [
      ...Object.entries(moves).flatMap(([kind, { items, principalDays }]) =>
        items === 0 ? [] : [`${kind} ${items} (${principalDays})`],
      ),
      `owed ${balance.owed.items} (${balance.owed.principalDays}), ${balance.accepted.items} accepted`,
    ]);

  it('month by month', () => {
    const flow = computeDebtFlow(snapshots, request);
    expect(flow.opening.owed).toEqual({
      items: 2,
      principalDays: 7,
      withoutPrincipal: 0,
    });
    expect(rows(flow)).toEqual([
      [
        'opened 2 (3)',
        'resolved 1 (2)',
        'accepted 1 (3)',
        'owed 3 (8), 1 accepted',
      ],
      ['resolved 1 (5)', 'rescoped 1 (8)', 'owed 2 (11), 1 accepted'],
      [
        'reopened 1 (2)',
        'givenUp 1 (2)',
        'acceptanceEnded 1 (3)',
        'owed 2 (11), 0 accepted',
      ],
    ]);
  });

  it('by who owned the items then', () => {
    const flows = computeDebtFlows(snapshots, request, ({ ownerRef }) => [
      ownerRef,
    ]);
    expect(rows(flows.get(payments)!)[2]).toEqual([
      'acceptanceEnded 1 (3)',
      'movedOut 1 (8)',
      'owed 1 (3), 0 accepted',
    ]);
    expect(rows(flows.get(search)!)).toEqual([
      ['resolved 1 (2)', 'owed 0 (0), 0 accepted'],
      ['owed 0 (0), 0 accepted'],
      [
        'reopened 1 (2)',
        'givenUp 1 (2)',
        'movedIn 1 (8)',
        'owed 1 (8), 0 accepted',
      ],
    ]);
  });

  it('as burn-up and burn-down', () => {
    expect(
      burnDebt(computeDebtFlow(snapshots, request), '2025-12-31').map(
        ({ day, items, principalDays }) => [
          day,
          `${items.scope} − ${items.ended} = ${items.owed}`,
          `${principalDays?.scope} − ${principalDays?.ended} = ${principalDays?.owed}`,
        ],
      ),
    ).toEqual([
      ['2025-12-31', '2 − 0 = 2', '7 − 0 = 7'],
      ['2026-01-31', '4 − 1 = 3', '10 − 2 = 8'],
      ['2026-02-28', '4 − 2 = 2', '18 − 7 = 11'],
      ['2026-03-31', '5 − 3 = 2', '20 − 9 = 11'],
    ]);
  });
});
