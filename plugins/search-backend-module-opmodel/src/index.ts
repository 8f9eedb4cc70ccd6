/**
 * Makes teams, decisions, service level objectives, scorecards and technical debt of the operating model findable.
 *
 * @packageDocumentation
 */
export { searchModuleOpmodel as default } from './module';
