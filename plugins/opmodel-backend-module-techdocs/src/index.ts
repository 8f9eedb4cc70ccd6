/**
 * Facts of documentation in TechDocs for scorecards of Opmodel.
 *
 * @packageDocumentation
 */
export { opmodelModuleTechDocs as default } from './module';
