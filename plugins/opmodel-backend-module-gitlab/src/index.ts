/**
 * Delivery facts and incidents from GitLab webhooks for Opmodel.
 *
 * @packageDocumentation
 */
export { opmodelModuleGitlab as default } from './module';
