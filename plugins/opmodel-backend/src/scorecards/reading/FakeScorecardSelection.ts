import { printStates } from '@opmodel/backstage-plugin-opmodel-common';
import type { FakeComponentCatalog } from '../../catalog/FakeComponentCatalog';
import type { KeptEntity } from '../../catalog/FakeSnapshotStore';
import type { ResultChange, ScorecardResult } from '../evaluation/ResultStore';
import { unscoredKinds } from '../scoredKinds';
import type { NamedEntity, ScorecardSelection } from './ScorecardReadStore';

/** Results in memory, as stores of evaluation keep them. */
export interface FakeResults {
  results(): readonly ScorecardResult[];
  changes(): readonly ResultChange[];
}

/** A result with its entity. */
export interface SelectedResult {
  result: ScorecardResult;
  kept: KeptEntity;
  states: string;
}

/** Selects entities and results in memory. */
export class FakeScorecardSelection {
  readonly #catalog: FakeComponentCatalog;
  readonly #results: FakeResults;
  readonly #slotsOf: (scorecardRef: string) => readonly string[];

  constructor(options: {
    catalog: FakeComponentCatalog;
    results: FakeResults;
    slotsOf: (scorecardRef: string) => readonly string[];
  }) {
    this.#catalog = options.catalog;
    this.#results = options.results;
    this.#slotsOf = options.slotsOf;
  }

  changes(): readonly ResultChange[] {
    return this.#results.changes();
  }

  /** Results of a selection, also those of which nothing is asked any more, by entity and scorecard. */
  selectAll(
    selection: ScorecardSelection,
    scorecardRefs: readonly string[],
    goneSince?: number,
  ): SelectedResult[] {
    return this.#results.results().flatMap(result => {
      const kept = this.#catalog.find(result.entityRef);
      return kept &&
        scorecardRefs.includes(result.scorecardRef) &&
        this.isSelected(kept, selection, goneSince)
        ? [{ result, kept, states: this.#statesOf(result) }]
        : [];
    });
  }

  /** Those of which something is asked. */
  select(
    selection: ScorecardSelection,
    scorecardRefs: readonly string[],
  ): SelectedResult[] {
    return this.selectAll(selection, scorecardRefs).filter(
      ({ result }) => result.levelRank !== null,
    );
  }

  /** The scopes in which an entity counts today. */
  scopesOf(kept: KeptEntity): string[] {
    return this.#catalog.listOpenScopes(kept.entity.ref);
  }

  isSelected(
    kept: KeptEntity,
    { kind, filter = {}, visibility }: ScorecardSelection,
    goneSince = Infinity,
  ): boolean {
    const { entity } = kept;
    if (
      unscoredKinds.includes(entity.kind) ||
      (kind !== undefined && entity.kind !== kind) ||
      !this.#catalog.sees(visibility, entity.ref)
    ) {
      return false;
    }
    if (entity.removedAt === undefined) {
      return this.#catalog.meetsFilter(kept, { filter, visibility });
    }
    const { ownerRefs, descendants, domainRef, ...rest } = filter;
    return (
      entity.removedAt > goneSince &&
      this.#catalog.meetsFilter(kept, { filter: rest, visibility }) &&
      (domainRef === undefined || entity.domainRef === domainRef) &&
      (ownerRefs === undefined ||
        ownerRefs.includes(entity.ownerRef ?? '') ||
        (descendants === true &&
          this.#catalog.countsIn(entity.ownerRef ?? '', ownerRefs, visibility)))
    );
  }

  /** Entities of a selection. */
  count(selection: ScorecardSelection): number {
    return this.#catalog
      .select({
        scopeRef: 'org',
        ownership: 'now',
        kinds: 'any',
        visibility: selection.visibility,
      })
      .filter(({ kept }) => this.isSelected(kept, selection)).length;
  }

  #statesOf({ scorecardRef, verdicts }: ScorecardResult): string {
    return printStates(
      this.#slotsOf(scorecardRef).map(id => verdicts.get(id)?.state ?? null),
    );
  }
}

/** How an entity is called. */
export function nameOf({ entity }: KeptEntity): NamedEntity {
  return {
    entityRef: entity.ref,
    title: entity.title ?? entity.name,
    kind: entity.kind,
    ownerRef: entity.ownerRef ?? null,
    tier: entity.tier ?? null,
  };
}

/** By what lists are ordered where they are ordered by name. */
export function sortNameOf({ entity }: KeptEntity): string {
  return (entity.title ?? entity.name).toLocaleLowerCase('en-US');
}

/** Compares texts by their characters; none comes last. */
export function compareTexts(a: string | null, b: string | null): number {
  if (a === null || b === null) {
    return Number(a === null) - Number(b === null);
  }
  return a < b ? -1 : Number(a > b);
}
