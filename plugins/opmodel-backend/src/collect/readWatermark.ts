import type { LoggerService } from '@backstage/backend-plugin-api';
import type { JsonValue } from '@backstage/types';
import {
  checkContract,
  describeContractErrors,
  type Collector,
} from '@opmodel/backstage-plugin-opmodel-node';
import type { CollectorStore } from './CollectorStore';

/**
 * The watermark from which a run goes on. One that an earlier version wrote and this one cannot read makes it start afresh.
 */
export async function readWatermark(options: {
  collector: Collector;
  store: Pick<CollectorStore, 'getWatermark'>;
  logger: LoggerService;
}): Promise<JsonValue | undefined> {
  const { collector, store, logger } = options;
  const stored = await store.getWatermark(collector.id);
  if (stored === undefined) {
    return undefined;
  }
  const checked = checkContract(collector.watermark, stored);
  if (checked.success) {
    return checked.value;
  }
  logger.info(
    `The watermark of ${
      collector.id
    } is of another version, so it starts afresh: ${describeContractErrors(
      checked.errors,
    )}`,
  );
  return undefined;
}
