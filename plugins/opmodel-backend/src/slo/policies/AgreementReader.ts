import {
  compareWithAgreement,
  printSloDuration,
  type SloAgreement,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogStore } from '../../catalog/CatalogStore';
import type { Visibility } from '../../catalog/Visibility';
import type { SloDefinitionStore } from '../definitions/SloDefinitionStore';
import type { PolicyDocuments } from './PolicyDocuments';

/** Reads what contracts promise, beside what the SLOs do. */
export class AgreementReader {
  readonly #options: {
    documents: Pick<PolicyDocuments, 'read'>;
    definitions: Pick<SloDefinitionStore, 'list'>;
    catalog: Pick<CatalogStore, 'existingRefs'>;
  };

  constructor(options: {
    documents: Pick<PolicyDocuments, 'read'>;
    definitions: Pick<SloDefinitionStore, 'list'>;
    catalog: Pick<CatalogStore, 'existingRefs'>;
  }) {
    this.#options = options;
  }

  /**
   * Agreements beside SLOs, and those with the measured entities that have no SLO.
   *
   * @param subject - that the caller may see
   */
  async list(
    {
      sloRefs,
      entityRefs,
    }: { sloRefs: readonly string[]; entityRefs: readonly string[] },
    visibility: Visibility,
  ): Promise<SloAgreement[]> {
    const { documents, catalog, definitions } = this.#options;
    const { agreements } = await documents.read();
    const concerned = agreements.flatMap(agreement =>
      agreement.spec.objectives
        .filter(({ slo }) =>
          slo === null
            ? agreement.spec.appliesTo.some(ref => entityRefs.includes(ref))
            : sloRefs.includes(slo),
        )
        .map(objective => ({ agreement, objective })),
    );
    const seen = await catalog.existingRefs(
      concerned.map(({ agreement }) => agreement.ref),
      visibility,
    );
    const known = new Map(
      (
        await definitions.list(concerned.flatMap(of => of.objective.slo ?? []))
      ).map(({ definition }) => [definition.ref, definition]),
    );
    return concerned
      .filter(({ agreement }) => seen.has(agreement.ref))
      .map(({ agreement, objective }) => {
        const slo = known.get(objective.slo ?? '');
        // The laxest of its objectives is what the SLO as a whole promises.
        const sloTarget = slo
          ? Math.min(...slo.objectives.map(({ target }) => target))
          : null;
        const { holds } = compareWithAgreement(
          slo && sloTarget !== null
            ? { target: sloTarget, period: slo.window.duration }
            : null,
          objective,
        );
        return {
          ref: agreement.ref,
          title: objective.title ?? agreement.title,
          sloRef: objective.slo,
          target: objective.target,
          sloTarget,
          period: objective.period ? printSloDuration(objective.period) : '',
          holds,
          validUntil: agreement.spec.validUntil,
        };
      });
  }
}
