import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { FactProvider } from './FactProvider';

/** Lets a module register what tells facts of entities. */
export interface FactProvidersExtensionPoint {
  /**
   * @throws ConflictError when a provider of that id is registered already
   */
  addFactProvider(...providers: FactProvider[]): void;
}

/** The extension point of the `opmodel` plugin by which modules register providers of facts. */
export const opmodelFactProvidersExtensionPoint =
  createExtensionPoint<FactProvidersExtensionPoint>({
    id: 'opmodel.factProviders',
  });
