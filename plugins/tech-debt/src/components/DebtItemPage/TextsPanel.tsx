import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { PricedDebtItem } from '@opmodel/backstage-plugin-opmodel-common';
import { Panel, useFactStyles } from '@opmodel/backstage-plugin-opmodel-react';
import { techDebtItemTranslationRef } from '../../translations/item';
import { MarkdownText } from './MarkdownText';

/** What people wrote of the item. */
export function TextsPanel(props: { item: PricedDebtItem }) {
  const { description, businessImpact, remediationPlan } = props.item;
  const { t } = useTranslationRef(techDebtItemTranslationRef);
  const facts = useFactStyles();
  const more = [
    { title: t('text.businessImpact'), text: businessImpact },
    { title: t('text.remediationPlan'), text: remediationPlan },
  ];
  return (
    <Panel title={t('text.description')}>
      {description ? (
        <MarkdownText text={description} />
      ) : (
        <p className={facts.quiet}>{t('text.none')}</p>
      )}
      {more.map(
        ({ title, text }) =>
          text && (
            <div key={title}>
              <h3 className={facts.heading}>{title}</h3>
              <MarkdownText text={text} />
            </div>
          ),
      )}
    </Panel>
  );
}
