export { ColumnChooser, type ColumnChooserProps } from './ColumnChooser';
export { CopyLinkButton } from './CopyLinkButton';
export { DensitySwitch } from './DensitySwitch';
export {
  readTableView,
  writeTableView,
  type TableColumns,
  type TableDensity,
  type TableView,
} from './tableView';
