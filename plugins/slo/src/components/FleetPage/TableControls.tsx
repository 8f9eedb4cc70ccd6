import { makeStyles } from '@material-ui/core/styles';
import type { SloPage } from '@opmodel/backstage-plugin-opmodel-common';
import {
  ColumnChooser,
  CopyLinkButton,
  DensitySwitch,
  ExportRows,
  type RowExport,
} from '@opmodel/backstage-plugin-opmodel-react';
import type { FleetParams } from '../../hooks/useFleetParams';
import { sloColumns, useSloColumnNames } from '../SloTable';

const useStyles = makeStyles(theme => ({
  controls: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0, 1),
    '@media print': { display: 'none' },
  },
}));

/** How the table is shown, and its rows as a file. */
export function TableControls(props: {
  params: Pick<FleetParams, 'view' | 'show'>;
  exported: RowExport<SloPage>;
  totalRows: number;
}) {
  const { params, exported, totalRows } = props;
  const { view, show } = params;
  const classes = useStyles();
  const names = useSloColumnNames();
  return (
    <div className={classes.controls}>
      <DensitySwitch
        density={view.density}
        onChange={density => show({ density })}
      />
      <ColumnChooser
        table={sloColumns}
        names={names}
        columns={view.columns}
        onChange={columns => show({ columns })}
      />
      <CopyLinkButton />
      <ExportRows exported={exported} totalRows={totalRows} />
    </div>
  );
}
