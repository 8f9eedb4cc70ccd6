import type { SuggestionSource } from '@opmodel/backstage-plugin-opmodel-common';
import type {
  RegisteredSource,
  RunProgress,
  SuggestionRunStore,
  SuggestionSourceState,
  TakenRun,
} from './SuggestionRunStore';

interface Kept extends Omit<SuggestionSourceState, 'isUnderWay'> {
  owner: string | null;
  runAt: number | null;
  run: RunProgress;
  /** Where it failed last; undefined: nowhere. */
  failedCursor: string | null | undefined;
}

/** Keeps how sources fare in memory. */
export class FakeSuggestionRunStore implements SuggestionRunStore {
  readonly #kept = new Map<SuggestionSource, Kept>();

  async register(
    sources: readonly RegisteredSource[],
    { now }: { now: number },
  ): Promise<void> {
    this.#kept.forEach(kept => {
      if (!sources.some(({ source }) => source === kept.source)) {
        kept.nextAt = null;
      }
    });
    for (const { source, cadenceMs } of sources) {
      const kept = this.#kept.get(source) ?? emptyState(source);
      kept.cadenceMs = cadenceMs;
      kept.nextAt =
        cadenceMs === null
          ? null
          : Math.min(kept.nextAt ?? now, now + cadenceMs);
      this.#kept.set(source, kept);
    }
  }

  async list(): Promise<SuggestionSourceState[]> {
    return [...this.#kept.values()]
      .sort((a, b) => (a.source < b.source ? -1 : 1))
      .map(({ owner: _, run: __, failedCursor: ___, runAt, ...state }) => ({
        ...state,
        isUnderWay: runAt !== null,
      }));
  }

  async start(
    source: SuggestionSource,
    { owner, now, leaseMs }: { owner: string; now: number; leaseMs: number },
  ): Promise<TakenRun | undefined> {
    const kept = this.#kept.get(source);
    if (
      !kept ||
      kept.nextAt === null ||
      kept.nextAt > now ||
      (kept.leaseUntil !== null && kept.leaseUntil > now)
    ) {
      return undefined;
    }
    const hasFailedHere =
      kept.runAt !== null && kept.failedCursor === kept.run.cursor;
    if (kept.runAt === null) {
      kept.runAt = now;
      kept.run = { cursor: null, entities: 0, problems: 0 };
    }
    kept.owner = owner;
    kept.leaseUntil = now + leaseMs;
    kept.startedAt = now;
    return { ...kept.run, runAt: kept.runAt, hasFailedHere };
  }

  async renew(
    source: SuggestionSource,
    { owner, leaseUntil }: { owner: string; leaseUntil: number },
  ): Promise<boolean> {
    return this.#change(source, owner, () => ({ leaseUntil }));
  }

  async advance(
    source: SuggestionSource,
    { owner, ...run }: RunProgress & { owner: string },
  ): Promise<boolean> {
    return this.#change(source, owner, () => ({ run }));
  }

  async finish(
    source: SuggestionSource,
    {
      owner,
      finishedAt,
      nextAt,
    }: { owner: string; finishedAt: number; nextAt: number },
  ): Promise<void> {
    this.#change(source, owner, ({ run }) => ({
      owner: null,
      leaseUntil: null,
      runAt: null,
      failedCursor: undefined,
      succeededAt: finishedAt,
      nextAt,
      entities: run.entities,
      problems: run.problems,
      error: null,
    }));
  }

  async interrupt(
    source: SuggestionSource,
    {
      owner,
      nextAt,
      error,
    }: { owner: string; nextAt: number; error: string | null },
  ): Promise<void> {
    this.#change(source, owner, ({ run }) => ({
      owner: null,
      leaseUntil: null,
      nextAt,
      error,
      failedCursor: error === null ? undefined : run.cursor,
    }));
  }

  async requestIdle({ now }: { now: number }): Promise<void> {
    this.#kept.forEach(kept => {
      if (kept.entities === 0 && kept.nextAt !== null && kept.nextAt > now) {
        kept.nextAt = now;
      }
    });
  }

  async noteSent(
    source: SuggestionSource,
    { now }: { now: number },
  ): Promise<void> {
    const kept = this.#kept.get(source);
    if (kept) {
      Object.assign(kept, { startedAt: now, succeededAt: now });
    }
  }

  #change(
    source: SuggestionSource,
    owner: string,
    change: (kept: Kept) => Partial<Kept>,
  ): boolean {
    const kept = this.#kept.get(source);
    if (kept?.owner !== owner) {
      return false;
    }
    Object.assign(kept, change(kept));
    return true;
  }
}

function emptyState(source: SuggestionSource): Kept {
  return {
    source,
    cadenceMs: null,
    nextAt: null,
    startedAt: null,
    succeededAt: null,
    leaseUntil: null,
    entities: null,
    problems: null,
    error: null,
    owner: null,
    runAt: null,
    run: { cursor: null, entities: 0, problems: 0 },
    failedCursor: undefined,
  };
}
