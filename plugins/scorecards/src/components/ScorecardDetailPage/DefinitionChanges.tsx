import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type { DefinitionChange } from '@opmodel/backstage-plugin-opmodel-common';
import {
  NO_VALUE,
  NoteChip,
  ScrollArea,
  useDenseTableStyles,
  useFactStyles,
} from '@opmodel/backstage-plugin-opmodel-react';
import { scorecardsDetailTranslationRef } from '../../translations/detail';

const useStyles = makeStyles({
  text: {
    '&&': { whiteSpace: 'pre-wrap' },
    overflowWrap: 'anywhere',
    minWidth: 140,
    maxWidth: 420,
    fontFamily: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
    fontSize: 12,
  },
});

/** How two definitions differ, a row a field. */
export function DefinitionChanges(props: {
  label: string;
  changes: readonly DefinitionChange[];
}) {
  const { label, changes } = props;
  const { t } = useTranslationRef(scorecardsDetailTranslationRef);
  const facts = useFactStyles();
  const table = useDenseTableStyles();
  const classes = useStyles();
  return changes.length === 0 ? (
    <p className={facts.quiet}>{t('versions.none')}</p>
  ) : (
    <ScrollArea label={label}>
      <table className={table.table} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{t('versions.what')}</th>
            <th scope="col">{t('versions.how')}</th>
            <th scope="col">{t('versions.before')}</th>
            <th scope="col">{t('versions.after')}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ kind, path, before, after }) => (
            <tr key={path}>
              <th scope="row" className={classes.text}>
                {path}
              </th>
              <td>
                <NoteChip>{t(`versions.${kind}`)}</NoteChip>
              </td>
              <td className={classes.text}>{before ?? NO_VALUE}</td>
              <td className={classes.text}>{after ?? NO_VALUE}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}
