import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type { OwnershipSummary } from '@opmodel/backstage-plugin-opmodel-common';
import {
  Panel,
  ScrollArea,
  ShareBar,
  useDenseTableStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { ownershipCoverageTranslationRef } from '../../translations/coverage';
import { useOwnershipWords } from '../../words/useOwnershipWords';

const useStyles = makeStyles({ bar: { minWidth: 96, width: '30%' } });

/** How many entities reach each rung, from the lowest. */
export function RungCoveragePanel(props: { rungs: OwnershipSummary['rungs'] }) {
  const { t } = useTranslationRef(ownershipCoverageTranslationRef);
  const formats = useFormats();
  const words = useOwnershipWords();
  const table = useDenseTableStyles();
  const classes = useStyles();
  return (
    <Panel flush title={t('rungs.title')}>
      <ScrollArea label={t('rungs.caption')}>
        <table className={table.table} aria-label={t('rungs.title')}>
          <thead>
            <tr>
              <th scope="col">{t('rungs.rung')}</th>
              <th scope="col" className={table.number}>
                {t('rungs.entities')}
              </th>
              <th scope="col" className={table.number}>
                {t('rungs.share')}
              </th>
              <th scope="col" className={table.number}>
                {t('rungs.weightedShare')}
              </th>
              <th aria-hidden="true" />
            </tr>
          </thead>
          <tbody>
            {props.rungs.map(({ rung, reached, share, weightedShare }) => (
              <tr key={rung}>
                <th scope="row">{words.rung[rung]}</th>
                <td className={table.number}>{formats.count(reached)}</td>
                <td className={table.number}>{formats.share(share)}</td>
                <td className={table.number}>{formats.share(weightedShare)}</td>
                <td className={classes.bar} aria-hidden="true">
                  {share !== null && (
                    <ShareBar share={share} series="coverage" />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollArea>
    </Panel>
  );
}
