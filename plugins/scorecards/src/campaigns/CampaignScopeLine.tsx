import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { CampaignScope } from '@opmodel/backstage-plugin-opmodel-common';
import { useFactStyles } from '@opmodel/backstage-plugin-opmodel-react';
import { Fragment } from 'react';
import { scorecardCampaignsTranslationRef } from './translation';

/** What can narrow a campaign, in the order in which it is told. */
export const scopeFields = [
  'ownerRefs',
  'systemRefs',
  'domainRefs',
  'tiers',
  'lifecycles',
] as const satisfies readonly (keyof CampaignScope)[];

/** Of what a campaign asks. */
export function CampaignScopeLine(props: { scope: CampaignScope }) {
  const { scope } = props;
  const { t } = useTranslationRef(scorecardCampaignsTranslationRef);
  const facts = useFactStyles();
  const narrowing = scopeFields.filter(field => scope[field]?.length);
  return (
    <div className={`${facts.list} ${facts.line}`}>
      <span>{t('head.scope')}</span>
      {narrowing.length === 0 && <span>{t('head.everything')}</span>}
      {narrowing.map(field => (
        <span key={field}>
          {t(`scope.${field}`)}{' '}
          {scope[field]!.map((value, at) => (
            <Fragment key={value}>
              {at > 0 && ', '}
              {field.endsWith('Refs') ? (
                <EntityRefLink entityRef={value} />
              ) : (
                value
              )}
            </Fragment>
          ))}
        </span>
      ))}
    </div>
  );
}
