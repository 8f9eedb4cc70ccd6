/**
 * Incidents from PagerDuty webhooks for Opmodel.
 *
 * @packageDocumentation
 */
export { opmodelModulePagerduty as default } from './module';
