import type {
  AssessedRung,
  OwnershipDefinition,
  OwnershipLadder,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogEntity, CatalogStore } from '../catalog/CatalogStore';
import type { Visibility } from '../catalog/Visibility';
import type { AssessedState } from './AssessmentStore';
import { describeOwnershipDefinition } from './OwnershipSummaryReader';

/** What the evidence is told by. */
interface LadderContext {
  definition: OwnershipDefinition;
  /** When everything was last assessed, ISO 8601. */
  assessedAt: string | null;
  /** Absent: the caller may not see it. */
  owner: CatalogEntity | undefined;
  /** People of the owner that the caller may see. */
  members: number;
  catalog: Pick<CatalogStore, 'existingRefs'>;
  visibility: Visibility;
}

/**
 * The ladder of an entity as the caller may see it: whether a rung is reached is said of the entity, what it rests on is said of its
 * owner and of documents, and is left out where those may not be seen.
 */
export async function readLadder(
  { reached, gaps, rungs }: AssessedState,
  context: LadderContext,
): Promise<OwnershipLadder> {
  const { definition, assessedAt, catalog, visibility } = context;
  const sources = rungs.flatMap(({ values }) =>
    typeof values.sourceRef === 'string' ? values.sourceRef : [],
  );
  const seen = await catalog.existingRefs(sources, visibility);
  return {
    definition: describeOwnershipDefinition(definition),
    rungs: rungs.map(rung => ({
      ...rung,
      values: tell(rung, context, seen),
    })),
    reached,
    gaps: [...gaps],
    // The first assessment is always one of everything.
    assessedAt: assessedAt!,
  };
}

function tell(
  { id, values }: AssessedRung,
  { owner, members }: LadderContext,
  seen: ReadonlySet<string>,
): Record<string, string | number | null> {
  switch (id) {
    case 'has_members':
      // Whoever may not see all of them is not told how many there are.
      return members === values.members
        ? { ...values }
        : hide(values, 'members');
    case 'has_contact':
      return owner ? { ...values } : hide(values, 'contacts');
    case 'has_escalation':
      return values.source === 'annotation' ||
        seen.has(String(values.sourceRef))
        ? { ...values }
        : hide(values, 'sourceRef');
    default:
      return { ...values };
  }
}

function hide(values: AssessedRung['values'], name: string) {
  return name in values ? { ...values, [name]: null } : { ...values };
}
