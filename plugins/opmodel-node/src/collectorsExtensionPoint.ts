import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { Collector } from './Collector';

/** Lets a module register the collectors of one outside system. */
export interface CollectorsExtensionPoint {
  /**
   * @throws ConflictError when a collector of that id is registered already
   */
  addCollector(...collectors: Collector[]): void;
}

/** The extension point of the `opmodel` plugin by which modules register collectors. */
export const opmodelCollectorsExtensionPoint =
  createExtensionPoint<CollectorsExtensionPoint>({ id: 'opmodel.collectors' });
