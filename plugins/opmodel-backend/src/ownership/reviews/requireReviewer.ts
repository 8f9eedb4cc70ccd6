import { ConflictError, InputError, NotAllowedError } from '@backstage/errors';
import {
  opmodelOwnershipReviewPermission,
  type OwnershipDefinition,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogEntity, CatalogStore } from '../../catalog/CatalogStore';
import { readGroupsAbove } from '../../catalog/readGroupsAbove';
import {
  type OwnershipCaller,
  requireOwnershipPerson,
} from '../OwnershipCaller';
import { answersFor } from './ReviewDescriber';

/**
 * Makes sure that somebody may confirm or hand over the ownership of an entity.
 *
 * @param entity - that the caller may see
 * @throws NotAllowedError for a service, without the permission, and for whoever does not answer for the entity
 * @throws InputError when it is of a kind that nobody owns
 * @throws ConflictError when nobody owns it
 */
export async function requireReviewer(
  entity: CatalogEntity,
  caller: OwnershipCaller,
  options: { catalog: CatalogStore; definition: OwnershipDefinition },
): Promise<{ person: string; ownerRef: string }> {
  const { catalog, definition } = options;
  const { ref, kind, ownerRef } = entity;
  const person = requireOwnershipPerson(caller, 'review ownership');
  if (!(await catalog.getEntity(ref, caller.reviews))) {
    throw new NotAllowedError(
      `This takes the permission ${opmodelOwnershipReviewPermission.name} for '${ref}'`,
    );
  }
  if (!definition.kinds.includes(kind)) {
    throw new InputError(
      `'kind' must be one whose ownership is reviewed (${definition.kinds.join(
        ', ',
      )}), got '${kind}'`,
    );
  }
  if (ownerRef === undefined) {
    throw new ConflictError(
      `Nobody owns '${ref}', so nobody can speak for its owner; name one in its spec.owner first`,
    );
  }
  const tree = await readGroupsAbove(catalog, [
    ownerRef,
    ...caller.ownershipRefs,
  ]);
  if (!answersFor(caller, ownerRef, tree)) {
    throw new NotAllowedError(
      `Only those who are in the group that owns '${ref}', or in a group above it, speak for its owner; ${person} is in none of them`,
    );
  }
  return { person, ownerRef };
}
