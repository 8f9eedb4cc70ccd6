/**
 * Makes teams and decisions of the operating model findable.
 *
 * @packageDocumentation
 */
export { searchModuleOpmodel as default } from './module';
