import fc from 'fast-check';
import type { DebtSnapshot } from '../debtHistory';
import { debtStatuses } from '../debtItem';
import { debtDeeds, nextDebtStatus } from '../debtStatusMachine';

/** The groups that own items in these histories. */
export const owners = ['group:default/payments', 'group:default/search'];

const DAY = 86_400_000;
const FIRST = Date.parse('2026-02-20T00:00:00Z');

const anyOwner = fc.constantFrom(...owners);
const anyEntities = fc.subarray(
  ['component:default/checkout', 'component:default/index'],
  { minLength: 1 },
);
const anyPrincipal = fc.option(
  fc.integer({ min: 1, max: 400 }).map(n => n / 10),
  { freq: 3 },
);

/** Anything that can be done to an item, or nothing that its history tells of. */
const anyStep = fc.record(
  {
    after: fc.integer({ min: 0, max: 25 * DAY }),
    deed: fc.option(fc.constantFrom(...debtDeeds), { freq: 3 }),
    ownerRef: anyOwner,
    entityRefs: anyEntities,
    principalDays: anyPrincipal,
  },
  { requiredKeys: ['after', 'deed'] },
);

/** The history of one item, of which a few lie before March 2026 and a few after May. */
const anyHistory: fc.Arbitrary<DebtSnapshot[]> = fc
  .record({
    first: fc.record({
      itemId: fc.uuid(),
      version: fc.constant(1),
      at: fc.integer({ min: 0, max: 60 * DAY }).map(offset => FIRST + offset),
      // An item that is imported may have ended before it is filed here.
      status: fc.constantFrom(
        'open' as const,
        'open' as const,
        ...debtStatuses,
      ),
      ownerRef: anyOwner,
      entityRefs: anyEntities,
      principalDays: anyPrincipal,
    }),
    steps: fc.array(anyStep, { maxLength: 6 }),
  })
  .map(({ first, steps }) => {
    const history: DebtSnapshot[] = [first];
    for (const { after, deed, ...changed } of steps) {
      const last = history[history.length - 1];
      history.push({
        ...last,
        ...changed,
        version: last.version + 1,
        at: last.at + after,
        status: (deed && nextDebtStatus(last.status, deed)) ?? last.status,
      });
    }
    return history;
  });

/** What became of several items, as they were at each time. */
export const anyDebtHistories: fc.Arbitrary<DebtSnapshot[]> = fc
  .array(anyHistory, { maxLength: 8 })
  .map(histories => histories.flat());
