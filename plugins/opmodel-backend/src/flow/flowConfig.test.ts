import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { readFlowSettings } from './flowConfig';
import { flowCalculation } from './flowSubject';

const read = (opmodel: JsonObject) =>
  readFlowSettings(mockServices.rootConfig({ data: { opmodel } }));

describe('readFlowSettings', () => {
  it('knows what to do without configuration', () => {
    expect(read({})).toEqual({
      start: 'first',
      iterations: [],
      allocation: {
        unit: 'items',
        categories: ['feature', 'reliability', 'debt', 'security', 'platform'],
        agreements: [],
      },
      expectation: { share: 0.85, days: null },
    });
  });

  it('reads agreements as shares, with their exceptions', () => {
    const { allocation, iterations, expectation } = read({
      calendar: {
        iterations: [
          { id: 's2', from: '2026-01-15', to: '2026-01-28' },
          { id: 's1', from: '2026-01-01', to: '2026-01-14' },
        ],
      },
      flow: {
        categories: ['debt'],
        serviceLevelExpectation: { share: 0.9, days: 12 },
        allocation: {
          unit: 'engineer_days',
          agreements: [
            {
              scope: 'Group:default/Shop',
              from: '2026-01-01',
              split: { feature: 66.6, debt: 33.4 },
              exceptions: [
                {
                  from: '2026-02-01',
                  to: '2026-02-10',
                  split: { reliability: 100 },
                  reason: 'Move of the data centre',
                },
              ],
            },
          ],
        },
      },
    });
    expect(allocation.categories[0]).toBe('debt');
    expect(allocation.categories).toHaveLength(5);
    expect(allocation.agreements).toEqual([
      {
        scopeRef: 'group:default/shop',
        from: '2026-01-01',
        split: { feature: 66.6 / 100, debt: 33.4 / 100 },
        note: null,
        exceptions: [
          {
            from: '2026-02-01',
            to: '2026-02-10',
            split: { reliability: 1 },
            reason: 'Move of the data centre',
          },
        ],
      },
    ]);
    expect(iterations.map(({ name }) => name)).toEqual(['s1', 's2']);
    expect(expectation).toEqual({ share: 0.9, days: 12 });
  });

  const agreement = { scope: 'org', from: '2026-01-01', split: { debt: 100 } };
  it.each<[message: string, opmodel: JsonObject]>([
    ['opmodel.flow.start must be first or last', { flow: { start: 'middle' } }],
    [
      'opmodel.flow.categories[0] must be one of',
      { flow: { categories: ['fun'] } },
    ],
    [
      'opmodel.flow.allocation.unit must be one of',
      { flow: { allocation: { unit: 'euros' } } },
    ],
    [
      'opmodel.flow.allocation.agreements[0].split must sum to 100, got 90',
      {
        flow: {
          allocation: { agreements: [{ ...agreement, split: { debt: 90 } }] },
        },
      },
    ],
    [
      'opmodel.flow.allocation.agreements[0].split.fun is no category',
      {
        flow: {
          allocation: { agreements: [{ ...agreement, split: { fun: 100 } }] },
        },
      },
    ],
    [
      'opmodel.flow.allocation.agreements[0].split.debt must be 0 or more',
      {
        flow: {
          allocation: {
            agreements: [{ ...agreement, split: { debt: -10, feature: 110 } }],
          },
        },
      },
    ],
    [
      'opmodel.flow.allocation.agreements[0].scope must be an entity ref',
      {
        flow: { allocation: { agreements: [{ ...agreement, scope: 'shop' }] } },
      },
    ],
    [
      'opmodel.flow.allocation.agreements[0].from must be a day',
      {
        flow: {
          allocation: { agreements: [{ ...agreement, from: '2026-02-30' }] },
        },
      },
    ],
    [
      'opmodel.flow.allocation.agreements[0].from must be a day from 1970-01-01',
      {
        flow: {
          allocation: { agreements: [{ ...agreement, from: '9999-12-31' }] },
        },
      },
    ],
    [
      'opmodel.calendar.iterations[0].from must be a day from 1970-01-01',
      {
        calendar: {
          iterations: [{ id: 's1', from: '1026-01-01', to: '2026-01-14' }],
        },
      },
    ],
    [
      'opmodel.flow.allocation.agreements[0].exceptions[0].from must not be after',
      {
        flow: {
          allocation: {
            agreements: [
              {
                ...agreement,
                exceptions: [
                  {
                    from: '2026-03-01',
                    to: '2026-02-01',
                    split: { debt: 100 },
                    reason: 'a',
                  },
                ],
              },
            ],
          },
        },
      },
    ],
    [
      'opmodel.flow.serviceLevelExpectation.share must be between 0 and 1',
      { flow: { serviceLevelExpectation: { share: 85 } } },
    ],
    [
      'opmodel.flow.serviceLevelExpectation.days must be above 0',
      { flow: { serviceLevelExpectation: { days: 0 } } },
    ],
    [
      'opmodel.calendar.iterations[1].id must be given once',
      {
        calendar: {
          iterations: [
            { id: 's1', from: '2026-01-01', to: '2026-01-14' },
            { id: 's1', from: '2026-01-15', to: '2026-01-28' },
          ],
        },
      },
    ],
  ])('refuses what cannot be meant: %s', (message, opmodel) => {
    expect(() => read(opmodel)).toThrow(message);
  });

  it('gives a calculation of its own to whatever changes the numbers', () => {
    const usual = flowCalculation('UTC', read({}));
    expect(usual).toBe('flow-2026/1/UTC/2');
    const others = [
      flowCalculation('Europe/Berlin', read({})),
      flowCalculation('UTC', read({ flow: { start: 'last' } })),
      flowCalculation('UTC', read({}), { weekdays: ['monday'], holidays: [] }),
      flowCalculation(
        'UTC',
        read({
          calendar: {
            iterations: [{ id: 's1', from: '2026-01-01', to: '2026-01-14' }],
          },
        }),
      ),
    ];
    expect(new Set([usual, ...others]).size).toBe(5);
    expect(
      flowCalculation('UTC', read({ flow: { allocation: { unit: 'items' } } })),
    ).toBe(usual);
  });
});
