import { ownDataSourceType } from '@opmodel/backstage-plugin-opmodel-common';
import type { StoredSlo } from '../definitions/SloDefinitionStore';
import { onBorder, sourceTypeOf } from '../measurement/MeasurementPlan';
import type { MeasurementSettings } from '../measurement/measurementSettings';
import type { SloMeasurement } from '../measurement/SloMeasurementStore';
import type { SloStore } from '../SloStore';
import { describeOwnQuery } from './describeOwnQuery';
import { readOwnIndicator } from './readOwnIndicator';

/**
 * Has measured anew what was measured by another definition of a failed deployment than the one that holds now: such a change of the
 * configuration computes no entity anew that is computed under both.
 */
export class AdoptedDefinition {
  readonly #store: SloStore;
  readonly #profile: string;
  readonly #settings: Pick<MeasurementSettings, 'backfillMs'>;
  readonly #clock: () => number;

  constructor(options: {
    store: SloStore;
    /** Id of the definition that holds. */
    profile: string;
    settings: Pick<MeasurementSettings, 'backfillMs'>;
    /** Epoch milliseconds. */
    clock: () => number;
  }) {
    this.#store = options.store;
    this.#profile = options.profile;
    this.#settings = options.settings;
    this.#clock = options.clock;
  }

  /** @returns refs of the SLOs that are measured anew */
  async adopt(): Promise<string[]> {
    const { definitions, measurements } = this.#store;
    const slos = await definitions.list();
    const known = await measurements.getMany(
      slos.filter(isOwn).map(({ definition }) => definition.ref),
    );
    const outdated = slos
      .filter(slo => this.#isOutdated(slo, known.get(slo.definition.ref)))
      .map(({ definition }) => definition.ref);
    const now = this.#clock();
    await measurements.request(outdated, {
      now,
      from: onBorder(now - this.#settings.backfillMs),
    });
    return outdated;
  }

  /** Whether an objective was asked for in other words than it would be now. */
  #isOutdated(
    { definition }: StoredSlo,
    known: SloMeasurement | undefined,
  ): boolean {
    const { entityRef } = definition;
    return definition.objectives.some(objective => {
      const { index, indicator } = objective;
      const asked = known?.queries[String(index)] ?? [];
      if (
        asked.length === 0 ||
        indicator === null ||
        entityRef === null ||
        sourceTypeOf(objective) !== ownDataSourceType
      ) {
        return false;
      }
      const own = readOwnIndicator(indicator);
      return (
        'signal' in own &&
        asked[0] !== describeOwnQuery(entityRef, own, this.#profile)
      );
    });
  }
}

function isOwn({ sourceType }: StoredSlo): boolean {
  return sourceType === ownDataSourceType;
}
