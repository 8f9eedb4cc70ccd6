import { useTranslationRef } from '@backstage/frontend-plugin-api';
import TableBody from '@material-ui/core/TableBody';
import { makeStyles } from '@material-ui/core/styles';
import type { DebtTopTen } from '@opmodel/backstage-plugin-opmodel-common';
import {
  moveBetweenRows,
  NO_VALUE,
  ScrollArea,
  useDenseTableStyles,
} from '@opmodel/backstage-plugin-opmodel-react';
import { DebtItemLink, DebtOwner, PriceNote, usePriceWords } from '../../facts';
import { techDebtTranslationRef } from '../../translation';
import { techDebtFlowTranslationRef } from '../../translations/flow';

const useStyles = makeStyles({
  title: { minWidth: 200, '&&': { whiteSpace: 'normal' } },
});

/** The items that are best paid first, each with its own prices. */
export function TopTenTable(props: { data: DebtTopTen }) {
  const { items, order } = props.data;
  const { t } = useTranslationRef(techDebtFlowTranslationRef);
  const { t: words } = useTranslationRef(techDebtTranslationRef);
  const table = useDenseTableStyles();
  const classes = useStyles();
  const prices = usePriceWords();
  return (
    <ScrollArea label={t('topTen.rows')}>
      <table className={table.table} aria-label={t('topTen.title')}>
        <thead>
          <tr>
            <th scope="col">{t('topTen.item')}</th>
            <th scope="col">{words(`price.${order}`)}</th>
            <th scope="col">{t('topTen.principal')}</th>
            <th scope="col">{t('topTen.interest')}</th>
            <th scope="col">{t('topTen.payback')}</th>
            <th scope="col">{t('topTen.owner')}</th>
          </tr>
        </thead>
        <TableBody onKeyDown={moveBetweenRows}>
          {items.map(item => (
            <tr key={item.id}>
              <th scope="row" className={classes.title}>
                <DebtItemLink itemId={item.id}>{item.title}</DebtItemLink>
              </th>
              <td>
                <PriceNote price={item.chosenBy} />
              </td>
              <td>
                {item.principalDays === null
                  ? NO_VALUE
                  : prices.amount(item.principalDays, 'person_days')}
              </td>
              <td>
                <PriceNote price={item.interest} />
              </td>
              <td>
                <PriceNote price={item.payback} />
              </td>
              <td>
                <DebtOwner ownerRef={item.ownerRef} ownerTitle={null} />
              </td>
            </tr>
          ))}
        </TableBody>
      </table>
    </ScrollArea>
  );
}
