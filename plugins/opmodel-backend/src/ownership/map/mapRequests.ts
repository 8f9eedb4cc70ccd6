import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { OwnershipMap } from '@opmodel/backstage-plugin-opmodel-common';
import type { Visibility } from '../../catalog/Visibility';

/** Which part of the map is asked for. */
export interface MapRequest {
  view: OwnershipMap['view'];
  /** In lower case; absent: the top. */
  rootRef?: string;
  /** In lower case. */
  focusRef?: string;
  depth: number;
  limit: number;
}

/** What may be told to somebody. */
export interface MapAccess {
  visibility: Visibility;
  /** Of incidents and deployments; null: nothing of them. */
  deliveries: Visibility | null;
}

/**
 * The ref that a parameter names, as the snapshot keeps it.
 *
 * @throws InputError naming the parameter
 */
export function readMapRef(
  name: string,
  value: string | undefined,
): string | undefined {
  if (value === undefined) {
    return undefined;
  }
  try {
    return stringifyEntityRef(parseEntityRef(value));
  } catch {
    throw new InputError(
      `'${name}' must be an entity ref such as group:default/payments`,
    );
  }
}
