/**
 * OpenSLO documents: read, check, convert, resolve and write them.
 *
 * @packageDocumentation
 */
export * from './convert/convertToV1';
export * from './document/OpenSloDocument';
export * from './document/OpenSloPath';
export * from './document/OpenSloProblem';
export * from './document/parseOpenSlo';
export type { OpenSloParse } from './document/Reading';
export * from './duration/parseDuration';
export * from './resolve/indexDocuments';
export * from './resolve/ResolvedSlo';
export * from './resolve/resolveSlo';
export type { OpenSloMode } from './validate/Findings';
export {
  openSloRules,
  type OpenSloRule,
  type OpenSloRuleId,
} from './validate/rules';
export * from './validate/validateOpenSlo';
export * from './versions/v1';
export * from './versions/v1alpha';
export * from './versions/v2alpha';
export * from './write/formatOpenSlo';
export * from './write/writeOpenSlo';
export {
  CONVERTED_FROM_ANNOTATION,
  UNCONVERTED_ANNOTATION,
} from './convert/Conversion';
