/**
 * Pull requests from Bitbucket Cloud webhooks for Opmodel.
 *
 * @packageDocumentation
 */
export { opmodelModuleBitbucket as default } from './module';
