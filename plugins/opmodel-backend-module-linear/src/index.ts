/**
 * Work items from Linear webhooks for Opmodel.
 *
 * @packageDocumentation
 */
export { opmodelModuleLinear as default } from './module';
