import type { RootConfigService } from '@backstage/backend-plugin-api';
import type { MeasurementPort } from '../../intake/MeasurementPort';
import { DatabaseSloStore } from '../DatabaseSloStore';
import { DatabasePushedBucketStore } from './DatabasePushedBucketStore';
import { PushedMeasurements } from './PushedMeasurements';
import { readPushReach } from './pushReach';

/** Puts together what keeps the numbers that intake takes. */
export function createMeasurementPort(options: {
  config: RootConfigService;
  knex: ConstructorParameters<typeof DatabaseSloStore>[0];
}): MeasurementPort {
  return new PushedMeasurements({
    store: new DatabaseSloStore(options.knex),
    pushed: new DatabasePushedBucketStore(options.knex),
    reachMs: readPushReach(options.config),
  });
}
