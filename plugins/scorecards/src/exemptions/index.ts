export { ExemptionsPage } from './ExemptionsPage';
export {
  RequestExemptionDialog,
  type RequestExemptionDialogProps,
} from './RequestExemptionDialog';
export { scorecardExemptionsTranslationRef } from './translation';
