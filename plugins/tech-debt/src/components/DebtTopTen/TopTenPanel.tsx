import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type { DebtTopTen } from '@opmodel/backstage-plugin-opmodel-common';
import {
  ActionButton,
  ChoicePicker,
  Panel,
  PanelSkeleton,
  QueryView,
  useFactStyles,
  type QueryState,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useState } from 'react';
import { usePriceWords } from '../../facts';
import { topTenOrders, type TopTenOrder } from '../../hooks/useFlowParams';
import { techDebtFlowTranslationRef } from '../../translations/flow';
import { TopTenDrawer } from './TopTenDrawer';
import { TopTenTable } from './TopTenTable';

const SKELETON_HEIGHT = 320;

const useStyles = makeStyles(theme => ({
  below: { marginTop: theme.spacing(1.5) },
}));

/** Props of {@link TopTenPanel}. */
export interface TopTenPanelProps {
  topTen: QueryState<DebtTopTen>;
  order: TopTenOrder;
  onOrder: (order: TopTenOrder) => void;
}

/** What paying the first items of an order would take and buy. Their interests are nowhere added up. */
export function TopTenPanel(props: TopTenPanelProps) {
  const { topTen, order, onOrder } = props;
  const { t } = useTranslationRef(techDebtFlowTranslationRef);
  return (
    <Panel
      title={t('topTen.title')}
      actions={
        <ChoicePicker
          label={t('topTen.order')}
          value={order}
          choices={topTenOrders.map(id => ({
            id,
            label: t(`topTen.orders.${id}`),
          }))}
          onChange={onOrder}
        />
      }
    >
      <QueryView
        query={topTen}
        subject={t('topTen.subject')}
        skeleton={<PanelSkeleton height={SKELETON_HEIGHT} />}
      >
        {data => <TopTen data={data} />}
      </QueryView>
    </Panel>
  );
}

function TopTen(props: { data: DebtTopTen }) {
  const { data } = props;
  const { t } = useTranslationRef(techDebtFlowTranslationRef);
  const facts = useFactStyles();
  const classes = useStyles();
  const prices = usePriceWords();
  const [isExplained, setExplained] = useState(false);
  const count = data.items.length;
  const cost = data.cost
    ? t('topTen.cost', { amount: prices.cost(data.cost) })
    : '';
  const answer =
    data.principalDays === null
      ? t('topTen.answerUnknown', { count })
      : t('topTen.answer', {
          count,
          days: prices.amount(data.principalDays, 'person_days'),
          cost,
        });
  return (
    <>
      {data.items.length === 0 ? (
        <p className={facts.quiet}>{t('topTen.none')}</p>
      ) : (
        <>
          <p className={facts.text}>
            {answer}{' '}
            {data.principalDays !== null &&
              data.withoutPrincipal > 0 &&
              t('topTen.without', { count: data.withoutPrincipal })}
            <ActionButton onClick={() => setExplained(true)}>
              {t('topTen.explain')}
            </ActionButton>
          </p>
          <TopTenTable data={data} />
        </>
      )}
      <p className={`${facts.quiet} ${classes.below}`}>
        {[
          data.items.length > 0 ? t('topTen.interests') : '',
          data.notScored > 0
            ? t('topTen.notScored', { count: data.notScored })
            : '',
          data.accepted > 0
            ? t('topTen.accepted', { count: data.accepted })
            : '',
        ]
          .filter(Boolean)
          .join(' ')}
      </p>
      <TopTenDrawer
        open={isExplained}
        data={data}
        onClose={() => setExplained(false)}
      />
    </>
  );
}
