/**
 * Delivery facts from git histories for Opmodel.
 *
 * @packageDocumentation
 */
export { opmodelModuleGit as default } from './module';
