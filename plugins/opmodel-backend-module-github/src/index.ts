/**
 * Delivery facts from GitHub webhooks for Opmodel.
 *
 * @packageDocumentation
 */
export { opmodelModuleGithub as default } from './module';
