import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { Campaign } from '@opmodel/backstage-plugin-opmodel-common';
import {
  ActionButton,
  Panel,
  RelativeTime,
  useFactStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useScorecardPaths } from '../entity/useScorecardPaths';
import { CampaignScopeLine } from './CampaignScopeLine';
import { StatusChip } from './StatusChip';
import { scorecardCampaignsTranslationRef } from './translation';

/** What can be done with a campaign. */
export type CampaignDeed = 'edit' | 'end' | 'archive';

/** What a campaign is for, whose it is, what it asks for and of whom. */
export function CampaignHead(props: {
  campaign: Campaign;
  onDeed: (deed: CampaignDeed) => void;
}) {
  const { campaign, onDeed } = props;
  const { t } = useTranslationRef(scorecardCampaignsTranslationRef);
  const facts = useFactStyles();
  const formats = useFormats();
  const paths = useScorecardPaths();
  const { startsOn, targetOn, remindEveryDays, endedAt, archivedAt } = campaign;
  return (
    <Panel
      title={campaign.title}
      actions={paths && <Link to={paths.campaigns}>{t('all')}</Link>}
    >
      {campaign.description && (
        <p className={facts.text}>{campaign.description}</p>
      )}
      <div className={`${facts.list} ${facts.line}`}>
        <StatusChip campaign={campaign} />
        <EntityRefLink
          entityRef={campaign.ownerRef}
          title={campaign.ownerTitle}
        />
        <span>
          {t('head.from', {
            from: formats.day(startsOn),
            to: formats.day(targetOn),
          })}
        </span>
        {remindEveryDays > 0 && (
          <span>{t('head.reminds', { count: remindEveryDays })}</span>
        )}
        {archivedAt && (
          <span>
            {t('head.archivedAt', {
              when: <RelativeTime instant={archivedAt} />,
            })}
          </span>
        )}
      </div>
      <p className={facts.text}>
        <Asked campaign={campaign} />
      </p>
      <CampaignScopeLine scope={campaign.scope} />
      {endedAt && (
        <p className={facts.text}>
          {t('head.endedNote', {
            when: <RelativeTime instant={endedAt} />,
            note: campaign.endedNote ?? '–',
          })}
        </p>
      )}
      {campaign.mayEdit && <Deeds campaign={campaign} onDeed={onDeed} />}
    </Panel>
  );
}

function Asked(props: { campaign: Campaign }) {
  const { emphasis, checks, scorecardRef, scorecardTitle } = props.campaign;
  const { t } = useTranslationRef(scorecardCampaignsTranslationRef);
  const paths = useScorecardPaths();
  const names = emphasis.levels ?? checks.map(({ name }) => name);
  return (
    <>
      {t('head.asks', {
        what: `${names.join(', ')} (${t('head.checks', {
          count: checks.length,
        })})`,
        scorecard: paths ? (
          <Link to={paths.scorecard(scorecardRef)} underline="always">
            {scorecardTitle}
          </Link>
        ) : (
          scorecardTitle
        ),
      })}
    </>
  );
}

function Deeds(props: {
  campaign: Campaign;
  onDeed: (deed: CampaignDeed) => void;
}) {
  const { campaign, onDeed } = props;
  const { t } = useTranslationRef(scorecardCampaignsTranslationRef);
  const facts = useFactStyles();
  const { status } = campaign;
  const isOver = status === 'ended' || status === 'archived';
  return (
    <div className={facts.actions}>
      {!isOver && (
        <ActionButton variant="outlined" onClick={() => onDeed('edit')}>
          {t('head.edit')}
        </ActionButton>
      )}
      {!isOver && status !== 'draft' && (
        <ActionButton onClick={() => onDeed('end')}>
          {t('head.end')}
        </ActionButton>
      )}
      {status !== 'archived' && (
        <ActionButton onClick={() => onDeed('archive')}>
          {t('head.archive')}
        </ActionButton>
      )}
    </div>
  );
}
