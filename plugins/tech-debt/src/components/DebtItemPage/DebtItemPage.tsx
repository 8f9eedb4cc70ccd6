import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { PricedDebtItem } from '@opmodel/backstage-plugin-opmodel-common';
import {
  EmptyState,
  Panel,
  PanelSkeleton,
  QueryView,
  useFactStyles,
  useSectionStyles,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useNavigate, useParams } from 'react-router-dom';
import { AcceptancePanel } from '../../acceptance';
import { useTechDebtPaths } from '../../entity/useTechDebtPaths';
import { useDebtItem } from '../../hooks/debtQueries';
import { MeasuredPanel, ReportsPanel } from '../../reports';
import { techDebtTranslationRef } from '../../translation';
import { techDebtItemTranslationRef } from '../../translations/item';
import { techDebtItemsTranslationRef } from '../../translations/items';
import { PriceTable } from '../PriceTable';
import { CommentsPanel } from './CommentsPanel';
import { HistoryPanel } from './HistoryPanel';
import { ItemHead } from './ItemHead';
import { LinksPanel } from './LinksPanel';
import { TextsPanel } from './TextsPanel';

const SKELETON_HEIGHT = 320;

/** One item: where it stands, what it costs and how that comes about, what it is linked to, what it cost lately, what people say of it, and how it changed. */
export function DebtItemPage() {
  const { itemId = '' } = useParams();
  const { t } = useTranslationRef(techDebtTranslationRef);
  const { t: texts } = useTranslationRef(techDebtItemsTranslationRef);
  const query = useDebtItem(itemId);
  return (
    <QueryView
      query={query}
      subject={t('subject')}
      skeleton={<PanelSkeleton height={SKELETON_HEIGHT} />}
      notFound={
        <EmptyState
          title={texts('list.noItemTitle')}
          description={texts('list.noItemText')}
        />
      }
    >
      {item => <ItemSections item={item} onChanged={query.retry} />}
    </QueryView>
  );
}

function ItemSections(props: { item: PricedDebtItem; onChanged: () => void }) {
  const { item, onChanged } = props;
  const { t } = useTranslationRef(techDebtItemTranslationRef);
  const sections = useSectionStyles();
  const facts = useFactStyles();
  const navigate = useNavigate();
  const paths = useTechDebtPaths();
  const { measuredInterest } = item;
  return (
    <div className={sections.page}>
      <ItemHead
        item={item}
        onChanged={onChanged}
        onDeleted={() => navigate(paths?.root ?? '..')}
      />
      <div className={sections.halves}>
        <Panel title={t('prices.title')}>
          <p className={facts.quiet}>{t('prices.estimated')}</p>
          <PriceTable
            principalDays={item.estimate.principalDays}
            prices={item.prices}
          />
        </Panel>
        <TextsPanel item={item} />
      </div>
      <AcceptancePanel item={item} />
      <LinksPanel item={item} />
      <div className={measuredInterest ? sections.mainAndSide : sections.page}>
        <ReportsPanel
          query={{ item: item.id }}
          known={{
            entityRef: item.entities[0]?.ref,
            item: { id: item.id, title: item.title },
          }}
          onChanged={onChanged}
        />
        {measuredInterest && (
          <MeasuredPanel
            measured={measuredInterest}
            estimated={item.prices.interest}
          />
        )}
      </div>
      <CommentsPanel item={item} />
      <HistoryPanel item={item} />
    </div>
  );
}
