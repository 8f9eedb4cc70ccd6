import { ConflictError } from '@backstage/errors';
import { affectedChecks } from '@opmodel/backstage-plugin-opmodel-common';
import type { PublishedScorecard, StoredScorecard } from './ScorecardStore';

/** What is to be evaluated of every entity; no checks: all of the scorecard. */
export interface DefinitionWork {
  scorecardRef: string;
  checks: readonly string[] | null;
}

/** What becomes of the scorecards where definitions are published. */
export interface Publication {
  /** As they are kept from now on. */
  stored: StoredScorecard[];
  /** Refs of those of which there is a new version. */
  renewed: ReadonlySet<string>;
  work: DefinitionWork[];
}

/**
 * Finds what publishing definitions changes.
 *
 * @param known - every scorecard, also those that were removed
 * @throws ConflictError when the version that one replaces is not the one that holds, or when its name is taken by the other origin
 */
export function planPublication(
  known: readonly StoredScorecard[],
  published: readonly PublishedScorecard[],
  now: number,
): Publication {
  const before = new Map(known.map(one => [one.definition.ref, one]));
  const renewed = new Set<string>();
  const work: DefinitionWork[] = [];
  const stored = published.map((one): StoredScorecard => {
    const { ref, checks } = one.definition;
    const last = before.get(ref) ?? null;
    const held = last?.removedAt === null ? last : null;
    refuseConflict(one, held);
    const { definition, origin, definitionHash, spec, problems } = one;
    if (held?.definitionHash === definitionHash) {
      return { ...held, spec, problems };
    }
    renewed.add(ref);
    const affected = affectedChecks(held?.definition ?? null, definition);
    if (affected.length > 0) {
      work.push({
        scorecardRef: ref,
        checks: affected === 'whole' ? null : affected,
      });
    }
    return {
      definition,
      origin,
      definitionHash,
      spec,
      version: (last?.version ?? 0) + 1,
      slots: [
        ...new Set([...(last?.slots ?? []), ...checks.map(({ id }) => id)]),
      ],
      problems,
      publishedAt: now,
      removedAt: null,
    };
  });
  const after = new Map([
    ...before,
    ...stored.map((one): [string, StoredScorecard] => [
      one.definition.ref,
      one,
    ]),
  ]);
  const whole = work.filter(({ checks }) => checks === null);
  return {
    stored,
    renewed,
    work: withDependants(
      work,
      whole.map(({ scorecardRef }) => scorecardRef),
      [...after.values()],
    ),
  };
}

/** What is to be evaluated where scorecards end: those that asked for a level of theirs. */
export function workOfRemoval(
  known: readonly StoredScorecard[],
  refs: readonly string[],
): DefinitionWork[] {
  return withDependants([], refs, known).filter(
    ({ scorecardRef }) => !refs.includes(scorecardRef),
  );
}

function refuseConflict(
  { definition: { ref }, origin, replaces }: PublishedScorecard,
  held: StoredScorecard | null,
): void {
  if (held && held.origin !== origin) {
    throw new ConflictError(
      held.origin === 'catalog'
        ? `${ref} is written in the catalog, which is where it is changed`
        : `${ref} is written in the portal already`,
    );
  }
  if (replaces !== undefined && replaces !== (held?.version ?? null)) {
    throw new ConflictError(
      held
        ? `Version ${held.version} of ${ref} holds, which was published since`
        : `${ref} does not hold any more`,
    );
  }
}

/** Adds the scorecards that ask for levels of those where any entity may stand elsewhere now. */
function withDependants(
  work: readonly DefinitionWork[],
  moved: readonly string[],
  scorecards: readonly StoredScorecard[],
): DefinitionWork[] {
  const reached = new Set(moved);
  // The set grows while it is walked.
  for (const ref of reached) {
    for (const { definition, removedAt } of scorecards) {
      if (
        removedAt === null &&
        definition.requires.some(({ scorecard }) => scorecard === ref)
      ) {
        reached.add(definition.ref);
      }
    }
  }
  return [
    ...work.filter(({ scorecardRef }) => !reached.has(scorecardRef)),
    ...[...reached].map(scorecardRef => ({ scorecardRef, checks: null })),
  ];
}
