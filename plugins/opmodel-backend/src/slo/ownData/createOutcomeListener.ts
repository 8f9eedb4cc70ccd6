import type { RootConfigService } from '@backstage/backend-plugin-api';
import type { DeliveryHistory } from '../../dora/DeliveryHistory';
import type { DeliveryListener } from '../../dora/DeliveryListener';
import { DatabaseSloStore } from '../DatabaseSloStore';
import { readMeasurementSettings } from '../measurement/measurementSettings';
import { ChangedOutcomes } from './ChangedOutcomes';
import { OwnDataSource } from './OwnDataSource';

/** Puts together what has objectives measured anew whose deliveries turned out differently. */
export function createOutcomeListener(options: {
  config: RootConfigService;
  knex: ConstructorParameters<typeof DatabaseSloStore>[0];
  delivery: Pick<DeliveryHistory, 'profile' | 'readOutcomes'>;
  /** IANA zone in which days begin. */
  zone: string;
  /** Epoch milliseconds. */
  clock: () => number;
}): DeliveryListener {
  const { config, knex, delivery, zone, clock } = options;
  const outcomes = new ChangedOutcomes({
    store: new DatabaseSloStore(knex),
    source: new OwnDataSource({ delivery, zone }),
    settings: readMeasurementSettings(config),
    clock,
  });
  return entityRefs => outcomes.compare(entityRefs);
}
