/**
 * Makes teams, decisions and service level objectives of the operating model findable.
 *
 * @packageDocumentation
 */
export { searchModuleOpmodel as default } from './module';
