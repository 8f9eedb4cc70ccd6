import type { DebtLink } from '@opmodel/backstage-plugin-opmodel-common';
import type { Visibility } from '../../catalog/Visibility';
import type { NamedEntities, NamedEntity } from '../../decisions/NamedEntities';

/** How what items name is called, as far as somebody may see it. */
export interface DebtNames {
  /** Undefined: it may not be seen. */
  get(ref: string): NamedEntity | undefined;
  /** Whether a link may be shown: it leads to no entity, or to one that may be seen. */
  isShown(link: Pick<DebtLink, 'type' | 'ref'>): boolean;
}

/** The entity of the catalog that a link leads to; undefined: none. */
export function entityOfLink({
  type,
  ref,
}: Pick<DebtLink, 'type' | 'ref'>): string | undefined {
  switch (type) {
    case 'slo':
      return ref;
    case 'check':
      return ref.split('#')[0];
    default:
      return undefined;
  }
}

/** Reads how what is named is called, with one question for all of it. */
export async function readDebtNames(
  names: Pick<NamedEntities, 'read'>,
  named: { refs: readonly string[]; links: readonly DebtLink[] },
  reads: Visibility,
): Promise<DebtNames> {
  const linked = named.links.flatMap(link => entityOfLink(link) ?? []);
  const known = await names.read([...named.refs, ...linked], reads);
  return {
    get: ref => known.get(ref),
    isShown: link => {
      const ref = entityOfLink(link);
      return ref === undefined || known.has(ref);
    },
  };
}
