import { addDays, dayOf } from '@opmodel/backstage-plugin-opmodel-common';
import type { Visibility } from '../../catalog/Visibility';
import type { DeliveryHistory } from '../../dora/DeliveryHistory';
import type { PolicyDecision } from './ReleaseGateStore';

/** A deployment so long after an answer follows from it. Milliseconds. */
const FOLLOWS_MS = 86_400_000;
/** Deployments of one entity that are looked at. */
const MOST_DEPLOYMENTS = 1_000;

/** What became of a release: of the deployment that followed the answer. */
export type ReleaseOutcome = 'failed' | 'fine';

/** An answer of which somebody wants to know what became of it. */
export type AnsweredRelease = Pick<
  PolicyDecision,
  'id' | 'entityRef' | 'at' | 'environment'
>;

/** Asks the history of deliveries what became of releases. */
export class ReleaseOutcomes {
  readonly #options: {
    /** Absent: nobody counts deliveries, and nothing is known. */
    delivery?: Pick<DeliveryHistory, 'list'>;
    zone: string;
  };

  constructor(options: {
    delivery?: Pick<DeliveryHistory, 'list'>;
    /** IANA zone of the days. */
    zone: string;
  }) {
    this.#options = options;
  }

  /**
   * What became of releases, by the id of the answer. Those of which it is not known are missing: nothing followed within a day, or it does
   * not count.
   *
   * @param visibility - of deliveries
   */
  async read(
    releases: readonly AnsweredRelease[],
    visibility: Visibility,
  ): Promise<ReadonlyMap<string, ReleaseOutcome>> {
    const outcomes = new Map<string, ReleaseOutcome>();
    const { delivery, zone } = this.#options;
    if (!delivery || visibility.type === 'none') {
      return outcomes;
    }
    const entities = new Set(releases.map(({ entityRef }) => entityRef));
    for (const entityRef of entities) {
      const asked = releases.filter(of => of.entityRef === entityRef);
      const instants = asked.map(({ at }) => at);
      const { deployments } = await delivery.list(
        { scopeRef: entityRef, ownership: 'now', visibility },
        {
          from: dayOf(Math.min(...instants), zone),
          to: addDays(dayOf(Math.max(...instants), zone), 1),
        },
        { limit: MOST_DEPLOYMENTS },
      );
      for (const { id, at, environment } of asked) {
        const next = deployments
          .filter(
            of =>
              of.at >= at &&
              of.at <= at + FOLLOWS_MS &&
              (environment === null || of.environment === environment),
          )
          .sort((a, b) => a.at - b.at)[0];
        if (next && next.exclusion === null) {
          outcomes.set(id, next.failed ? 'failed' : 'fine');
        }
      }
    }
    return outcomes;
  }
}
