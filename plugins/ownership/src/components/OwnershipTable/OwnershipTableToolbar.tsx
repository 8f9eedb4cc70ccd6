import { makeStyles } from '@material-ui/core/styles';
import {
  ColumnChooser,
  CopyLinkButton,
  DensitySwitch,
  type TableView,
} from '@opmodel/backstage-plugin-opmodel-react';
import type { ReactNode } from 'react';
import { ownershipTable, type OwnershipColumnId } from './ownershipColumns';
import { useOwnershipColumnNames } from './useOwnershipColumnNames';

const useStyles = makeStyles(theme => ({
  toolbar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0, 1),
    '@media print': { display: 'none' },
  },
}));

/** How the table shows its rows, and what else can be done with them. */
export function OwnershipTableToolbar(props: {
  view: TableView<OwnershipColumnId>;
  onShow: (change: Partial<TableView<OwnershipColumnId>>) => void;
  children?: ReactNode;
}) {
  const { view, onShow, children } = props;
  const classes = useStyles();
  const names = useOwnershipColumnNames();
  return (
    <div className={classes.toolbar}>
      <DensitySwitch
        density={view.density}
        onChange={density => onShow({ density })}
      />
      <ColumnChooser
        table={ownershipTable}
        names={names}
        columns={view.columns}
        onChange={columns => onShow({ columns })}
      />
      <CopyLinkButton />
      {children}
    </div>
  );
}
