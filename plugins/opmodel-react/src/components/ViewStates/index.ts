export { EmptyState, type EmptyStateProps } from './EmptyState';
export { ErrorState } from './ErrorState';
export {
  LoadingRegion,
  PanelSkeleton,
  RowsSkeleton,
  TilesSkeleton,
} from './LoadingSkeletons';
export { NoPermission } from './NoPermission';
export { QueryView, type QueryViewProps } from './QueryView';
export { Snippet } from './Snippet';
export { StaleNotice } from './StaleNotice';
