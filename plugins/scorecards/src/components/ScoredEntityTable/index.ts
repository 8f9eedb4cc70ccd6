export {
  scoredEntityColumns,
  type ScoredEntityColumnId,
} from './scoredEntityColumns';
export {
  ScoredEntityTable,
  type ScoredEntityTableProps,
} from './ScoredEntityTable';
export { useScoredEntityColumnNames } from './useScoredEntityColumnNames';
