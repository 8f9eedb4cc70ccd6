import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import type { DoraFleetPage } from '@opmodel/backstage-plugin-opmodel-common';
import {
  ColumnChooser,
  CopyLinkButton,
  DensitySwitch,
  EmptyState,
  ErrorState,
  Panel,
  QueryView,
  RowExportMenu,
  RowExportProgress,
  type QueryState,
  type RowExportRun,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useFleetExport } from '../../hooks/fleet/useFleetExport';
import type { FleetViewState } from '../../hooks/fleet/useFleetView';
import { doraFleetTranslationRef } from './doraFleetTranslationRef';
import { fleetTable } from './fleetColumns';
import { FleetPaging } from './FleetPaging';
import { FleetTable, FleetTableSkeleton } from './FleetTable';
import { countFilters, emptyFleetFilter } from './fleetView';
import { useFleetColumnChoices } from './useFleetColumnNames';

const useStyles = makeStyles(theme => ({
  toolbar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0, 1),
    '@media print': { display: 'none' },
    '& .MuiButton-root': { textTransform: 'none' },
  },
  progress: { padding: theme.spacing(0, 2) },
}));

const componentSnippet = `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: my-service
spec:
  type: service
  lifecycle: production
  owner: group:default/my-team`;

/** Props of {@link FleetRows}. */
export interface FleetRowsProps {
  state: FleetViewState;
  fleet: QueryState<DoraFleetPage>;
}

/** The table with what belongs to it: columns, density, link, export, pages. */
export function FleetRows(props: FleetRowsProps) {
  const { state, fleet } = props;
  const { view } = state;
  const { t } = useTranslationRef(doraFleetTranslationRef);
  const classes = useStyles();
  const exporting = useFleetExport(view);
  const total = fleet.data?.totalItems;

  if (fleet.phase === 'failed') {
    return <ErrorState error={fleet.error} onRetry={fleet.retry} />;
  }
  if (total === 0) {
    return <NoRows state={state} />;
  }
  return (
    <Panel
      flush
      title={total === undefined ? ' ' : t('table.caption', { count: total })}
      actions={
        <Toolbar state={state} totalRows={total ?? 0} exporting={exporting} />
      }
    >
      <div className={classes.progress}>
        <RowExportProgress run={exporting} />
      </div>
      <QueryView
        query={fleet}
        subject={t('page.subject')}
        skeleton={<FleetTableSkeleton view={view} />}
      >
        {page => (
          <>
            <FleetTable
              view={view}
              page={page}
              onSort={sort => state.select({ sort })}
            />
            <FleetPaging
              view={view}
              page={page}
              onTurn={state.turnTo}
              onRowsPerPage={rowsPerPage => state.select({ rowsPerPage })}
            />
          </>
        )}
      </QueryView>
    </Panel>
  );
}

function Toolbar(props: {
  state: FleetViewState;
  totalRows: number;
  exporting: RowExportRun;
}) {
  const { view, show } = props.state;
  const classes = useStyles();
  const names = useFleetColumnChoices();
  return (
    <div className={classes.toolbar}>
      <DensitySwitch
        density={view.density}
        onChange={density => show({ density })}
      />
      <ColumnChooser
        table={fleetTable}
        names={names}
        columns={view.columns}
        onChange={columns => show({ columns })}
      />
      <CopyLinkButton />
      <RowExportMenu run={props.exporting} totalRows={props.totalRows} />
    </div>
  );
}

function NoRows(props: { state: FleetViewState }) {
  const { view, filter } = props.state;
  const { t } = useTranslationRef(doraFleetTranslationRef);
  if (countFilters(view.filter) === 0) {
    return (
      <EmptyState
        title={t('empty.title')}
        description={t('empty.text')}
        step={{ text: t('empty.step'), snippet: componentSnippet }}
      />
    );
  }
  return (
    <EmptyState
      title={t('empty.filteredTitle')}
      description={t('empty.filteredText')}
      step={{ text: t('empty.filteredStep') }}
      action={
        <Button
          variant="outlined"
          size="small"
          onClick={() => filter(emptyFleetFilter)}
        >
          {t('filter.clear')}
        </Button>
      }
    />
  );
}
