import {
  checkDependencies,
  type SloDefinition,
  type SloDependency,
  type SloDependencyFinding,
  type SloObjective,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogStore } from '../../catalog/CatalogStore';
import type { Visibility } from '../../catalog/Visibility';
import type { SloDefinitionStore } from '../definitions/SloDefinitionStore';
import type { SloReadStore } from './SloReadStore';

/** What {@link SloDependencyReader} works with. */
interface SloDependencyReaderOptions {
  reads: Pick<SloReadStore, 'listMeasuring'>;
  definitions: Pick<SloDefinitionStore, 'list'>;
  catalog: Pick<CatalogStore, 'listRelations' | 'getEntities'>;
}

/** Finds objectives that promise more than what they depend on. */
export class SloDependencyReader {
  readonly #options: SloDependencyReaderOptions;

  constructor(options: SloDependencyReaderOptions) {
    this.#options = options;
  }

  /**
   * Checks the objectives of an entity against those of what it depends on, as far as both may be seen. What may not be seen can only
   * lower what is attainable, so that a finding stands without it.
   *
   * @param entityRef - that the caller may see
   * @param own - SLOs of it that the caller may see
   */
  async find(
    entityRef: string,
    own: readonly SloDefinition[],
    visibility: Visibility,
  ): Promise<SloDependencyFinding[]> {
    if (own.length === 0) {
      return [];
    }
    const { catalog, definitions, reads } = this.#options;
    const relations = await catalog.listRelations(
      { types: ['dependsOn'], entityRefs: [entityRef] },
      visibility,
    );
    const entities = await catalog.getEntities(
      new Set(relations.map(({ targetRef }) => targetRef)),
      visibility,
    );
    if (entities.length === 0) {
      return [];
    }
    const measuring = await reads.listMeasuring(
      entities.map(({ ref }) => ref),
      visibility,
    );
    const known = await definitions.list(measuring.map(({ ref }) => ref));
    return own.flatMap(definition =>
      definition.objectives.flatMap((objective): SloDependencyFinding[] => {
        const dependencies = entities.flatMap(
          ({ ref, title, name }): SloDependency[] => {
            const strictest = strictestOf(
              known
                .map(slo => slo.definition)
                .filter(slo => slo.entityRef === ref),
              objective,
            );
            return strictest
              ? [{ entityRef: ref, entityTitle: title ?? name, ...strictest }]
              : [];
          },
        );
        const { attainable, verdict } = checkDependencies(
          objective.target,
          dependencies,
        );
        return verdict === 'stricter' && attainable !== null
          ? [
              {
                sloRef: definition.ref,
                sloTitle: definition.title,
                objective: objective.index,
                target: objective.target,
                attainable,
                dependencies,
              },
            ]
          : [];
      }),
    );
  }
}

/** The strictest objective of the same kind: how many went well is one, how a value compares is another. */
function strictestOf(
  slos: readonly SloDefinition[],
  { indicator }: SloObjective,
): { sloRef: string; target: number } | undefined {
  const isThreshold = indicator?.type === 'threshold';
  return slos
    .flatMap(({ ref, objectives }) =>
      objectives
        .filter(
          other => (other.indicator?.type === 'threshold') === isThreshold,
        )
        .map(({ target }) => ({ sloRef: ref, target })),
    )
    .sort((a, b) => b.target - a.target || (a.sloRef < b.sloRef ? -1 : 1))[0];
}
