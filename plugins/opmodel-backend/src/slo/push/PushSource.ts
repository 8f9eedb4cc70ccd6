import type {
  SliAnswer,
  SliContext,
  SliRequest,
  SliSource,
} from '@opmodel/backstage-plugin-opmodel-node';
import { groupBy } from 'lodash';
import { readRequestId, requestIdOf } from '../measurement/requestIds';
import type { PushedBucketStore } from './PushedBucketStore';
import { spreadBuckets } from './spreadBuckets';

/** Type of metric sources whose numbers producers send. */
export const pushSourceType = 'push';

/** Answers from what producers sent, so that it is measured by the same rules as what is asked for elsewhere. */
export class PushSource implements SliSource {
  readonly type = pushSourceType;
  readonly title = 'Pushed measurements';
  readonly #store: Pick<PushedBucketStore, 'list'>;

  constructor(options: { store: Pick<PushedBucketStore, 'list'> }) {
    this.#store = options.store;
  }

  async measure(
    requests: readonly SliRequest[],
    { signal }: SliContext,
  ): Promise<SliAnswer[]> {
    signal.throwIfAborted();
    const asked = requests.map(({ id, from, to }) => ({
      ...readRequestId(id),
      from,
      to,
    }));
    const pushed = groupBy(
      await this.#store.list(asked),
      ({ sloRef, objective }) => requestIdOf(sloRef, objective),
    );
    return requests.map(({ id, from, to, bucketSeconds }) => {
      const { sloRef, objective } = readRequestId(id);
      return {
        id,
        buckets: spreadBuckets(pushed[id] ?? [], bucketSeconds).filter(
          ({ start }) => start >= from && start < to,
        ),
        queries: [
          `POST /api/opmodel/sli-measurements {"slo": "${sloRef}", "objective": ${objective}, …}`,
        ],
      };
    });
  }
}
