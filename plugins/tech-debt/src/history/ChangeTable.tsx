import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type { DebtItemVersion } from '@opmodel/backstage-plugin-opmodel-common';
import {
  ScrollArea,
  useDenseTableStyles,
} from '@opmodel/backstage-plugin-opmodel-react';
import { techDebtHistoryTranslationRef } from '../translations/history';
import { useChangeWords } from './useChangeWords';

const useStyles = makeStyles({
  // Long texts are told as they are, and do not make the page as long as they are.
  value: {
    '&&': { whiteSpace: 'pre-wrap' },
    overflowWrap: 'anywhere',
    '& > div': { maxHeight: 120, overflow: 'auto' },
  },
});

/** Which fields a version changed, before and after. */
export function ChangeTable(props: {
  version: Pick<DebtItemVersion, 'version' | 'changes'>;
}) {
  const { version, changes } = props.version;
  const { t } = useTranslationRef(techDebtHistoryTranslationRef);
  const table = useDenseTableStyles();
  const classes = useStyles();
  const words = useChangeWords();
  const label = t('table', { version: String(version) });
  return (
    <ScrollArea label={label}>
      <table className={`${table.table} ${table.compact}`} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{t('what')}</th>
            <th scope="col">{t('before')}</th>
            <th scope="col">{t('after')}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ field, before, after }) => (
            <tr key={field}>
              <th scope="row">{words.field(field)}</th>
              <td className={classes.value}>
                <div>{words.value(field, before)}</div>
              </td>
              <td className={classes.value}>
                <div>{words.value(field, after)}</div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}
