/**
 * Kinds, annotations and relations of the operating model for the catalog.
 *
 * @packageDocumentation
 */
export { catalogModuleOpmodel as default } from './module';
export {
  type DocumentPath,
  type DocumentProblem,
  printProblem,
} from './documents/DocumentProblem';
export type { ValidatedDocument } from './documents/validateDocument';
export * from './documents/validateOperatingDocuments';
export * from './documents/validateTeamApi';
export * from './documents/validateTechDebtRegister';
