import type { OrganisationTree } from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogStore } from '../catalog/CatalogStore';
import { readGroupsBelow } from '../catalog/readGroupsBelow';
import { seesAll } from '../catalog/Visibility';
import type { KeptApprover } from './AcceptanceStore';
import type { ApprovalRule } from './ApproverDirectory';

/**
 * Finds out who speaks for an approving group. Its own members do. Those of the groups below do where it is asked as the owner, and
 * else only where it has no members: then those of the owners concerned and of the requester's groups do not, because they would
 * decide on their own.
 */
export class ApproverVoices {
  readonly #catalog: Pick<CatalogStore, 'listRelations'>;

  constructor(options: { catalog: Pick<CatalogStore, 'listRelations'> }) {
    this.#catalog = options.catalog;
  }

  /**
   * @param requestedBy - entity ref of the user who asks
   */
  async read(
    { approvers, answeringRefs, ownerRefs }: ApprovalRule,
    requestedBy: string,
  ): Promise<KeptApprover[]> {
    const refs = approvers.map(({ ref }) => ref);
    const [members, requester] = await Promise.all([
      this.#catalog.listRelations(
        { types: ['memberOf'], targetRefs: refs },
        seesAll,
      ),
      this.#catalog.listRelations(
        { types: ['memberOf'], entityRefs: [requestedBy] },
        seesAll,
      ),
    ]);
    const concerned = [
      ...ownerRefs,
      ...requester.map(({ targetRef }) => targetRef),
    ];
    const tree = await readGroupsBelow(this.#catalog, [...refs, ...concerned]);
    const peopled = new Set(members.map(({ targetRef }) => targetRef));
    return approvers.map(({ ref, rightId }) => {
      if (answeringRefs.includes(ref)) {
        return { ref, rightId, belowRefs: below(tree, ref), exceptRefs: [] };
      }
      const belowRefs = peopled.has(ref) ? [] : below(tree, ref);
      if (belowRefs.length === 0) {
        return { ref, rightId, belowRefs, exceptRefs: [] };
      }
      const except = new Set(
        concerned.flatMap(one =>
          // Of a group that the approver itself is in, the rest has nothing to do with it.
          tree.below(one).has(ref) ? [one] : [...tree.below(one)],
        ),
      );
      return {
        ref,
        rightId,
        belowRefs: belowRefs.filter(one => !except.has(one)),
        exceptRefs: [...except].sort(),
      };
    });
  }
}

function below(tree: OrganisationTree, ref: string): string[] {
  return [...tree.below(ref)].filter(one => one !== ref).sort();
}
