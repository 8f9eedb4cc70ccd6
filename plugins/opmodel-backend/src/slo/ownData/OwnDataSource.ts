import {
  ownDataSourceType,
  SLI_BUCKET_SECONDS,
} from '@opmodel/backstage-plugin-opmodel-common';
import type {
  SliAnswer,
  SliContext,
  SliRequest,
  SliSource,
} from '@opmodel/backstage-plugin-opmodel-node';
import type { DeliveryHistory } from '../../dora/DeliveryHistory';
import { countOwnSignal } from './countOwnSignal';
import { describeOwnQuery } from './describeOwnQuery';
import { type OwnIndicator, readOwnIndicator } from './readOwnIndicator';

/** A request that can be answered. */
interface Asked {
  request: SliRequest & { entityRef: string };
  indicator: OwnIndicator;
}

/** Counts what the engine knows of the entity that is measured: deployments that did not fail, and minutes without an incident. */
export class OwnDataSource implements SliSource {
  readonly type = ownDataSourceType;
  readonly title = 'Own data';
  readonly #delivery: Pick<DeliveryHistory, 'profile' | 'readOutcomes'>;

  readonly #zone: string;

  constructor(options: {
    delivery: Pick<DeliveryHistory, 'profile' | 'readOutcomes'>;
    /** IANA zone in which days begin. */
    zone: string;
  }) {
    this.#delivery = options.delivery;
    this.#zone = options.zone;
  }

  async measure(
    requests: readonly SliRequest[],
    { signal }: SliContext,
  ): Promise<SliAnswer[]> {
    signal.throwIfAborted();
    const read = requests.map(readRequest);
    const asked = read.filter(of => 'request' in of);
    const outcomes = await this.#delivery.readOutcomes(
      asked.map(({ request: { entityRef, from, to } }) => ({
        entityRef,
        from,
        to,
      })),
      {
        // Counted together within the shortest of their buckets, of which the longer ones consist.
        tallySeconds: Math.min(
          ...asked.map(
            ({ request }) => request.bucketSeconds ?? SLI_BUCKET_SECONDS,
          ),
          SLI_BUCKET_SECONDS,
        ),
      },
    );
    const answers = asked.map(
      ({ request, indicator }, place): SliAnswer => ({
        id: request.id,
        buckets: countOwnSignal(indicator, outcomes[place], {
          from: request.from,
          to: request.to,
          zone: this.#zone,
          bucketSeconds: request.bucketSeconds,
        }),
        queries: [
          describeOwnQuery(
            request.entityRef,
            indicator,
            this.#delivery.profile,
          ),
        ],
      }),
    );
    return [...answers, ...read.filter(of => 'problem' in of)];
  }
}

function readRequest(
  request: SliRequest,
): Asked | { id: string; problem: string; queries: string[] } {
  const { id, entityRef } = request;
  const indicator = readOwnIndicator(request.indicator);
  if ('problem' in indicator) {
    return { id, problem: indicator.problem, queries: [] };
  }
  if (entityRef === null) {
    return {
      id,
      problem:
        'It is not known which entity is measured, so nothing can be counted of it.',
      queries: [],
    };
  }
  return { request: { ...request, entityRef }, indicator };
}
