export { AttestDialog, type AttestDialogProps } from './AttestDialog';
