import {
  type DayWindow,
  type OwnershipDefinition,
  type OwnershipExplanation,
  type OwnershipReport,
  type OwnershipSummary,
  type ReportDefinition,
  type ReportScope,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogStore } from '../catalog/CatalogStore';
import type { ComponentSelection } from '../catalog/ComponentSelection';
import { toInstant } from '../lib/instants';
import type { AssessmentStore } from './AssessmentStore';
import type { OwnershipStore } from './OwnershipStore';
import { explainCoverage, summarizeCoverage } from './ownershipSummary';

/** What a coverage is of. */
export type CoverageScope = Pick<
  ReportScope,
  'ref' | 'kind' | 'title' | 'rollUp'
>;

/** Reads how well everything in a scope is owned. */
export class OwnershipSummaryReader {
  readonly #options: {
    store: OwnershipStore;
    assessments: Pick<AssessmentStore, 'progress'>;
    catalog: Pick<CatalogStore, 'snapshotState'>;
    definition: OwnershipDefinition;
    zone: string;
  };

  constructor(options: {
    store: OwnershipStore;
    assessments: Pick<AssessmentStore, 'progress'>;
    catalog: Pick<CatalogStore, 'snapshotState'>;
    definition: OwnershipDefinition;
    /** IANA zone of the days. */
    zone: string;
  }) {
    this.#options = options;
  }

  async read(
    scope: CoverageScope,
    selection: ComponentSelection,
    window: DayWindow,
  ): Promise<OwnershipSummary> {
    const { store, definition, zone } = this.#options;
    const [changes, gaps, definitionChanges, freshness] = await Promise.all([
      store.listChanges(selection, window),
      store.countGaps(selection, window.to),
      store.listDefinitionChanges(),
      this.readFreshness(),
    ]);
    const numbers = summarizeCoverage(
      { changes, gaps, definitionChanges },
      definition,
      window,
    );
    return {
      scope: toScope(scope, numbers.coverage.entities),
      window: { ...window, zone },
      definition: describeOwnershipDefinition(definition),
      ...numbers,
      freshness,
    };
  }

  async explain(
    scope: CoverageScope,
    selection: ComponentSelection,
  ): Promise<OwnershipExplanation> {
    const { store, definition } = this.#options;
    const [counts, leftOut, freshness] = await Promise.all([
      store.countLadder(selection),
      store.countLeftOut(selection, definition),
      this.readFreshness(),
    ]);
    const explained = explainCoverage(counts, definition, leftOut);
    return {
      scope: toScope(scope, explained.n),
      definition: describeOwnershipDefinition(definition),
      freshness,
      ...explained,
    };
  }

  /** How current the answers are. */
  async readFreshness(): Promise<OwnershipReport['freshness']> {
    const { catalog, assessments } = this.#options;
    const [snapshot, progress] = await Promise.all([
      catalog.snapshotState(),
      assessments.progress(),
    ]);
    return {
      snapshotAt: toInstant(snapshot.completedAt ?? null),
      assessedAt: toInstant(progress.assessedAt),
    };
  }
}

/** What a number says of the definition that it follows. */
export function describeOwnershipDefinition({
  id,
  version,
}: OwnershipDefinition): ReportDefinition {
  return {
    id,
    version,
    title: 'Ownership ladder 2026',
    docs: 'ownership',
  };
}

/** What is to be owned is all that counts here: nothing of it can be inactive. */
function toScope(scope: CoverageScope, entities: number): ReportScope {
  return { ...scope, components: entities, activeComponents: entities };
}
