/**
 * Facts of repositories and their files for scorecards of Opmodel.
 *
 * @packageDocumentation
 */
export { opmodelModuleRepository as default } from './module';
