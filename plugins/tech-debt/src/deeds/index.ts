export { DeedStatus } from './DeedStatus';
export { MoveMenu } from './MoveMenu';
export { ResolutionDialog } from './ResolutionDialog';
export { asksForResolution, statusAfter } from './statusAfter';
export {
  useDebtDeeds,
  type ChosenDeed,
  type DebtDeeds,
  type DeedItem,
} from './useDebtDeeds';
