import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { PricedDebtItem } from '@opmodel/backstage-plugin-opmodel-common';
import {
  Panel,
  RelativeTime,
  StateChip,
  useAcceptanceWords,
  useFactStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { acceptancesRouteRef } from '../routes';
import { techDebtItemTranslationRef } from '../translations/item';

/** Acceptances of an item that hold or are asked for; nothing where there are none. */
export function AcceptancePanel(props: { item: PricedDebtItem }) {
  const { acceptances } = props.item;
  const { t } = useTranslationRef(techDebtItemTranslationRef);
  const words = useAcceptanceWords();
  const formats = useFormats();
  const facts = useFactStyles();
  const inbox = useRouteRef(acceptancesRouteRef)?.();
  if (!acceptances || acceptances.length === 0) {
    return null;
  }
  return (
    <Panel title={t('acceptance.title')}>
      {acceptances.map(acceptance => {
        const day = formats.day(acceptance.expiresOn);
        return (
          <div key={acceptance.acceptanceId}>
            <StateChip
              state={acceptance.state === 'approved' ? 'exempt' : 'attention'}
              label={
                acceptance.state === 'approved'
                  ? t('acceptance.approved', { day })
                  : t('acceptance.requested', { day })
              }
            />
            <p className={facts.text}>
              {t('acceptance.reason', {
                reason: acceptance.reason,
                risk: words.risk[acceptance.riskLevel],
              })}
            </p>
            <p className={facts.quiet}>
              {t('acceptance.asked', {
                who: (
                  <EntityRefLink
                    entityRef={acceptance.requestedBy}
                    underline="always"
                  />
                ),
                when: <RelativeTime instant={acceptance.requestedAt} />,
              })}
              {acceptance.approvedBy && (
                <>
                  {', '}
                  {t('acceptance.approvedBy', {
                    who: (
                      <EntityRefLink
                        entityRef={acceptance.approvedBy}
                        underline="always"
                      />
                    ),
                  })}
                </>
              )}
            </p>
            {inbox && (
              <Link
                to={`${inbox}?${new URLSearchParams({
                  box: 'all',
                  id: acceptance.acceptanceId,
                })}`}
              >
                {t('acceptance.see')}
              </Link>
            )}
          </div>
        );
      })}
    </Panel>
  );
}
