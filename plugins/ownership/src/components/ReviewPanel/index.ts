export {
  ConfirmOwnershipDialog,
  type OwnershipDialogProps,
} from './ConfirmOwnershipDialog';
export { HandOverDialog } from './HandOverDialog';
export { ReviewPanel } from './ReviewPanel';
