/**
 * The home page of Opmodel: what needs attention, my teams' services, and what the portal knows.
 *
 * @packageDocumentation
 */
export { opmodelPlugin, OpmodelHomePage } from './plugin';
export { opmodelHomeTranslationRef } from './translation';
