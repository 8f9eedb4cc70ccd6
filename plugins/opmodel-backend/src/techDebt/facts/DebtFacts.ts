import {
  dayOf,
  type FactSchema,
  type FactValue,
  isOpenDebt,
  remediationTime,
} from '@opmodel/backstage-plugin-opmodel-common';
import type {
  FactContext,
  FactEntity,
  FactProvider,
  ToldFacts,
} from '@opmodel/backstage-plugin-opmodel-node';
import { groupBy, mapValues } from 'lodash';
import type { DebtItemStore, OwedDebt } from '../items/DebtItemStore';
import type { TechDebtSettings } from '../techDebtSettings';

const schema = {
  owed: {
    type: 'integer',
    description:
      'Items of technical debt on it that are neither paid nor given up; 0 also where nobody writes any down',
  },
  critical: { type: 'integer', description: 'Critical ones of them' },
  high: { type: 'integer', description: 'Ones of high severity' },
  accepted: {
    type: 'integer',
    description: 'Ones that stay for a while, because somebody accepted them',
  },
  overdue: {
    type: 'integer',
    description: 'Ones to be paid whose target date has passed',
  },
  breached: {
    type: 'integer',
    description: 'Ones whose remediation time is over',
  },
  reviewsOverdue: {
    type: 'integer',
    description: 'Ones whose day of review has passed',
  },
  withoutEstimate: {
    type: 'integer',
    description: 'Ones of which nobody estimated what paying them takes',
  },
  principalDays: {
    type: 'number',
    unit: 'days',
    description: 'Person-days that paying those takes that were estimated',
  },
  oldestAt: {
    type: 'datetime',
    description: 'When the one was filed that is owed for longest',
  },
} as const satisfies FactSchema;

/** An item is read by whoever may see all that it is on. */
const schemaOfItems: FactSchema = mapValues(schema, definition => ({
  ...definition,
  countsOthers: true,
}));

/** Tells what entities owe. Of what owes nothing, only that is told. */
export class DebtFacts implements FactProvider {
  readonly id = 'techDebt';
  readonly title = 'Technical debt';
  readonly schema = schemaOfItems;
  readonly kinds = ['component', 'api', 'resource', 'system', 'domain'];
  readonly cadence = { hours: 1 };
  readonly freshness = { hours: 25 };
  readonly #store: Pick<DebtItemStore, 'listOwed'>;
  readonly #settings: Pick<TechDebtSettings, 'remediationDays'>;
  readonly #zone: string;

  constructor(options: {
    store: Pick<DebtItemStore, 'listOwed'>;
    settings: Pick<TechDebtSettings, 'remediationDays'>;
    /** IANA zone of the days. */
    zone: string;
  }) {
    this.#store = options.store;
    this.#settings = options.settings;
    this.#zone = options.zone;
  }

  async provide(
    entities: readonly FactEntity[],
    { now }: FactContext,
  ): Promise<ToldFacts[]> {
    const owed = await this.#store.listOwed(
      entities.map(({ entityRef }) => entityRef),
    );
    const byEntity = groupBy(owed, ({ entityRef }) => entityRef);
    return entities.map(({ entityRef }) => ({
      entityRef,
      facts: this.#toFacts(byEntity[entityRef] ?? [], now),
    }));
  }

  #toFacts(owed: readonly OwedDebt[], now: number): Record<string, FactValue> {
    if (owed.length === 0) {
      return { owed: 0 };
    }
    const { remediationDays } = this.#settings;
    const today = dayOf(now, this.#zone);
    const count = (holds: (item: OwedDebt) => boolean) =>
      owed.filter(holds).length;
    const estimated = owed.flatMap(({ principalDays }) => principalDays ?? []);
    return {
      owed: owed.length,
      critical: count(({ severity }) => severity === 'critical'),
      high: count(({ severity }) => severity === 'high'),
      accepted: count(({ status }) => status === 'accepted'),
      overdue: count(
        ({ status, targetDate }) =>
          isOpenDebt(status) && targetDate !== null && targetDate < today,
      ),
      breached: count(item => {
        const time = remediationTime(
          { ...item, resolvedAt: null },
          now,
          this.#zone,
          remediationDays,
        );
        return time?.state === 'overdue';
      }),
      reviewsOverdue: count(
        ({ reviewDate }) => reviewDate !== null && reviewDate < today,
      ),
      withoutEstimate: owed.length - estimated.length,
      ...(estimated.length > 0 && {
        principalDays: roundDays(
          estimated.reduce((sum, days) => sum + days, 0),
        ),
      }),
      oldestAt: Math.min(...owed.map(({ createdAt }) => createdAt)),
    };
  }
}

/** To a thousandth, as estimates are, so that adding them in another order is no change. */
function roundDays(days: number): number {
  return Math.round(days * 1_000) / 1_000;
}
