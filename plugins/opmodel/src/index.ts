/**
 * The home page of Opmodel (what needs attention, my teams' services, and what the portal knows) and its operator's page.
 *
 * @packageDocumentation
 */
export { opmodelAcceptancesTranslationRef } from '@opmodel/backstage-plugin-opmodel-react';
export { opmodelOperationsTranslationRef } from './operationsTranslation';
export {
  opmodelPlugin,
  OpmodelAcceptancesPage,
  OpmodelHomePage,
  OpmodelOperationsPage,
} from './plugin';
export { opmodelHomeTranslationRef } from './translation';
