import { NotFoundError } from '@backstage/errors';
import type {
  SloReport,
  SloStatus,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogEntity, CatalogStore } from '../../catalog/CatalogStore';
import type { Visibility } from '../../catalog/Visibility';
import type { SloEvaluationStore } from '../evaluation/SloEvaluationStore';
import { findMissedTarget } from './findMissedTarget';
import { freshnessOf } from './freshnessOf';
import type { SloDependencyReader } from './SloDependencyReader';
import type { PageOf, SloListReader } from './SloListReader';
import { sloNextSteps } from './sloNextSteps';
import type { ReadSlo } from './SloStatusReader';
import type { SloSummaryReader } from './SloSummaryReader';
import type { SloSurroundings } from './SloSurroundings';

/** Kinds whose report is that of what is in them. */
const kindsOfScopes = ['system', 'domain', 'group'];

/** Whether the report of an entity of this kind, in lower case, is that of what is in it. */
export function isRolledUp(kind: string): boolean {
  return kindsOfScopes.includes(kind);
}

/** Of so many SLOs it is looked whether their targets can be attained: one that is far off is among the worst. */
const MOST_MISSED = 3;

/** What {@link SloReportReader} works with. */
interface SloReportReaderOptions {
  catalog: Pick<CatalogStore, 'getEntity' | 'existingRefs'>;
  evaluations: Pick<SloEvaluationStore, 'listWindows'>;
  lists: SloListReader;
  summaries: SloSummaryReader;
  dependencies: SloDependencyReader;
  surroundings: SloSurroundings;
  /** Fewer events are not graded; null: it follows from the target. */
  minimumEvents: number | null;
}

/** Reads how the objectives of an entity are doing, or those of everything in a scope. */
export class SloReportReader {
  readonly #options: SloReportReaderOptions;

  constructor(options: SloReportReaderOptions) {
    this.#options = options;
  }

  /**
   * @throws NotFoundError when the entity does not exist or may not be seen
   */
  async read(
    { entityRef, ...page }: PageOf & { entityRef: string },
    visibility: Visibility,
  ): Promise<Omit<SloReport, 'gate'>> {
    const { catalog, lists, summaries, surroundings } = this.#options;
    const entity = await catalog.getEntity(entityRef, visibility);
    if (!entity) {
      throw new NotFoundError(`No entity '${entityRef}' in the catalog`);
    }
    const rollUp = isRolledUp(entity.kind);
    const [{ items, ...counted }, summary, owners] = await Promise.all([
      lists.read(
        { ...page, scopeRef: entity.ref, order: 'worst', descending: false },
        visibility,
      ),
      rollUp ? summaries.read({ scopeRef: entity.ref, visibility }) : null,
      catalog.existingRefs([entity.ownerRef ?? ''], visibility),
    ]);
    const subject = {
      sloRefs: items.map(({ status }) => status.ref),
      entityRefs: rollUp ? [] : [entity.ref],
    };
    const [policies, agreements, dependencies] = await Promise.all([
      surroundings.policies?.listApplied(subject.sloRefs, visibility) ?? null,
      surroundings.policies?.listAgreements(subject, visibility) ?? [],
      rollUp ? [] : this.#findDependencies(entity, items, visibility),
    ]);
    const statuses = items.map(({ status }) => status);
    const missed = rollUp ? null : await this.#findMissed(statuses);
    return {
      entity: {
        ref: entity.ref,
        kind: entity.kind,
        title: entity.title ?? entity.name,
        tier: entity.tier ?? null,
        ownerRef:
          entity.ownerRef && owners.has(entity.ownerRef)
            ? entity.ownerRef
            : null,
        rollUp,
      },
      freshness: freshnessOf(...items),
      items: statuses,
      ...counted,
      summary,
      policies: policies ?? [],
      agreements,
      dependencies,
      nextSteps: sloNextSteps(entity.ref, {
        slos: statuses,
        dependencies,
        policies,
        missed,
      }),
      minimumEvents:
        this.#options.minimumEvents ??
        Math.max(
          1,
          ...statuses.flatMap(({ objectives }) =>
            objectives.map(({ minimumEvents }) => minimumEvents),
          ),
        ),
    };
  }

  /** Of the worst few, which come first. */
  async #findMissed(statuses: readonly SloStatus[]) {
    const found = await Promise.all(
      statuses.slice(0, MOST_MISSED).map(async slo => {
        const missed = await findMissedTarget(this.#options.evaluations, slo);
        return missed && { ...missed, slo };
      }),
    );
    return found.find(missed => missed !== null) ?? null;
  }

  #findDependencies(
    { ref }: CatalogEntity,
    items: readonly ReadSlo[],
    visibility: Visibility,
  ) {
    return this.#options.dependencies.find(
      ref,
      items
        .map(({ slo }) => slo.definition)
        .filter(({ entityRef }) => entityRef === ref),
      visibility,
    );
  }
}
