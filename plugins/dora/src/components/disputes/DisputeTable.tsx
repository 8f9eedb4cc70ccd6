import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import TableBody from '@material-ui/core/TableBody';
import { makeStyles } from '@material-ui/core/styles';
import type { Dispute } from '@opmodel/backstage-plugin-opmodel-common';
import {
  moveBetweenRows,
  NO_VALUE,
  RelativeTime,
  useDenseTableStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { doraTranslationRef } from '../../translation';
import { useMetricNames } from '../metrics/useMetricNames';
import { DisputeState } from './DisputeState';

const useStyles = makeStyles({
  wrap: { whiteSpace: 'normal', minWidth: 180, overflowWrap: 'anywhere' },
});

/** Disputes, a row each. */
export function DisputeTable(props: {
  disputes: Dispute[];
  zone: string;
  onSettled: () => void;
}) {
  const { t } = useTranslationRef(doraTranslationRef);
  const formats = useFormats();
  const table = useDenseTableStyles();
  const classes = useStyles();
  const names = useMetricNames();
  const show = useDisputedValue();
  return (
    <div className={table.scroll}>
      <table className={table.table} aria-label={t('dispute.title')}>
        <thead>
          <tr>
            <th scope="col">{t('dispute.number')}</th>
            <th scope="col" className={table.number}>
              {t('dispute.value')}
            </th>
            <th scope="col">{t('dispute.why')}</th>
            <th scope="col">{t('dispute.who')}</th>
            <th scope="col">{t('dispute.owner')}</th>
            <th scope="col">{t('dispute.due')}</th>
            <th scope="col">{t('dispute.state')}</th>
          </tr>
        </thead>
        <TableBody onKeyDown={moveBetweenRows}>
          {props.disputes.map(dispute => (
            <tr key={dispute.id}>
              <th scope="row">
                {names[dispute.metric]}{' '}
                <span className={table.quiet}>
                  {formats.dayRange(dispute.from, dispute.to)}
                </span>
              </th>
              <td className={table.number}>{show(dispute)}</td>
              <td className={classes.wrap}>{dispute.reason}</td>
              <td>
                <EntityRefLink entityRef={dispute.openedBy} />{' '}
                <RelativeTime instant={dispute.openedAt} zone={props.zone} />
              </td>
              <td>
                {dispute.ownerRef ? (
                  <EntityRefLink entityRef={dispute.ownerRef} />
                ) : (
                  <span className={table.quiet}>{t('dispute.noOwner')}</span>
                )}
              </td>
              <td>{formats.day(dispute.answerDue)}</td>
              <td className={classes.wrap}>
                <DisputeState dispute={dispute} onSettled={props.onSettled} />
              </td>
            </tr>
          ))}
        </TableBody>
      </table>
    </div>
  );
}

/** What a number was when it was disputed, in the unit of its metric. */
function useDisputedValue(): (dispute: Dispute) => string {
  const formats = useFormats();
  return ({ metric, value }) => {
    if (value === null) {
      return NO_VALUE;
    }
    switch (metric) {
      case 'change-fail-rate':
      case 'deployment-rework-rate':
      case 'incident-recurrence':
        return formats.share(value);
      case 'deployment-frequency':
        return formats.rate(value);
      default:
        return formats.duration(value);
    }
  };
}
