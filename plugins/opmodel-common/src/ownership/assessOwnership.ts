import type { OwnershipGap, OwnershipRungId } from '../client/OwnershipApi';
import { type OwnershipDefinition, ofTier } from './ownershipDefinition';
import type { OwnershipFacts } from './ownershipFacts';

/** Milliseconds. */
const DAY = 86_400_000;

/** The rungs from the lowest to the highest. */
export const ownershipRungs: readonly OwnershipRungId[] = [
  'owner_set',
  'owner_resolves',
  'owner_is_group',
  'has_members',
  'has_contact',
  'has_escalation',
  'reviewed',
];

/** Every gap, the gravest first. */
export const ownershipGaps: readonly OwnershipGap[] = [
  'unowned',
  'dangling_owner',
  'owner_is_user',
  'empty_team',
  'single_member_team',
  'owner_without_contact',
  'owner_without_escalation',
  'review_overdue',
];

/** One rung as it was found. */
export interface AssessedRung {
  id: OwnershipRungId;
  /**
   * `blocked`: it cannot be asked for before a lower rung is reached. A team without a contact may still be found at night, so
   * the rungs above `owner_is_group` do not block each other.
   */
  state: 'reached' | 'missing' | 'blocked';
  /** What is missing; null unless it is. */
  gap: OwnershipGap | null;
  /** The evidence: refs, counts, and instants in ISO 8601. */
  values: Readonly<Record<string, string | number | null>>;
}

/** How well one entity is owned. */
export interface OwnershipAssessment {
  rungs: readonly AssessedRung[];
  /** Rungs reached without a missing one below them, 0 to 7. */
  reached: number;
  /** What is missing, the gravest first. */
  gaps: readonly OwnershipGap[];
}

type Finding = Pick<AssessedRung, 'gap' | 'values'>;

/**
 * Assesses how well an entity is owned: which rungs of the ladder it reaches, each with its evidence.
 *
 * What is beyond a missing rung cannot be told for the first three: who is not known has neither members nor contacts. From there
 * on each rung is found by itself, so that everything that is missing can be mended at once.
 *
 * @param now - epoch milliseconds
 */
export function assessOwnership(
  facts: OwnershipFacts,
  definition: OwnershipDefinition,
  now: number,
): OwnershipAssessment {
  const found = [
    ...findOwner(facts),
    ...(facts.owner ? findTeam(facts, definition, now) : []),
  ];
  const firstMissing = found.findIndex(({ gap }) => gap !== null);
  // The first three rest on each other.
  const known = firstMissing >= 0 && firstMissing < 3 ? firstMissing + 1 : 7;
  const rungs = ownershipRungs.map(
    (id, at): AssessedRung =>
      at < known && found[at]
        ? {
            id,
            state: found[at].gap === null ? 'reached' : 'missing',
            ...found[at],
          }
        : { id, state: 'blocked', gap: null, values: {} },
  );
  const below = rungs.findIndex(({ state }) => state !== 'reached');
  return {
    rungs,
    reached: below < 0 ? rungs.length : below,
    gaps: rungs.flatMap(({ gap }) => gap ?? []),
  };
}

/** The rungs that the name of the owner decides. */
function findOwner({ owner }: OwnershipFacts): Finding[] {
  const values = { ownerRef: owner?.ref ?? null };
  const isGroup = owner?.ref.startsWith('group:') ?? false;
  return [
    { gap: owner === null ? 'unowned' : null, values },
    { gap: owner?.exists ? null : 'dangling_owner', values },
    { gap: isGroup ? null : 'owner_is_user', values },
  ];
}

/** The rungs that the owner itself decides. */
function findTeam(
  { owner, escalation, verifiedAt, tier }: OwnershipFacts,
  definition: OwnershipDefinition,
  now: number,
): Finding[] {
  const { members, contacts } = owner!;
  const { minimumMembers } = definition;
  const holdsDays = ofTier(definition.reviewDays, tier);
  const expiresAt = verifiedAt === null ? null : verifiedAt + holdsDays * DAY;
  return [
    {
      gap: gapOfMembers(members, minimumMembers),
      values: { members, minimum: minimumMembers },
    },
    {
      gap: contacts > 0 ? null : 'owner_without_contact',
      values: { contacts },
    },
    {
      gap: escalation ? null : 'owner_without_escalation',
      values: escalation
        ? { source: escalation.kind, sourceRef: escalation.ref }
        : {},
    },
    {
      gap: expiresAt !== null && now < expiresAt ? null : 'review_overdue',
      values: {
        verifiedAt: toIso(verifiedAt),
        expiresAt: toIso(expiresAt),
        holdsDays,
      },
    },
  ];
}

function gapOfMembers(members: number, minimum: number): OwnershipGap | null {
  if (members === 0) {
    return 'empty_team';
  }
  return members < minimum ? 'single_member_team' : null;
}

function toIso(instant: number | null): string | null {
  return instant === null ? null : new Date(instant).toISOString();
}
