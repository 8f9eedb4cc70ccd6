import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  EntityRefLink,
  useEntityRefLink,
} from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import type {
  DoraMember,
  DoraProfileId,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  ChangeNote,
  NO_VALUE,
  RelativeTime,
  Sparkline,
  StateChip,
  toWindowQuery,
  useFormats,
  type WindowSelection,
} from '@opmodel/backstage-plugin-opmodel-react';
import { doraFleetTranslationRef } from './doraFleetTranslationRef';
import type { FleetColumnId } from './fleetColumns';

const useStyles = makeStyles(theme => ({
  name: { fontWeight: 500 },
  quiet: { color: theme.palette.text.secondary },
}));

/** Props of {@link FleetCell}. */
export interface FleetCellProps {
  column: FleetColumnId;
  row: DoraMember;
  /** The days shown, which the link to the component keeps. */
  window: WindowSelection;
  /** The definition, which that link keeps, too. */
  profile: DoraProfileId | undefined;
  /** IANA zone of absolute times. */
  zone: string;
}

/** What one component has to say in one column. Nothing known is a dash, never a zero. */
export function FleetCell(props: FleetCellProps): JSX.Element {
  const { column, row, zone } = props;
  const { t } = useTranslationRef(doraFleetTranslationRef);
  const classes = useStyles();
  const formats = useFormats();
  const unknown = <span className={classes.quiet}>{NO_VALUE}</span>;
  const plain = (text: string | null) => (text ? <>{text}</> : unknown);
  const entity = (entityRef: string | null, kind: string, none: string) =>
    entityRef ? (
      <EntityRefLink entityRef={entityRef} defaultKind={kind} hideIcon />
    ) : (
      <span className={classes.quiet}>{none}</span>
    );

  switch (column) {
    case 'name':
      return (
        <ComponentLink
          row={row}
          window={props.window}
          profile={props.profile}
        />
      );
    case 'owner':
      return entity(row.ownerRef, 'group', t('table.noOwner'));
    case 'system':
      return entity(row.systemRef, 'system', t('table.noSystem'));
    case 'type':
      return plain(row.type);
    case 'tier':
      return plain(row.tier);
    case 'lifecycle':
      return plain(row.lifecycle);
    case 'leadTime':
      return row.leadTimeMedian === null ? (
        unknown
      ) : (
        <>
          ≈&nbsp;{formats.duration(row.leadTimeMedian)}{' '}
          <span className={classes.quiet}>
            ({formats.count(row.leadTimeN)})
          </span>
        </>
      );
    case 'leadTimeChange':
      return row.leadTimeChange ? (
        <ChangeNote change={row.leadTimeChange} kind="duration" />
      ) : (
        unknown
      );
    case 'deploymentsPerWeek':
      return plain(
        row.deploymentsPerWeek === null
          ? null
          : formats.rateNumber(row.deploymentsPerWeek),
      );
    case 'deployments':
      return plain(
        row.deployments === null ? null : formats.count(row.deployments),
      );
    case 'weeklyDeployments':
      return row.deployments === null ? unknown : <WeeklyTrend row={row} />;
    case 'changeFailRate':
      return row.changeFailRate === null ? (
        unknown
      ) : (
        <>
          {formats.share(row.changeFailRate)}{' '}
          <span className={classes.quiet}>
            ({formats.count(row.failedDeployments)})
          </span>
        </>
      );
    case 'recovery':
      return row.recoveryMedian === null ? (
        unknown
      ) : (
        <>
          ≈&nbsp;{formats.duration(row.recoveryMedian)}{' '}
          <span className={classes.quiet}>
            ({formats.count(row.recoveryN)})
          </span>
        </>
      );
    case 'reworkRate':
      return plain(
        row.reworkRate === null ? null : formats.share(row.reworkRate),
      );
    case 'incidents':
      return plain(
        row.incidents === null ? null : formats.count(row.incidents),
      );
    case 'disputes':
      return row.openDisputes === 0 ? (
        unknown
      ) : (
        <StateChip state="attention" label={formats.count(row.openDisputes)} />
      );
    case 'lastDeployment':
      return row.lastDeploymentAt ? (
        <RelativeTime instant={row.lastDeploymentAt} zone={zone} />
      ) : (
        <span className={classes.quiet}>{t('table.never')}</span>
      );
    case 'state':
      return <DataState row={row} />;
    default:
      throw new TypeError(`Unknown column '${column satisfies never}'`);
  }
}

function ComponentLink(
  props: Pick<FleetCellProps, 'row' | 'window' | 'profile'>,
) {
  const { row, window, profile } = props;
  const classes = useStyles();
  const entityLink = useEntityRefLink();
  const asked = new URLSearchParams({
    ...toWindowQuery(window),
    ...(profile && { profile }),
  });
  return (
    <Link
      className={classes.name}
      to={`${entityLink(row.entityRef)}/dora?${asked}`}
    >
      {row.title}
    </Link>
  );
}

function WeeklyTrend(props: { row: DoraMember }) {
  const { row } = props;
  const { t } = useTranslationRef(doraFleetTranslationRef);
  const formats = useFormats();
  const values = row.weeklyDeployments
    .map(value =>
      value === null ? t('table.unknownWeek') : formats.count(value),
    )
    .join(', ');
  return (
    <Sparkline
      kind="bar"
      series="deployments"
      width={112}
      height={22}
      values={row.weeklyDeployments}
      label={t('table.trendLabel', { title: row.title, values })}
    />
  );
}

function DataState(props: { row: DoraMember }) {
  const { row } = props;
  const { t } = useTranslationRef(doraFleetTranslationRef);
  const classes = useStyles();
  if (row.state === 'ok') {
    return <span className={classes.quiet}>{t('state.ok')}</span>;
  }
  return (
    <StateChip
      state={row.state}
      count={row.state === 'thin' ? row.deployments ?? 0 : undefined}
    />
  );
}
