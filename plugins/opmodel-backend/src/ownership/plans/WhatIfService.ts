import {
  applyPlan,
  compareOrganisations,
  type OwnershipDefinition,
  type PlanChange,
  type WhatIfAnswer,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogStore } from '../../catalog/CatalogStore';
import type { Visibility } from '../../catalog/Visibility';
import { toInstant } from '../../lib/instants';
import type { OrganisationModelReader } from './OrganisationModelReader';

/** Says what a re-organisation would do. Nothing is changed, and nothing is kept. */
export class WhatIfService {
  readonly #options: {
    models: OrganisationModelReader;
    catalog: Pick<CatalogStore, 'snapshotState'>;
    definition: OwnershipDefinition;
    clock: () => number;
  };

  /** @param options - `clock` in epoch milliseconds */
  constructor(options: {
    models: OrganisationModelReader;
    catalog: Pick<CatalogStore, 'snapshotState'>;
    definition: OwnershipDefinition;
    clock: () => number;
  }) {
    this.#options = options;
  }

  /**
   * @param visibility - what the answer is made of; all that is hidden is as if it did not exist
   * @throws InputError that names `changes[i].field`
   */
  async ask(
    changes: readonly PlanChange[],
    visibility: Visibility,
  ): Promise<WhatIfAnswer> {
    const { models, catalog, definition, clock } = this.#options;
    const [{ completedAt }, before] = await Promise.all([
      catalog.snapshotState(),
      models.read(visibility),
    ]);
    const difference = compareOrganisations(
      before,
      applyPlan(before, changes),
      definition,
      clock(),
    );
    return {
      ...difference,
      warnings: [
        ...(visibility.type === 'all'
          ? []
          : [{ id: 'only_visible' as const, values: {} }]),
        ...difference.warnings,
      ],
      asOf: toInstant(completedAt ?? null),
    };
  }
}
