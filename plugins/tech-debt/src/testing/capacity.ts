import type { DebtCapacity } from '@opmodel/backstage-plugin-opmodel-common';

/** A team that agreed on a fifth and spent a tenth. */
export function buildCapacity(
  changes: Partial<DebtCapacity> = {},
): DebtCapacity {
  return {
    scope: { ref: 'group:default/payments', title: 'Payments' },
    window: {
      from: '2026-08-26',
      to: '2026-11-23',
      days: 90,
      zone: 'UTC',
      previous: { from: '2026-05-28', to: '2026-08-25' },
    },
    ownership: 'then',
    unit: 'items',
    noDataBecause: null,
    agreement: {
      scopeRef: 'group:default/payments',
      from: '2026-01-01',
      note: 'Pay back first',
      exception: null,
    },
    current: {
      from: '2026-08-26',
      to: '2026-11-23',
      state: 'ok',
      basis: 'agreed',
      agreedShare: 0.2,
      spentShare: 0.1,
      delta: -0.1,
      spent: 2,
      agreed: 4,
      classified: 20,
      explanation: [
        {
          number: 'spentShare',
          numerator: 2,
          denominator: 20,
          formula: '2 ÷ 20 = 0.1',
        },
      ],
    },
    previous: {
      from: '2026-05-28',
      to: '2026-08-25',
      state: 'no_data',
      basis: 'agreed',
      agreedShare: 0.2,
      spentShare: null,
      delta: null,
      spent: null,
      agreed: null,
      classified: null,
      explanation: [],
    },
    ...changes,
  };
}

/** The same of a team that completed nothing and agreed on nothing. */
export function buildUnknownCapacity(): DebtCapacity {
  const { current, previous } = buildCapacity();
  const unknown = { ...previous, basis: 'default', agreedShare: 0.1 } as const;
  return buildCapacity({
    noDataBecause: 'nothing_completed',
    agreement: null,
    current: { ...unknown, from: current.from, to: current.to },
    previous: unknown,
  });
}
