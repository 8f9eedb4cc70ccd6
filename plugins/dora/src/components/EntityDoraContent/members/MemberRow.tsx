import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { DoraMember } from '@opmodel/backstage-plugin-opmodel-common';
import {
  ChangeNote,
  NO_VALUE,
  RelativeTime,
  Sparkline,
  StateChip,
  useDenseTableStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useDoraTabPath } from '../../../entity/useDoraTabPath';
import { doraTranslationRef } from '../../../translation';

/** One component of a roll-up. */
export function MemberRow(props: { member: DoraMember; zone: string }) {
  const { member, zone } = props;
  const { t } = useTranslationRef(doraTranslationRef);
  const formats = useFormats();
  const table = useDenseTableStyles();
  const tabPath = useDoraTabPath();
  const unknown = <span className={table.quiet}>{NO_VALUE}</span>;
  return (
    <tr>
      <th scope="row">
        <Link to={tabPath(member.entityRef)}>{member.title}</Link>
        {member.openDisputes > 0 && (
          <>
            {' '}
            <StateChip
              state="attention"
              label={t('band.disputed', { count: member.openDisputes })}
            />
          </>
        )}
      </th>
      <td>
        {member.ownerRef ? (
          <EntityRefLink entityRef={member.ownerRef} defaultKind="group" />
        ) : (
          <span className={table.quiet}>{t('members.unowned')}</span>
        )}
      </td>
      <td>{member.tier ?? unknown}</td>
      <td className={table.number}>
        {member.leadTimeMedian === null ? (
          unknown
        ) : (
          <>
            {`≈ ${formats.duration(member.leadTimeMedian)} `}
            <span className={table.quiet}>
              ({formats.count(member.leadTimeN)})
            </span>
          </>
        )}
      </td>
      <td>
        {member.leadTimeChange ? (
          <ChangeNote kind="duration" change={member.leadTimeChange} />
        ) : (
          unknown
        )}
      </td>
      <td className={table.number}>
        {member.deploymentsPerWeek === null
          ? unknown
          : formats.rateNumber(member.deploymentsPerWeek)}
      </td>
      <td>
        {member.deployments === null ? (
          unknown
        ) : (
          <Sparkline
            kind="bar"
            series="deployments"
            width={96}
            height={22}
            values={member.weeklyDeployments}
            label={t('trend.weekly', { label: member.title })}
          />
        )}
      </td>
      <td className={table.number}>
        {member.changeFailRate === null ? (
          unknown
        ) : (
          <>
            {formats.share(member.changeFailRate)}{' '}
            <span className={table.quiet}>
              ({formats.count(member.failedDeployments)})
            </span>
          </>
        )}
      </td>
      <td className={table.number}>
        {member.recoveryMedian === null ? (
          unknown
        ) : (
          <>
            {`≈ ${formats.duration(member.recoveryMedian)} `}
            <span className={table.quiet}>
              ({formats.count(member.recoveryN)})
            </span>
          </>
        )}
      </td>
      <td className={table.number}>
        {member.reworkRate === null
          ? unknown
          : formats.share(member.reworkRate)}
      </td>
      <td className={table.number}>
        {member.incidents === null ? unknown : formats.count(member.incidents)}
      </td>
      <td>
        {member.lastDeploymentAt ? (
          <RelativeTime instant={member.lastDeploymentAt} zone={zone} />
        ) : (
          <span className={table.quiet}>{t('members.never')}</span>
        )}
      </td>
      <td>
        {member.state === 'ok' ? (
          <span className={table.quiet}>{t('members.known')}</span>
        ) : (
          <StateChip
            state={member.state}
            count={
              member.state === 'thin' ? member.deployments ?? 0 : undefined
            }
          />
        )}
      </td>
    </tr>
  );
}
