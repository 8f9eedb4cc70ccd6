/**
 * x
 *
 * @packageDocumentation
 */
export {};
