/**
 * The demo organisation: its catalog, and a year of events made from a seed.
 *
 * @packageDocumentation
 */
export { demoPlugin as default } from './plugin';
