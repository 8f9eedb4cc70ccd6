import {
  compileScorecard,
  type CompiledCheck,
  judgeCheck,
  type ScorecardCheck,
  type ScorecardDefinition,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogStore } from '../../catalog/CatalogStore';
import { organisationScope } from '../../catalog/scopesOf';
import { seesAll } from '../../catalog/Visibility';
import type { ScorecardStore } from '../definitions/ScorecardStore';
import { readFacts } from '../evaluation/evaluateCheck';
import type { StandingRules } from '../evaluation/StandingRules';
import type { FactProviders } from '../facts/FactProviders';
import type { FactStore, KnownFacts } from '../facts/FactStore';
import { unscoredKinds } from '../scoredKinds';

/** So long before a check starts it is looked at: a team hears of it in four digests. Milliseconds. */
export const lookAhead = 28 * 24 * 3_600_000;

/** Entities that are judged at a time. */
const pageSize = 500;

/** A check that starts soon, and what would fail it by the facts of today. */
export interface StartingCheck {
  scorecardRef: string;
  checkId: string;
  /** Epoch milliseconds. */
  startsAt: number;
  failing: readonly { entityRef: string; ownerRef: string | null }[];
}

/** What {@link StartingChecks} works with. */
export interface StartingChecksOptions {
  catalog: Pick<CatalogStore, 'listScope'>;
  facts: Pick<FactStore, 'read'>;
  providers: Pick<FactProviders, 'expressions' | 'freshnessOf'>;
  rules: Pick<StandingRules, 'readExemptions'>;
  scorecards: Pick<ScorecardStore, 'list'>;
  /** Epoch milliseconds. */
  clock: () => number;
}

/**
 * Finds what will fail checks that start soon, so that their owners know beforehand. It is found by the process that tells of it and kept in
 * its memory, as it holds for an hour and no verdict comes of it.
 */
export class StartingChecks {
  readonly #options: StartingChecksOptions;
  #found: readonly StartingCheck[] = [];

  constructor(options: StartingChecksOptions) {
    this.#options = options;
  }

  /** As they were found last, those that start first before the others. Nobody's visibility is regarded. */
  list(): readonly StartingCheck[] {
    return this.#found;
  }

  /** Looks at all checks that start soon. */
  async look(signal: AbortSignal): Promise<void> {
    const { scorecards, providers, rules, clock } = this.#options;
    const now = clock();
    const starting = (await scorecards.list())
      .flatMap(({ definition }) =>
        startingIn(definition, now).flatMap(check => {
          const compiled = compileScorecard(
            // As if it had started.
            {
              ...definition,
              checks: [{ ...check, startsAt: undefined }],
            },
            providers.expressions,
          ).checks[0];
          // The scorecard's owner hears of one that cannot be carried out.
          return compiled
            ? [
                {
                  scorecardRef: definition.ref,
                  checkId: check.id,
                  startsAt: check.startsAt!,
                  failing: [] as {
                    entityRef: string;
                    ownerRef: string | null;
                  }[],
                  compiled,
                },
              ]
            : [];
        }),
      )
      .sort((a, b) => a.startsAt - b.startsAt);
    if (starting.length > 0) {
      const isExempt = await rules.readExemptions();
      const told = providersOf(starting.map(({ compiled }) => compiled));
      for await (const { entity, known } of this.#readAll(told, signal)) {
        const { facts } = readFacts(known);
        for (const { compiled, failing, scorecardRef, checkId } of starting) {
          const { state } = judgeCheck(compiled, {
            facts,
            isExempt: isExempt(entity.ref, scorecardRef, checkId),
            freshnessOf: providers.freshnessOf,
            now,
          });
          if (state === 'failed') {
            failing.push({
              entityRef: entity.ref,
              ownerRef: entity.ownerRef ?? null,
            });
          }
        }
      }
    }
    this.#found = starting.map(({ compiled, ...found }) => found);
  }

  async *#readAll(told: readonly string[], signal: AbortSignal) {
    const { catalog, facts } = this.#options;
    let cursor: string | undefined;
    do {
      signal.throwIfAborted();
      const page = await catalog.listScope(
        { scopeRef: organisationScope },
        seesAll,
        { limit: pageSize, cursor },
      );
      const scored = page.items.filter(
        ({ kind }) => !unscoredKinds.includes(kind),
      );
      const known = new Map<string, KnownFacts[]>(
        scored.map(({ ref }) => [ref, []]),
      );
      for (const one of await facts.read([...known.keys()], told)) {
        known.get(one.entityRef)?.push(one);
      }
      for (const entity of scored) {
        yield { entity, known: known.get(entity.ref) ?? [] };
      }
      cursor = page.nextCursor;
    } while (cursor !== undefined);
  }
}

function startingIn(
  { checks }: ScorecardDefinition,
  now: number,
): ScorecardCheck[] {
  return checks.filter(
    ({ startsAt }) =>
      startsAt !== undefined && startsAt > now && startsAt <= now + lookAhead,
  );
}

/** Providers whose facts checks read. */
function providersOf(checks: readonly CompiledCheck[]): string[] {
  const read = checks.flatMap(({ filters, expression, warning, value }) =>
    [...filters, expression, warning, value].flatMap(
      found => found?.facts ?? [],
    ),
  );
  return [...new Set(read.map(({ provider }) => provider))];
}
