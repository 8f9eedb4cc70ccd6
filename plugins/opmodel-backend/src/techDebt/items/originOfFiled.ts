import type { DebtItem } from '@opmodel/backstage-plugin-opmodel-common';
import type { DebtCaller } from './DebtCaller';

/** The subject of the plugin that runs templates. */
const SCAFFOLDER = 'plugin:scaffolder';

/**
 * Where an item comes from that somebody files. Nobody chooses it: the token of a plugin is signed by that plugin, so that it is the platform
 * which says that a template asks, in the name of a person or in its own.
 */
export function originOfFiled({
  ref,
  actor,
}: Pick<DebtCaller, 'ref' | 'actor'>): DebtItem['origin'] {
  return (actor ?? ref) === SCAFFOLDER
    ? { type: 'scaffolder' }
    : { type: 'person' };
}
