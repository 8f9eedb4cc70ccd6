/**
 * Work items from Jira webhooks for Opmodel.
 *
 * @packageDocumentation
 */
export { opmodelModuleJira as default } from './module';
