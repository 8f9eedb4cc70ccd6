export { AcceptanceDrawer } from './AcceptanceDrawer';
export { AcceptanceTable } from './AcceptanceTable';
export { opmodelAcceptancesTranslationRef } from './translation';
export { riskLevels, useAcceptanceWords } from './useAcceptanceWords';
