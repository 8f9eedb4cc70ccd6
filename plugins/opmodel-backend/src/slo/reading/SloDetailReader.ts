import { NotFoundError } from '@backstage/errors';
import {
  burnRateRules,
  lintAlerts,
  type SloDetail,
  type SloLint,
} from '@opmodel/backstage-plugin-opmodel-common';
import { writeOpenSlo } from '@opmodel/openslo';
import type { CatalogStore } from '../../catalog/CatalogStore';
import type { Visibility } from '../../catalog/Visibility';
import { readOpenSloEntity } from '../definitions/readOpenSloEntities';
import type { SloDefinitionStore } from '../definitions/SloDefinitionStore';
import type { SliSources } from '../measurement/SliSources';
import { countedSliceSeconds } from './countedSpans';
import { describeIndicators } from './describeQueries';
import type { ReadSlo } from './SloStatusReader';
import type { SloSurroundings } from './SloSurroundings';

/** What {@link SloDetailReader} works with. */
interface SloDetailReaderOptions {
  catalog: Pick<CatalogStore, 'getEntity'>;
  definitions: Pick<SloDefinitionStore, 'listProblems'>;
  sources: SliSources;
  surroundings: SloSurroundings;
}

/** Reads one SLO with its document, where that stands, and what is wrong or odd about it. */
export class SloDetailReader {
  readonly #options: SloDetailReaderOptions;

  constructor(options: SloDetailReaderOptions) {
    this.#options = options;
  }

  /**
   * @param read - an SLO that the caller may see
   * @throws NotFoundError when it went out of the catalog meanwhile
   */
  async read(
    read: ReadSlo,
    visibility: Visibility,
  ): Promise<Omit<SloDetail, 'mayCorrect'>> {
    const { catalog, definitions, sources, surroundings } = this.#options;
    const { status, slo } = read;
    const { ref, entityRef } = slo.definition;
    const subject = {
      sloRefs: [ref],
      entityRefs: entityRef === null ? [] : [entityRef],
    };
    const [entity, problems, policies, agreements] = await Promise.all([
      catalog.getEntity(ref, visibility),
      definitions.listProblems(ref),
      surroundings.policies?.listApplied([ref], visibility) ?? [],
      surroundings.policies?.listAgreements(subject, visibility) ?? [],
    ]);
    const found = entity && readOpenSloEntity(entity);
    if (!found) {
      throw new NotFoundError(`No SLO '${ref}' in the catalog`);
    }
    const { document } = found;
    const { spec } = document.value as { spec?: { service?: unknown } };
    return {
      status,
      document: writeOpenSlo(document),
      source: document.file ?? null,
      service: typeof spec?.service === 'string' ? spec.service : null,
      problems: problems.map(problem => ({
        sloRef: ref,
        title: status.title,
        entityRef: status.entityRef,
        ownerRef: status.ownerRef,
        ...problem,
      })),
      indicators: describeIndicators(slo.definition, sources),
      policies,
      agreements: agreements.filter(({ sloRef }) => sloRef === ref),
      lints: lintsOf(read),
    };
  }
}

/** What is odd about the alerts, given the traffic of the present window. */
function lintsOf({ slo, states }: ReadSlo): SloLint[] {
  const { definition } = slo;
  return lintAlerts(
    definition,
    definition.objectives.flatMap(objective => {
      const state = states.find(known => known.objective === objective.index);
      if (!state?.window) {
        return [];
      }
      const { from, to } = state.window;
      const periodSeconds = (to - from) / 1_000;
      const measured =
        (Math.min(to, state.measuredUntil ?? from) - from) / 1_000;
      return [
        {
          objective: objective.index,
          perSecond:
            state.total === null || measured <= 0
              ? null
              : state.total / measured,
          periodSeconds,
          // The engine watches its own alerts where the document has none.
          rules:
            definition.alertConditions.length > 0
              ? []
              : burnRateRules(
                  periodSeconds,
                  objective.target,
                  countedSliceSeconds(definition, objective),
                ),
        },
      ];
    }),
  );
}
