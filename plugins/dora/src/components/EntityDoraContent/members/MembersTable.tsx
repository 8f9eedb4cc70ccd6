import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import TableBody from '@material-ui/core/TableBody';
import type {
  DoraMember,
  DoraReport,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  moveBetweenRows,
  Panel,
  useDenseTableStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useState } from 'react';
import { fleetRouteRef } from '../../../routes';
import { doraTranslationRef } from '../../../translation';
import { MemberRow } from './MemberRow';
import { SortHeader } from './SortHeader';

type MemberOrder =
  | 'attention'
  | 'name'
  | 'leadTime'
  | 'frequency'
  | 'failRate'
  | 'recovery'
  | 'rework'
  | 'incidents'
  | 'last';

/** The components of a roll-up, those that need attention most first. */
export function MembersTable(props: { report: DoraReport }) {
  const { scope, members, membersTotal, window } = props.report;
  const { t } = useTranslationRef(doraTranslationRef);
  const formats = useFormats();
  const table = useDenseTableStyles();
  const [order, setOrder] = useState<MemberOrder>('attention');
  const fleetPath = useFleetPath(scope);
  const header = (id: MemberOrder, label: string, isNumber = false) => (
    <SortHeader
      label={label}
      isNumber={isNumber}
      isSorted={order === id}
      onSort={() => setOrder(order === id ? 'attention' : id)}
    />
  );
  return (
    <Panel
      flush
      title={t('members.title')}
      actions={
        <span>
          {membersTotal > members.length && (
            <span className={table.quiet}>
              {t('members.shownByNeed', {
                shown: formats.count(members.length),
                total: formats.count(membersTotal),
              })}{' '}
            </span>
          )}
          {fleetPath && <Link to={fleetPath}>{t('members.all')}</Link>}
        </span>
      }
    >
      <div className={table.scroll}>
        <table className={table.table} aria-label={t('members.title')}>
          <thead>
            <tr>
              {header('name', t('members.component'))}
              <th scope="col">{t('members.owner')}</th>
              <th scope="col">{t('members.tier')}</th>
              {header('leadTime', t('members.leadTime'), true)}
              <th scope="col">{t('members.change')}</th>
              {header('frequency', t('members.frequency'), true)}
              <th scope="col">{t('members.trend')}</th>
              {header('failRate', t('members.failRate'), true)}
              {header('recovery', t('members.recovery'), true)}
              {header('rework', t('members.rework'), true)}
              {header('incidents', t('members.incidents'), true)}
              {header('last', t('members.last'))}
              <th scope="col">{t('members.state')}</th>
            </tr>
          </thead>
          <TableBody onKeyDown={moveBetweenRows}>
            {sortMembers(members, order).map(member => (
              <MemberRow
                key={member.entityRef}
                member={member}
                zone={window.zone}
              />
            ))}
          </TableBody>
        </table>
      </div>
    </Panel>
  );
}

/** Members in another order; those without a value come last. */
function sortMembers(members: DoraMember[], order: MemberOrder): DoraMember[] {
  const valueOf: Record<
    MemberOrder,
    ((member: DoraMember) => number | null) | undefined
  > = {
    attention: undefined,
    name: undefined,
    leadTime: member => member.leadTimeMedian,
    frequency: member => member.deploymentsPerWeek,
    failRate: member => member.changeFailRate,
    recovery: member => member.recoveryMedian,
    rework: member => member.reworkRate,
    incidents: member => member.incidents,
    last: member =>
      member.lastDeploymentAt ? Date.parse(member.lastDeploymentAt) : null,
  };
  if (order === 'name') {
    return [...members].sort((a, b) => a.title.localeCompare(b.title));
  }
  const value = valueOf[order];
  return value
    ? [...members].sort(
        (a, b) => (value(b) ?? -Infinity) - (value(a) ?? -Infinity),
      )
    : members;
}

/** The fleet page with what belongs to the scope; undefined in an app without it. */
function useFleetPath(scope: DoraReport['scope']): string | undefined {
  const fleetRoute = useRouteRef(fleetRouteRef);
  if (!fleetRoute) {
    return undefined;
  }
  const filter: Record<string, string> = {
    group: 'owner',
    system: 'system',
    domain: 'domain',
  };
  const name = filter[scope.kind.toLocaleLowerCase('en-US')];
  return name
    ? `${fleetRoute()}?${new URLSearchParams({ [name]: scope.ref })}`
    : fleetRoute();
}
