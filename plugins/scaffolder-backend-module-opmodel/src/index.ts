/**
 * Software templates that file technical debt in Opmodel.
 *
 * @packageDocumentation
 */
export { scaffolderModuleOpmodel as default } from './module';
