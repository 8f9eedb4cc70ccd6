import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  ConflictError,
  ForwardedError,
  stringifyError,
} from '@backstage/errors';
import { dayOf } from '@opmodel/backstage-plugin-opmodel-common';
import type { EntityLink } from './CatalogStore';
import { documentFields } from './entityDocument';
import { snapshotFields } from './entityProperties';
import { planScan, readScanned, type ScannedEntity } from './planScan';
import type { SnapshotOptions } from './snapshotEntity';
import type { ScanNews, SnapshotBasis, SnapshotStore } from './SnapshotStore';
import { spansOfScan } from './spansOfScan';

/** The longest time that a scan may take. Milliseconds. */
export const scanTimeoutMs = 10 * 60 * 1000;

/** Entities that one request to the catalog brings. */
const pageSize = 500;

/** What a complete scan found. */
export interface ScanResult extends ScanNews {
  /** Entities in the catalog. */
  entities: number;
}

/** Is told after a complete scan what it and those before it found. Telling the same twice must do no harm. */
export type ScanListener = (news: ScanNews) => Promise<void>;

/** What the scanner works with. */
export interface SnapshotScannerOptions extends SnapshotOptions {
  auth: AuthService;
  catalog: CatalogService;
  store: SnapshotStore;
  logger: LoggerService;
  /** IANA zone of the days on which an entity enters and leaves a scope. */
  zone: string;
  /** Epoch milliseconds. */
  clock: () => number;
}

/**
 * Keeps the snapshot of the catalog.
 *
 * The catalog sends no events of change, so each scan reads all of it. It is read to its end before anything is written: a
 * scan that breaks off changes nothing, and above all marks nothing as removed.
 */
export class SnapshotScanner {
  readonly #options: SnapshotScannerOptions;
  readonly #listeners: ScanListener[] = [];
  #running: Promise<unknown> = Promise.resolve();

  constructor(options: SnapshotScannerOptions) {
    this.#options = options;
  }

  /**
   * Registers who wants to know when identities, scopes or the existence of entities changed: to map events that found no
   * entity so far, to move totals between scopes.
   *
   * What a scan found is kept until all listeners have taken it in. What is left, because one of them failed or the process
   * ended, is told after the next complete scan, by whichever replica that is.
   */
  onLinksChanged(listener: ScanListener): void {
    this.#listeners.push(listener);
  }

  /**
   * Scans the catalog. Scans of one process follow each other.
   *
   * @throws when the catalog could not be read to its end, when the signal was given, or when a listener failed
   */
  scan(options?: { signal?: AbortSignal }): Promise<ScanResult> {
    const next = this.#running.then(() => this.#scan(options?.signal));
    this.#running = next.catch(() => undefined);
    return next;
  }

  async #scan(signal: AbortSignal | undefined): Promise<ScanResult> {
    const { store, clock, logger } = this.#options;
    const id = await store.startScan({
      now: clock(),
      abandonedAfterMs: scanTimeoutMs,
    });
    let result: ScanResult;
    try {
      result = await this.#readAndWrite(id, signal);
    } catch (error) {
      await store
        .failScan(id, { now: clock(), error: stringifyError(error) })
        .catch(recording =>
          logger.error('The failed scan could not be recorded', recording),
        );
      throw new ForwardedError('The scan of the catalog failed', error);
    }
    await this.#tell();
    return result;
  }

  async #readAndWrite(
    id: string,
    signal: AbortSignal | undefined,
  ): Promise<ScanResult> {
    const { store, clock, zone, tierLabel, logger } = this.#options;
    const basis = await store.loadBasis();
    const scanned = await this.#drain(basis, signal);
    if (scanned.length === 0 && hasEntities(basis)) {
      // A catalog that starts afresh answers like this; an organisation does not disappear from one scan to the next.
      throw new ConflictError(
        'The catalog has no entity at all, while the snapshot has; nothing is marked as removed',
      );
    }
    const now = clock();
    const plan = planScan(scanned, basis, {
      tierLabel,
      today: dayOf(now, zone),
    });
    const past = await store.loadPast(
      [...plan.scopes.keys(), ...plan.removed].filter(ref =>
        basis.fingerprints.has(ref),
      ),
    );
    const spans = spansOfScan(plan, past, basis, { now, zone });
    signal?.throwIfAborted();
    const { entities, changed, moved, removed, problems } = plan;
    const news: ScanNews = {
      changed: changed.map(entity => entity.ref),
      appeared: changed
        .map(({ ref }) => ref)
        .filter(ref => basis.fingerprints.get(ref)?.removed ?? true),
      relinked: changed
        .filter(({ ref, links }) => {
          const known = past.get(ref)?.links;
          return known !== undefined && !declareTheSame(links, known);
        })
        .map(({ ref }) => ref),
      moved: moved.map(entity => entity.ref),
      removed,
    };
    await store.completeScan(
      id,
      { entities, changed, moved, removed, problems, ...spans },
      news,
      { now, basis },
    );
    if (changed.length + moved.length + removed.length > 0) {
      logger.info(
        `The snapshot holds ${entities} entities: ${changed.length} new or changed, ${moved.length} moved, ${removed.length} removed`,
      );
    }
    return { entities, ...news };
  }

  /** Reads the whole catalog. Nothing slow happens in between, because the token of the stream does not last. */
  async #drain(
    basis: SnapshotBasis,
    signal: AbortSignal | undefined,
  ): Promise<ScannedEntity[]> {
    const { auth, catalog, tierLabel } = this.#options;
    const scanned: ScannedEntity[] = [];
    const pages = catalog.streamEntities(
      {
        fields: [...snapshotFields, ...documentFields],
        pageSize,
        totalItems: 'exclude',
      },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    for await (const page of untilAborted(pages, signal)) {
      for (const entity of page) {
        scanned.push(readScanned(entity, basis, { tierLabel }));
      }
    }
    return scanned;
  }

  async #tell(): Promise<void> {
    const { store } = this.#options;
    const untold = await store.listUntold();
    if (untold.length === 0) {
      return;
    }
    const collect = (kind: keyof ScanNews) => [
      ...new Set(untold.flatMap(({ news }) => news[kind])),
    ];
    const news: ScanNews = {
      changed: collect('changed'),
      appeared: collect('appeared'),
      relinked: collect('relinked'),
      moved: collect('moved'),
      removed: collect('removed'),
    };
    for (const listener of this.#listeners) {
      await listener(news);
    }
    await store.markTold(untold.map(({ scanId }) => scanId));
  }
}

function declareTheSame(a: EntityLink[], b: EntityLink[]): boolean {
  const told = (links: EntityLink[]) =>
    links
      .map(({ system, externalId, path }) =>
        JSON.stringify([system, externalId, path ?? null]),
      )
      .sort()
      .join();
  return told(a) === told(b);
}

function hasEntities(basis: SnapshotBasis): boolean {
  return [...basis.fingerprints.values()].some(known => !known.removed);
}

/** The items of a stream, with an end as soon as the signal is given, even while an item is being waited for. */
async function* untilAborted<T>(
  items: AsyncIterable<T>,
  signal: AbortSignal | undefined,
): AsyncGenerator<T> {
  signal?.throwIfAborted();
  const iterator = items[Symbol.asyncIterator]();
  let stop: (() => void) | undefined;
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal!.reason);
    signal?.addEventListener('abort', stop);
  });
  // Nobody may be waiting when the signal comes.
  aborted.catch(() => undefined);
  try {
    for (;;) {
      const next = await Promise.race([iterator.next(), aborted]);
      if (next.done) {
        return;
      }
      yield next.value;
    }
  } finally {
    if (stop) {
      signal?.removeEventListener('abort', stop);
    }
  }
}
