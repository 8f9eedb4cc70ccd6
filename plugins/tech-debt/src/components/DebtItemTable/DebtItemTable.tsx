import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import type { DebtItemRow } from '@opmodel/backstage-plugin-opmodel-common';
import {
  moveBetweenRows,
  NO_VALUE,
  ScrollArea,
  useDenseTableStyles,
} from '@opmodel/backstage-plugin-opmodel-react';
import {
  DebtItemLink,
  DebtOwner,
  DebtSeverityChip,
  DebtStatusChip,
  DueNote,
  PriceNote,
  usePriceWords,
} from '../../facts';
import { techDebtTranslationRef } from '../../translation';
import { techDebtItemsTranslationRef } from '../../translations/items';

const useStyles = makeStyles({
  title: { minWidth: 200, '&&': { whiteSpace: 'normal' } },
  entities: { minWidth: 120, '&&': { whiteSpace: 'normal' } },
});

/** Entities of an item that a row names. */
const MOST_ENTITIES = 2;

/** Items with what they cost and how old they are. What interests come to together is told nowhere: items may cost the same hours. */
export function DebtItemTable(props: {
  items: readonly DebtItemRow[];
  /** Whether rows say on what an item hangs. */
  withEntities: boolean;
}) {
  const { items, withEntities } = props;
  const { t } = useTranslationRef(techDebtItemsTranslationRef);
  const { t: texts } = useTranslationRef(techDebtTranslationRef);
  const table = useDenseTableStyles();
  const classes = useStyles();
  const prices = usePriceWords();
  return (
    <ScrollArea label={t('list.items')}>
      <table className={table.table} aria-label={t('list.items')}>
        <thead>
          <tr>
            <th scope="col">{t('column.title')}</th>
            {withEntities && <th scope="col">{t('column.on')}</th>}
            <th scope="col">{t('column.status')}</th>
            <th scope="col">{t('column.severity')}</th>
            <th scope="col">{t('column.interest')}</th>
            <th scope="col">{t('column.principal')}</th>
            <th scope="col" className={table.number}>
              {t('column.age')}
            </th>
            <th scope="col">{t('column.owner')}</th>
            <th scope="col">{t('column.target')}</th>
          </tr>
        </thead>
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <tbody onKeyDown={moveBetweenRows}>
          {items.map(item => (
            <tr key={item.id}>
              <th scope="row" className={classes.title}>
                <DebtItemLink itemId={item.id}>{item.title}</DebtItemLink>
              </th>
              {withEntities && (
                <td className={classes.entities}>
                  <Carriers entities={item.entities} />
                </td>
              )}
              <td>
                <DebtStatusChip status={item.status} />
              </td>
              <td>
                <DebtSeverityChip severity={item.severity} />
              </td>
              <td>
                <PriceNote price={item.prices.interest} />
              </td>
              <td>
                {item.estimate.principalDays === null
                  ? NO_VALUE
                  : prices.amount(item.estimate.principalDays, 'person_days')}
              </td>
              <td className={table.number}>
                {texts('age.days', { count: item.age.days })}
              </td>
              <td>
                <DebtOwner
                  ownerRef={item.ownerRef}
                  ownerTitle={item.ownerTitle}
                />
              </td>
              <td>
                <DueNote item={item} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}

function Carriers(props: { entities: DebtItemRow['entities'] }) {
  const { entities } = props;
  const more = entities.length - MOST_ENTITIES;
  return (
    <>
      {entities.slice(0, MOST_ENTITIES).map(({ ref, title }) => (
        <div key={ref}>
          <EntityRefLink entityRef={ref} title={title} />
        </div>
      ))}
      {more > 0 && `+${more}`}
    </>
  );
}
