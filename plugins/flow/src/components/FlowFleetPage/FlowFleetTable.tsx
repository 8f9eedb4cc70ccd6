import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import TableBody from '@material-ui/core/TableBody';
import { makeStyles } from '@material-ui/core/styles';
import type { FlowMember } from '@opmodel/backstage-plugin-opmodel-common';
import {
  moveBetweenRows,
  Sparkline,
  StateChip,
  useDenseTableStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useFlowTabPath } from '../../entity/useFlowTabPath';
import type { FleetSort } from '../../hooks/useFleetParams';
import { flowTranslationRef } from '../../translation';

type SortField = 'name' | 'cycleTime' | 'throughput' | 'wip' | 'oldest';

const useStyles = makeStyles(theme => ({
  sort: {
    appearance: 'none',
    border: 'none',
    background: 'none',
    padding: 0,
    font: 'inherit',
    color: 'inherit',
    textAlign: 'inherit',
    cursor: 'pointer',
    borderRadius: 2,
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: 2,
    },
  },
}));

/** One page of the fleet, a row a component. */
export function FlowFleetTable(props: {
  members: FlowMember[];
  sort: FleetSort;
  onSort: (sort: FleetSort) => void;
}) {
  const { members, sort, onSort } = props;
  const { t } = useTranslationRef(flowTranslationRef);
  const classes = useStyles();
  const table = useDenseTableStyles();
  const columns: Array<{ field: SortField; label: string; isNumber: boolean }> =
    [
      { field: 'name', label: t('members.component'), isNumber: false },
      { field: 'cycleTime', label: t('metric.cycleTime'), isNumber: true },
      { field: 'throughput', label: t('metric.throughput'), isNumber: true },
      { field: 'wip', label: t('metric.wip'), isNumber: true },
      { field: 'oldest', label: t('members.oldest'), isNumber: true },
    ];
  return (
    <div className={table.scroll}>
      <table className={table.table} aria-label={t('fleet.title')}>
        <thead>
          <tr>
            {columns.map(({ field, label, isNumber }) => (
              <th
                key={field}
                scope="col"
                className={isNumber ? table.number : undefined}
                aria-sort={ariaSort(field, sort)}
              >
                <button
                  type="button"
                  className={classes.sort}
                  onClick={() => onSort(nextSort(field, sort))}
                >
                  {label}
                  {arrowOf(field, sort)}
                </button>
              </th>
            ))}
            <th scope="col">{t('members.owner')}</th>
            <th scope="col">{t('members.trend')}</th>
            <th scope="col">{t('members.state')}</th>
          </tr>
        </thead>
        <TableBody onKeyDown={moveBetweenRows}>
          {members.map(member => (
            <FleetRow key={member.entityRef} member={member} />
          ))}
        </TableBody>
      </table>
    </div>
  );
}

function FleetRow(props: { member: FlowMember }) {
  const { member } = props;
  const { t } = useTranslationRef(flowTranslationRef);
  const formats = useFormats();
  const table = useDenseTableStyles();
  const tabPath = useFlowTabPath();
  return (
    <tr>
      <th scope="row">
        <Link to={tabPath(member.entityRef)}>{member.title}</Link>
      </th>
      <td className={table.number}>
        {formats.duration(member.cycleTimeMedian)}
      </td>
      <td className={table.number}>{formats.count(member.throughput)}</td>
      <td className={table.number}>{formats.count(member.wip)}</td>
      <td className={table.number}>{formats.duration(member.oldestAge)}</td>
      <td>
        {member.ownerRef ? (
          <EntityRefLink entityRef={member.ownerRef} defaultKind="group" />
        ) : (
          <span className={table.quiet}>{t('members.unowned')}</span>
        )}
      </td>
      <td>
        <Sparkline
          kind="bar"
          series="completed"
          width={96}
          height={22}
          values={member.weeklyCompleted}
          label={t('trend.weekly', { label: member.title })}
        />
      </td>
      <td>
        {member.state === 'ok' ? (
          <span className={table.quiet}>{t('members.known')}</span>
        ) : (
          <StateChip
            state={member.state}
            count={member.state === 'thin' ? member.cycleTimeN : undefined}
          />
        )}
      </td>
    </tr>
  );
}

/** Durations and counts begin with the largest; names with the first. Choosing a column again turns it round. */
function nextSort(field: SortField, sort: FleetSort): FleetSort {
  const first: FleetSort = field === 'name' ? 'name' : `-${field}`;
  const second: FleetSort = field === 'name' ? '-name' : field;
  return sort === first ? second : first;
}

function ariaSort(
  field: SortField,
  sort: FleetSort,
): 'ascending' | 'descending' | 'none' {
  if (sort === field) {
    return 'ascending';
  }
  return sort === `-${field}` ? 'descending' : 'none';
}

function arrowOf(field: SortField, sort: FleetSort): string {
  if (sort === field) {
    return ' ↑';
  }
  return sort === `-${field}` ? ' ↓' : '';
}
