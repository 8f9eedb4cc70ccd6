/**
 * The vocabulary of Opmodel: types, permissions, pure calculations and the typed API client.
 *
 * @packageDocumentation
 */
export * from './intake/observation';
export * from './permissions';
export * from './client/OpmodelApi';
export * from './client/OpmodelClient';
