import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type {
  DebtItemVersion,
  PricedDebtItem,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  ActionButton,
  Panel,
  QueryView,
  RelativeTime,
  RowsSkeleton,
  StateChip,
  useFactStyles,
  useOpmodelApi,
} from '@opmodel/backstage-plugin-opmodel-react';
import { ChangeTable } from '../../history';
import { useGrowingList } from '../../hooks/useGrowingList';
import { techDebtTranslationRef } from '../../translation';
import { techDebtHistoryTranslationRef } from '../../translations/history';
import { techDebtItemTranslationRef } from '../../translations/item';

const VERSIONS_AT_ONCE = 10;

/** Who changed what of an item, the latest first. */
export function HistoryPanel(props: { item: PricedDebtItem }) {
  const { item } = props;
  const { t } = useTranslationRef(techDebtHistoryTranslationRef);
  const { t: words } = useTranslationRef(techDebtItemTranslationRef);
  const { t: texts } = useTranslationRef(techDebtTranslationRef);
  const api = useOpmodelApi();
  const versions = useGrowingList(
    { key: `${item.id} ${item.version}`, subject: item.id },
    (cursor, signal) =>
      api.listDebtItemVersions(
        item.id,
        { limit: VERSIONS_AT_ONCE, ...(cursor && { cursor }) },
        { signal },
      ),
  );
  return (
    <Panel title={t('title')}>
      <QueryView
        query={versions.first}
        subject={texts('subject')}
        skeleton={<RowsSkeleton rows={3} />}
      >
        {() => (
          <>
            {versions.items.map(version => (
              <Version key={version.version} version={version} />
            ))}
            {versions.more && (
              <ActionButton
                aria-disabled={versions.running}
                onClick={versions.more}
              >
                {t('more')}
              </ActionButton>
            )}
            {versions.error && (
              <StateChip
                state="error"
                label={words('moreFailed', {
                  message: versions.error.message,
                })}
              />
            )}
          </>
        )}
      </QueryView>
    </Panel>
  );
}

function Version(props: { version: DebtItemVersion }) {
  const { version } = props;
  const { t } = useTranslationRef(techDebtHistoryTranslationRef);
  const facts = useFactStyles();
  return (
    <div>
      <div className={facts.heading}>
        {t('version', { version: String(version.version) })}
        {' · '}
        <EntityRefLink entityRef={version.by} />
        {' · '}
        <RelativeTime instant={version.at} />
      </div>
      {version.note && <p className={facts.text}>{version.note}</p>}
      <Changes version={version} />
    </div>
  );
}

function Changes(props: { version: DebtItemVersion }) {
  const { version } = props;
  const { t } = useTranslationRef(techDebtHistoryTranslationRef);
  const facts = useFactStyles();
  if (version.withheld) {
    return <p className={facts.quiet}>{t('withheld')}</p>;
  }
  // All of its fields came into being with it, and stand above.
  if (version.version === 1) {
    return <p className={facts.quiet}>{t('filed')}</p>;
  }
  return version.changes.length === 0 ? (
    <p className={facts.quiet}>{t('unchanged')}</p>
  ) : (
    <ChangeTable version={version} />
  );
}
