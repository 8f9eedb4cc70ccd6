import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { SliSource } from './SliSource';

/** Lets a module register what measures service levels in one kind of system. */
export interface SliSourcesExtensionPoint {
  /**
   * @throws ConflictError when a source of that type is registered already
   */
  addSliSource(...sources: SliSource[]): void;
}

/** The extension point of the `opmodel` plugin by which modules register sources of service level indicators. */
export const opmodelSliSourcesExtensionPoint =
  createExtensionPoint<SliSourcesExtensionPoint>({
    id: 'opmodel.sliSources',
  });
