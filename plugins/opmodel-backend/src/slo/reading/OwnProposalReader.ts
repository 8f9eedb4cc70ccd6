import {
  addDays,
  countDays,
  draftOwnSlo,
  type OwnSignal,
  ownSignals,
  ownSignalTitles,
  proposeOwnTarget,
  type SliCounts,
  type SloProposal,
  type SloSpan,
} from '@opmodel/backstage-plugin-opmodel-common';
import { documentOf, writeOpenSlo } from '@opmodel/openslo';
import { DateTime } from 'luxon';
import type { CatalogEntity } from '../../catalog/CatalogStore';
import type {
  DeliveryHistory,
  DeliveryOutcomes,
} from '../../dora/DeliveryHistory';
import { onBorder } from '../measurement/MeasurementPlan';
import { countOwnSignal } from '../ownData/countOwnSignal';

/** Proposes objectives by the records of deliveries and incidents, without anything that was measured before. */
export class OwnProposalReader {
  readonly #delivery: Pick<DeliveryHistory, 'readOutcomes'>;
  readonly #zone: string;
  readonly #clock: () => number;

  constructor(options: {
    delivery: Pick<DeliveryHistory, 'readOutcomes'>;
    /** IANA zone in which days begin. */
    zone: string;
    /** Epoch milliseconds. */
    clock: () => number;
  }) {
    this.#delivery = options.delivery;
    this.#zone = options.zone;
    this.#clock = options.clock;
  }

  /**
   * One proposal for each signal of which something is known.
   *
   * @param entity - whose deliveries the caller may see
   * @param span - ISO days, both included
   * @param measured - signals that an objective of the entity measures already
   */
  async list(
    entity: CatalogEntity,
    { from, to }: { from: string; to: string },
    measured: ReadonlySet<OwnSignal>,
  ): Promise<SloProposal[]> {
    const wanted = ownSignals.filter(signal => !measured.has(signal));
    if (wanted.length === 0) {
      return [];
    }
    const days = Array.from({ length: countDays(from, to) }, (_, place) => {
      const day = addDays(from, place);
      return { day, span: this.#spanOf(day) };
    });
    const [outcomes] = await this.#delivery.readOutcomes([
      {
        entityRef: entity.ref,
        from: days[0].span.from,
        to: days[days.length - 1].span.to,
      },
    ]);
    return wanted.flatMap(signal =>
      propose(
        signal,
        entity,
        days.map(({ day, span }) => ({
          day,
          ...this.#count(signal, outcomes, span),
        })),
      ),
    );
  }

  #count(
    signal: OwnSignal,
    outcomes: DeliveryOutcomes,
    span: SloSpan,
  ): SliCounts {
    const buckets = countOwnSignal(
      { signal, environment: null, since: null },
      outcomes,
      { ...span, zone: this.#zone },
    );
    return buckets.reduce(
      (sum, { good, total }) => ({
        good: sum.good + good,
        total: sum.total + total,
      }),
      { good: 0, total: 0 },
    );
  }

  /** What of a day is over. */
  #spanOf(day: string): SloSpan {
    const midnight = DateTime.fromISO(day, { zone: this.#zone });
    return {
      from: midnight.toMillis(),
      to: Math.min(
        midnight.plus({ days: 1 }).toMillis(),
        onBorder(this.#clock()),
      ),
    };
  }
}

function propose(
  signal: OwnSignal,
  entity: CatalogEntity,
  days: readonly (SliCounts & { day: string })[],
): SloProposal[] {
  const { target, state, ...evidence } = proposeOwnTarget(signal, days);
  if (state === 'no_data') {
    return [];
  }
  return [
    {
      title: ownSignalTitles[signal],
      indicator: signal,
      target,
      state,
      days: evidence.days,
      worstDay: evidence.worstDay,
      attainment: evidence.attainment,
      wouldBeMetOn: evidence.weeksMet,
      // Without a target there is no document yet.
      document:
        target === null
          ? ''
          : writeOpenSlo(
              documentOf(
                draftOwnSlo(
                  signal,
                  { ...entity, title: entity.title ?? entity.name },
                  target,
                ),
              ),
            ),
      values: {
        slo: null,
        objective: null,
        n: evidence.n,
        present: null,
        consumed: evidence.consumed,
      },
    },
  ];
}
