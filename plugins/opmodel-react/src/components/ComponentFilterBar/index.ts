export {
  ComponentFilterBar,
  type ComponentFilterBarProps,
} from './ComponentFilterBar';
export {
  countComponentFilters,
  emptyComponentFilter,
  readComponentFilter,
  toComponentQuery,
  writeComponentFilter,
  type ComponentFilter,
} from './componentFilter';
export { TextFilter, type TextFilterProps } from './TextFilter';
