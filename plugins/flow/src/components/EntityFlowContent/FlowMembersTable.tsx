import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import TableBody from '@material-ui/core/TableBody';
import type { FlowReport } from '@opmodel/backstage-plugin-opmodel-common';
import {
  moveBetweenRows,
  NO_VALUE,
  Panel,
  Sparkline,
  StateChip,
  useDenseTableStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useFlowTabPath } from '../../entity/useFlowTabPath';
import { flowTranslationRef } from '../../translation';

/** The components of a roll-up, those that need attention most first. */
export function FlowMembersTable(props: { report: FlowReport }) {
  const { members, membersTotal } = props.report;
  const { t } = useTranslationRef(flowTranslationRef);
  const formats = useFormats();
  const table = useDenseTableStyles();
  const tabPath = useFlowTabPath();
  return (
    <Panel
      flush
      title={t('members.title')}
      actions={
        membersTotal > members.length && (
          <span className={table.quiet}>
            {t('members.shown', {
              shown: formats.count(members.length),
              total: formats.count(membersTotal),
            })}
          </span>
        )
      }
    >
      <div className={table.scroll}>
        <table className={table.table} aria-label={t('members.title')}>
          <thead>
            <tr>
              <th scope="col">{t('members.component')}</th>
              <th scope="col">{t('members.owner')}</th>
              <th scope="col" className={table.number}>
                {t('metric.cycleTime')}
              </th>
              <th scope="col" className={table.number}>
                {t('metric.throughput')}
              </th>
              <th scope="col" className={table.number}>
                {t('metric.wip')}
              </th>
              <th scope="col" className={table.number}>
                {t('members.oldest')}
              </th>
              <th scope="col" className={table.number}>
                {t('members.blocked')}
              </th>
              <th scope="col">{t('members.trend')}</th>
              <th scope="col">{t('members.state')}</th>
            </tr>
          </thead>
          <TableBody onKeyDown={moveBetweenRows}>
            {members.map(member => (
              <tr key={member.entityRef}>
                <th scope="row">
                  <Link to={tabPath(member.entityRef)}>{member.title}</Link>
                </th>
                <td>
                  {member.ownerRef ? (
                    <EntityRefLink
                      entityRef={member.ownerRef}
                      defaultKind="group"
                    />
                  ) : (
                    <span className={table.quiet}>{t('members.unowned')}</span>
                  )}
                </td>
                <td className={table.number}>
                  {formats.duration(member.cycleTimeMedian)}{' '}
                  <span className={table.quiet}>
                    ({formats.count(member.cycleTimeN)})
                  </span>
                </td>
                <td className={table.number}>
                  {formats.count(member.throughput)}
                </td>
                <td className={table.number}>{formats.count(member.wip)}</td>
                <td className={table.number}>
                  {formats.duration(member.oldestAge)}
                </td>
                <td className={table.number}>
                  {formats.count(member.blocked)}
                </td>
                <td>
                  {member.weeklyCompleted.every(week => week === null) ? (
                    NO_VALUE
                  ) : (
                    <Sparkline
                      kind="bar"
                      series="completed"
                      width={96}
                      height={22}
                      values={member.weeklyCompleted}
                      label={t('trend.weekly', { label: member.title })}
                    />
                  )}
                </td>
                <td>
                  {member.state === 'ok' ? (
                    <span className={table.quiet}>{t('members.known')}</span>
                  ) : (
                    <StateChip
                      state={member.state}
                      count={
                        member.state === 'thin' ? member.cycleTimeN : undefined
                      }
                    />
                  )}
                </td>
              </tr>
            ))}
          </TableBody>
        </table>
      </div>
    </Panel>
  );
}
