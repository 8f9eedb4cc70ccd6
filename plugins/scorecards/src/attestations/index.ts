export { AttestDialog, type AttestDialogProps } from './AttestDialog';
export { LastAttestation } from './LastAttestation';
export { scorecardAttestationsTranslationRef } from './translation';
