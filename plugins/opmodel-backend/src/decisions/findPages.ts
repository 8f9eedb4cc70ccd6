import {
  type OwnershipContact,
  readContacts,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogEntity } from '../catalog/CatalogStore';
import { findOnCallAnnotation } from '../ownership/onCallAnnotations';

/** How whoever is on call is reached. */
export interface FoundPages {
  source: 'team_api' | 'annotation';
  contacts: OwnershipContact[];
  /** Name of the channel or annotation. */
  via: string;
  url: string | null;
}

/**
 * How somebody is paged for an entity where no path says it: by a channel for that of the owner's Team API, or by an annotation for an
 * on-call system, the entity's own before that of its owner.
 *
 * @param owner - absent: it has none that may be seen
 */
export function findPages(
  entity: CatalogEntity,
  owner: CatalogEntity | undefined,
): FoundPages | null {
  const channels = owner
    ? readContacts(owner.document, owner.annotations).filter(
        ({ type }) => type === 'page',
      )
    : [];
  const annotated = [entity, owner].flatMap(one => {
    const key = one && findOnCallAnnotation(one);
    return key ? [{ key, value: one.annotations[key] }] : [];
  });
  const contacts = [
    ...channels,
    ...annotated.slice(0, 1).map(
      ({ key, value }): OwnershipContact => ({
        type: 'page',
        label: key,
        value,
        url: null,
        source: 'annotation',
      }),
    ),
  ];
  if (contacts.length === 0) {
    return null;
  }
  const [{ label, url }] = contacts;
  const source = channels.length > 0 ? 'team_api' : 'annotation';
  return { source, contacts, via: label, url };
}
