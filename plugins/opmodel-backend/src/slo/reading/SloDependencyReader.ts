import {
  checkDependencies,
  type SloDefinition,
  type SloDependency,
  type SloDependencyFinding,
  type SloObjective,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogEntity, CatalogStore } from '../../catalog/CatalogStore';
import type { Visibility } from '../../catalog/Visibility';
import type { SloDefinitionStore } from '../definitions/SloDefinitionStore';
import type { SloReadStore } from './SloReadStore';

/** So far is looked behind what has no objective. */
const MOST_STEPS = 5;

/** What an entity cannot do without, with the SLOs that measure it. */
interface NeededEntity {
  entity: CatalogEntity;
  promises: SloDefinition[];
}

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
   * Checks the objectives of an entity against those of what it depends on, or of what stands behind that, as far as all may be seen. What
   * may not be seen can only lower what is attainable, so that a finding stands without it.
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
    const entities = await this.#findNeeded(entityRef, visibility);
    return own.flatMap(definition =>
      definition.objectives.flatMap((objective): SloDependencyFinding[] => {
        const dependencies = entities.flatMap(
          ({ entity: { ref, title, name }, promises }): SloDependency[] => {
            const strictest = strictestOf(promises, objective);
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

  /**
   * What an entity depends on, nearest first, each once, with its SLOs. What has none promises nothing itself, so what it depends on is
   * needed in its place.
   */
  async #findNeeded(
    entityRef: string,
    visibility: Visibility,
  ): Promise<NeededEntity[]> {
    const { catalog, definitions, reads } = this.#options;
    const found: NeededEntity[] = [];
    const known = new Set([entityRef]);
    let behind = [entityRef];
    for (let step = 0; step < MOST_STEPS && behind.length > 0; step += 1) {
      const relations = await catalog.listRelations(
        { types: ['dependsOn'], entityRefs: behind },
        visibility,
      );
      const next = new Set(
        relations
          .map(({ targetRef }) => targetRef)
          .filter(ref => !known.has(ref)),
      );
      if (next.size === 0) {
        break;
      }
      const entities = await catalog.getEntities(next, visibility);
      const measuring = await reads.listMeasuring(
        entities.map(({ ref }) => ref),
        visibility,
      );
      const slos =
        measuring.length === 0
          ? []
          : await definitions.list(measuring.map(({ ref }) => ref));
      const needed = entities.map(entity => ({
        entity,
        promises: slos
          .map(({ definition }) => definition)
          .filter(definition => definition.entityRef === entity.ref),
      }));
      found.push(...needed);
      next.forEach(ref => known.add(ref));
      behind = needed
        .filter(({ promises }) => promises.length === 0)
        .map(({ entity: { ref } }) => ref);
    }
    return found;
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
