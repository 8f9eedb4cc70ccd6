/**
 * Service level indicators from Prometheus for Opmodel.
 *
 * @packageDocumentation
 */
export { opmodelModulePrometheus as default } from './module';
