import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import TableBody from '@material-ui/core/TableBody';
import type { Campaign } from '@opmodel/backstage-plugin-opmodel-common';
import {
  moveBetweenRows,
  useDenseTableStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useScorecardPaths } from '../entity/useScorecardPaths';
import { ProgressCell } from './ProgressCell';
import { StatusChip } from './StatusChip';
import { scorecardCampaignsTranslationRef } from './translation';
import { useDaysLeft } from './useDaysLeft';

/** Campaigns, a row each. */
export function CampaignTable(props: { campaigns: readonly Campaign[] }) {
  const { t } = useTranslationRef(scorecardCampaignsTranslationRef);
  const table = useDenseTableStyles();
  return (
    <div className={table.scroll}>
      <table className={table.table} aria-label={t('title')}>
        <thead>
          <tr>
            <th scope="col">{t('column.campaign')}</th>
            <th scope="col">{t('column.status')}</th>
            <th scope="col">{t('column.progress')}</th>
            <th scope="col">{t('column.target')}</th>
            <th scope="col">{t('column.scorecard')}</th>
            <th scope="col">{t('column.owner')}</th>
          </tr>
        </thead>
        <TableBody onKeyDown={moveBetweenRows}>
          {props.campaigns.map(campaign => (
            <CampaignRow key={campaign.id} campaign={campaign} />
          ))}
        </TableBody>
      </table>
    </div>
  );
}

function CampaignRow(props: { campaign: Campaign }) {
  const { campaign } = props;
  const { id, title, scorecardRef, scorecardTitle, targetOn } = campaign;
  const formats = useFormats();
  const table = useDenseTableStyles();
  const paths = useScorecardPaths();
  const daysLeft = useDaysLeft();
  return (
    <tr>
      <th scope="row" style={{ whiteSpace: 'normal' }}>
        {paths ? <Link to={paths.campaign(id)}>{title}</Link> : title}
      </th>
      <td>
        <StatusChip campaign={campaign} />
      </td>
      <td>
        <ProgressCell progress={campaign.progress} />
      </td>
      <td>
        {formats.day(targetOn)}{' '}
        <span className={table.quiet}>{daysLeft(campaign)}</span>
      </td>
      <td>
        {paths ? (
          <Link to={paths.scorecard(scorecardRef)}>{scorecardTitle}</Link>
        ) : (
          scorecardTitle
        )}
      </td>
      <td>
        <EntityRefLink
          entityRef={campaign.ownerRef}
          title={campaign.ownerTitle}
        />
      </td>
    </tr>
  );
}
