import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type { FactEvidence } from '@opmodel/backstage-plugin-opmodel-common';
import {
  Hint,
  RelativeTime,
  ScrollArea,
  StateChip,
  useDenseTableStyles,
} from '@opmodel/backstage-plugin-opmodel-react';
import { scorecardsEntityTranslationRef } from '../../translations/entity';
import { useValueText } from '../../values/useValueText';
import { EvidenceSource } from './EvidenceSource';

const useStyles = makeStyles({
  words: {
    minWidth: 140,
    maxWidth: 360,
    '&&': { whiteSpace: 'normal', overflowWrap: 'anywhere' },
  },
  fact: {
    fontFamily: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
    fontSize: 12,
  },
});

/** The facts that a verdict rests on: what each says, who told it, and when. */
export function EvidenceTable(props: {
  label: string;
  entityRef: string;
  evidence: readonly FactEvidence[];
}) {
  const { label, entityRef, evidence } = props;
  const { t } = useTranslationRef(scorecardsEntityTranslationRef);
  const table = useDenseTableStyles();
  const classes = useStyles();
  const textOf = useValueText();
  return (
    <ScrollArea label={label}>
      <table className={table.table} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{t('evidence.fact')}</th>
            <th scope="col">{t('evidence.value')}</th>
            <th scope="col">{t('evidence.provider')}</th>
            <th scope="col">{t('evidence.told')}</th>
          </tr>
        </thead>
        <tbody>
          {evidence.map(row => (
            <tr key={row.fact}>
              <th scope="row" className={classes.words}>
                <Hint title={row.description} className={classes.fact}>
                  {row.fact}
                </Hint>
              </th>
              <td className={classes.words}>{textOf(row.value, row.unit)}</td>
              <td>
                <EvidenceSource entityRef={entityRef} evidence={row} />
              </td>
              <td>
                {row.reportedAt === null ? (
                  <span className={table.quiet}>{t('evidence.never')}</span>
                ) : (
                  <RelativeTime instant={row.reportedAt} />
                )}{' '}
                {row.isStale && (
                  <StateChip state="attention" label={t('evidence.stale')} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}
