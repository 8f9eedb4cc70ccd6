import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Checkbox from '@material-ui/core/Checkbox';
import { makeStyles } from '@material-ui/core/styles';
import type { DebtImportRow } from '@opmodel/backstage-plugin-opmodel-common';
import {
  NO_VALUE,
  useDenseTableStyles,
} from '@opmodel/backstage-plugin-opmodel-react';
import { DebtItemLink } from '../../facts';
import { techDebtImportsTranslationRef } from '../../translations/imports';

const useStyles = makeStyles({
  title: { '&&': { whiteSpace: 'normal' } },
  box: { padding: 4 },
});

/** Rows that become items. One that looks like something else is left out, unless somebody takes it in all the same. */
export function CreatedRows(props: {
  rows: readonly DebtImportRow[];
  taken: ReadonlySet<number>;
  onTake: (row: number, isTaken: boolean) => void;
}) {
  const { rows, taken, onTake } = props;
  const { t } = useTranslationRef(techDebtImportsTranslationRef);
  const classes = useStyles();
  const table = useDenseTableStyles();
  return (
    <div className={table.tall}>
      <table className={table.table} aria-label={t('rows.create')}>
        <thead>
          <tr>
            <th scope="col" className={table.number}>
              {t('rows.row')}
            </th>
            <th scope="col">{t('rows.item')}</th>
            <th scope="col">{t('rows.like')}</th>
            <th scope="col">{t('rows.takeColumn')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ row, title, name, possibleDuplicate }) => (
            <tr key={row}>
              <td className={table.number}>{row}</td>
              <th scope="row" className={classes.title}>
                {title ?? name}
              </th>
              <td className={classes.title}>
                {possibleDuplicate ? (
                  <Likeness of={possibleDuplicate} />
                ) : (
                  NO_VALUE
                )}
              </td>
              <td>
                <Checkbox
                  size="small"
                  color="primary"
                  className={classes.box}
                  disabled={!possibleDuplicate}
                  checked={!possibleDuplicate || taken.has(row)}
                  inputProps={{
                    'aria-label': t('rows.take', { title: title ?? '' }),
                  }}
                  onChange={(_, isTaken) => onTake(row, isTaken)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Likeness(props: {
  of: NonNullable<DebtImportRow['possibleDuplicate']>;
}) {
  const { itemId, title, ofRow } = props.of;
  const { t } = useTranslationRef(techDebtImportsTranslationRef);
  return itemId ? (
    <DebtItemLink itemId={itemId}>{title ?? itemId}</DebtItemLink>
  ) : (
    <>{t('rows.likeRow', { n: String(ofRow) })}</>
  );
}
