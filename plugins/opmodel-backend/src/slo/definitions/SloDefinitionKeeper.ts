import type { LoggerService } from '@backstage/backend-plugin-api';
import { meanSecondsOf } from '@opmodel/backstage-plugin-opmodel-common';
import type { OpenSloMode } from '@opmodel/openslo';
import type { CatalogStore } from '../../catalog/CatalogStore';
import { kindOfRef } from '../../catalog/scopesOf';
import type { ScanNews } from '../../catalog/SnapshotStore';
import {
  countsByMinute,
  countsWholeByMinute,
} from '../measurement/countsByMinute';
import type { SliSources } from '../measurement/SliSources';
import {
  carryIndicatorHash,
  meansSomethingElse,
  newlyMeasured,
} from './definitionHashes';
import { defineSlos } from './defineSlos';
import { MeasuredEntities } from './MeasuredEntities';
import { problemHashOf } from './problemHash';
import { openSloEntityKinds, readOpenSloEntities } from './readOpenSloEntities';
import type {
  DefinedSlo,
  KnownSlo,
  SloChanges,
  SloDefinitionStore,
} from './SloDefinitionStore';

const DAY = 86_400_000;

/** What the keeper works with. */
export interface SloDefinitionKeeperOptions {
  catalog: Pick<CatalogStore, 'existingRefs' | 'listScope' | 'snapshotState'>;
  store: SloDefinitionStore;
  sources: Pick<SliSources, 'types'>;
  /** How strictly documents are checked. */
  mode: OpenSloMode;
  /** How far back what is new is measured. Milliseconds. */
  backfillMs: number;
  logger: LoggerService;
  /** Epoch milliseconds. */
  clock: () => number;
}

/**
 * Keeps what the OpenSLO documents of the catalog define. It always compares all of them with what is kept, so that it may be broken
 * off at any time and done twice without harm.
 */
export class SloDefinitionKeeper {
  readonly #options: SloDefinitionKeeperOptions;
  #running: Promise<unknown> = Promise.resolve();

  constructor(options: SloDefinitionKeeperOptions) {
    this.#options = options;
  }

  /** Takes in what a scan found, where it may change a definition: a document, or whether there is what it measures. */
  async takeIn(news: ScanNews): Promise<void> {
    const isDocument = (ref: string) =>
      openSloEntityKinds.includes(kindOfRef(ref));
    if (
      news.appeared.length > 0 ||
      news.removed.length > 0 ||
      [...news.changed, ...news.moved].some(isDocument)
    ) {
      await this.keep();
    }
  }

  /**
   * Compares all documents with what is kept. Comparisons of one process follow each other.
   *
   * @returns how many SLOs are new, read differently or are gone
   */
  keep(): Promise<number> {
    const next = this.#running.then(() => this.#keep());
    this.#running = next.catch(() => undefined);
    return next;
  }

  async #keep(): Promise<number> {
    const { catalog, store, sources, mode, backfillMs, logger, clock } =
      this.#options;
    const { completedAt } = await catalog.snapshotState();
    if (completedAt === undefined) {
      // Before the first scan nothing is known, which is not the same as that there is nothing.
      return 0;
    }
    const entities = await readOpenSloEntities(catalog);
    const measured = await MeasuredEntities.load(catalog, entities);
    const now = clock();
    const changes = findChanges(
      defineSlos(entities, measured, { sourceTypes: sources.types, mode }),
      await store.listKnown(),
      { now, backfillFrom: Math.floor((now - backfillMs) / DAY) * DAY },
    );
    const { defined, mended, removed } = changes;
    if (defined.length + mended.length + removed.length > 0) {
      await store.apply(changes, { now });
      logger.info(
        `Of ${entities.slos.length} service level objectives ${defined.length} are new or read differently, ${removed.length} are gone`,
      );
    }
    return defined.length + removed.length;
  }
}

/** What differs from what is kept. */
function findChanges(
  slos: readonly DefinedSlo[],
  known: ReadonlyMap<string, KnownSlo>,
  at: { now: number; backfillFrom: number },
): SloChanges {
  const defined: SloChanges['defined'][number][] = [];
  const mended: SloChanges['mended'][number][] = [];
  for (const slo of slos) {
    const before = known.get(slo.definition.ref);
    const countsFrom = startOfCounts(slo, before, at.backfillFrom);
    const told = withChange(slo, countsFrom, at.now);
    if (
      !before ||
      before.removed ||
      before.definitionHash !== slo.definitionHash
    ) {
      const recount =
        before !== undefined && before.sliceHash !== slo.sliceHash;
      const indicatorHash = carryIndicatorHash(
        before?.indicatorHash,
        slo.indicatorHash,
      );
      const objectives = before ? measuredBackwards(slo, before, recount) : [];
      defined.push({
        ...told,
        indicatorHash,
        countsFrom,
        recount,
        ...(objectives.length > 0 && {
          backfill: { objectives, from: at.backfillFrom },
        }),
      });
    } else if (before.problemHash !== problemHashOf(told.problems)) {
      mended.push(told);
    }
  }
  const present = new Set(slos.map(({ definition }) => definition.ref));
  const removed = [...known.values()]
    .filter(({ ref, removed: gone }) => !gone && !present.has(ref))
    .map(({ ref }) => ref);
  return { defined, mended, removed };
}

/**
 * The objectives that are measured backwards: those that measure something new, and those whose slices of one minute are other ones, since
 * these cannot be counted anew from what is kept. A composite whose whole has slices of one minute is measured backwards with all parts.
 */
function measuredBackwards(
  { definition, indicatorHash }: DefinedSlo,
  before: KnownSlo,
  hasOtherSlices: boolean,
): number[] {
  const added = newlyMeasured(before.indicatorHash, indicatorHash);
  const isTogether = added.length > 0 && countsWholeByMinute(definition);
  return definition.objectives
    .filter(
      objective =>
        objective.indicator !== null &&
        (added.includes(objective.index) ||
          isTogether ||
          (hasOtherSlices && countsByMinute(objective, definition))),
    )
    .map(({ index }) => index);
}

/** Buckets of another indicator say nothing about this one, which is measured backwards in their place. */
function startOfCounts(
  slo: DefinedSlo,
  before: KnownSlo | undefined,
  backfillFrom: number,
): number | null {
  return before && meansSomethingElse(before.indicatorHash, slo.indicatorHash)
    ? backfillFrom
    : before?.countsFrom ?? null;
}

/** Says that the indicator is another one, as long as the window would reach back to the one before. */
function withChange(
  slo: DefinedSlo,
  countsFrom: number | null,
  now: number,
): DefinedSlo {
  const { duration } = slo.definition.window;
  if (
    countsFrom === null ||
    now - countsFrom > meanSecondsOf(duration) * 1_000
  ) {
    return slo;
  }
  const at = new Date(countsFrom).toISOString();
  return {
    ...slo,
    problems: [
      ...slo.problems,
      {
        severity: 'warning',
        rule: 'indicator-changed',
        path: null,
        value: at,
        message: `The indicator was changed, so that only the time since ${at} counts, as far back as the new one is measured.`,
        source: slo.problems[0]?.source ?? null,
      },
    ],
  };
}
