import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type { EntityTechDebt } from '@opmodel/backstage-plugin-opmodel-common';
import {
  ChoicePicker,
  PagedRows,
  Panel,
  SegmentedButtons,
  type RowPages,
} from '@opmodel/backstage-plugin-opmodel-react';
import {
  debtOrders,
  debtSelections,
  debtViews,
  type useDebtListView,
} from '../../hooks/useDebtListView';
import { techDebtTranslationRef } from '../../translation';
import { techDebtEntityTranslationRef } from '../../translations/entity';
import { techDebtItemsTranslationRef } from '../../translations/items';
import { DebtBoard } from '../DebtBoard';
import { DebtItemTable } from '../DebtItemTable';

const SKELETON_ROWS = 6;

const useStyles = makeStyles(theme => ({
  tools: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    '@media print': { display: 'none' },
  },
}));

/** The items of the tab, as a list or as a board. */
export function ItemsPanel(props: {
  pages: RowPages<EntityTechDebt>;
  shown: ReturnType<typeof useDebtListView>;
}) {
  const { pages, shown } = props;
  const { t } = useTranslationRef(techDebtEntityTranslationRef);
  const { t: items } = useTranslationRef(techDebtItemsTranslationRef);
  const { t: texts } = useTranslationRef(techDebtTranslationRef);
  return (
    <Panel flush title={items('list.items')} actions={<Tools shown={shown} />}>
      <PagedRows
        sorted
        quietOnOnePage
        pages={pages}
        subject={texts('subject')}
        label={items('list.pages')}
        skeletonRows={SKELETON_ROWS}
        empty={
          shown.which === 'owed' ? t('view.emptyOwed') : t('view.emptyAny')
        }
      >
        {page =>
          shown.view === 'board' ? (
            <DebtBoard items={page.items} onChanged={pages.page.retry} />
          ) : (
            <DebtItemTable withEntities={page.isRollUp} items={page.items} />
          )
        }
      </PagedRows>
    </Panel>
  );
}

function Tools(props: { shown: ReturnType<typeof useDebtListView> }) {
  const { view, which, order, show } = props.shown;
  const { t } = useTranslationRef(techDebtEntityTranslationRef);
  const classes = useStyles();
  const orderNames: Record<(typeof debtOrders)[number], string> = {
    '-priority': t('view.orderPriority'),
    '-updatedAt': t('view.orderUpdated'),
    '-interest': t('view.orderInterest'),
    '-risk': t('view.orderRisk'),
    createdAt: t('view.orderAge'),
    targetDate: t('view.orderTarget'),
    '-severity': t('view.orderSeverity'),
  };
  const views = { list: t('view.list'), board: t('view.board') };
  const selections = {
    owed: t('view.owed'),
    ended: t('view.ended'),
    all: t('view.all'),
  };
  return (
    <div className={classes.tools}>
      <ChoicePicker
        label={t('view.order')}
        value={order}
        choices={debtOrders.map(id => ({ id, label: orderNames[id] }))}
        onChange={id => show({ order: id })}
      />
      {view === 'list' && (
        <SegmentedButtons
          label={t('view.which')}
          value={which}
          options={debtSelections.map(id => ({ id, label: selections[id] }))}
          onChange={id => show({ which: id })}
        />
      )}
      <SegmentedButtons
        label={t('view.label')}
        value={view}
        options={debtViews.map(id => ({ id, label: views[id] }))}
        onChange={id => show({ view: id })}
      />
    </div>
  );
}
