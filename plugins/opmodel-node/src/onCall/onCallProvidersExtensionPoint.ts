import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { OnCallProvider } from './OnCallProvider';

/** Lets a module register what asks one on-call system. */
export interface OnCallProvidersExtensionPoint {
  /**
   * @throws ConflictError when a provider of that id, or for that annotation, is registered already
   */
  addOnCallProvider(...providers: OnCallProvider[]): void;
}

/** The extension point of the `opmodel` plugin by which modules register on-call systems. */
export const opmodelOnCallProvidersExtensionPoint =
  createExtensionPoint<OnCallProvidersExtensionPoint>({
    id: 'opmodel.onCallProviders',
  });
