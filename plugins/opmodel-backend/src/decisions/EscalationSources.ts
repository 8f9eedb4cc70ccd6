import type { EscalationSource } from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogEntity } from '../catalog/CatalogStore';

/** Finds how somebody is called when an entity burns, from what the snapshot holds; no vendor is asked. */
export type FindEscalation = (entity: CatalogEntity) => EscalationSource | null;

/** Knows the escalation paths of the organisation. */
export interface EscalationSources {
  /** Reads all paths once, for the engine's own work on many entities. */
  load(): Promise<FindEscalation>;
}
