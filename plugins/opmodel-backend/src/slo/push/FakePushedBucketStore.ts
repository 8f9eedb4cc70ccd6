import type { BucketRange } from '../measurement/SliBucketStore';
import { inOrder, keyOf } from './pushedOrder';
import type {
  PushedBucket,
  PushedBucketKey,
  PushedBucketStore,
} from './PushedBucketStore';

/** Keeps what producers counted in memory. */
export class FakePushedBucketStore implements PushedBucketStore {
  readonly #buckets = new Map<string, PushedBucket>();

  async keep(buckets: readonly PushedBucket[]): Promise<PushedBucketKey[]> {
    const changed = buckets.filter(bucket => {
      const before = this.#buckets.get(keyOf(bucket));
      return before?.good !== bucket.good || before.total !== bucket.total;
    });
    changed.forEach(bucket => this.#buckets.set(keyOf(bucket), bucket));
    return inOrder(changed).map(({ good, total, ...key }) => key);
  }

  async list(
    ranges: readonly Omit<BucketRange, 'resolution'>[],
  ): Promise<PushedBucket[]> {
    return inOrder(
      [...this.#buckets.values()].filter(bucket =>
        ranges.some(
          ({ sloRef, objective, from, to }) =>
            bucket.sloRef === sloRef &&
            bucket.objective === objective &&
            bucket.start < to &&
            bucket.start + bucket.seconds * 1_000 > from,
        ),
      ),
    );
  }

  async deleteBatch(options: {
    before: number;
    limit: number;
  }): Promise<number> {
    const oldest = [...this.#buckets.values()]
      .filter(({ start }) => start < options.before)
      .sort((a, b) => a.start - b.start)
      .slice(0, options.limit);
    oldest.forEach(bucket => this.#buckets.delete(keyOf(bucket)));
    return oldest.length;
  }
}
