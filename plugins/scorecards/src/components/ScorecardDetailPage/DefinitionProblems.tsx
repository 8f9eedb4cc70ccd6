import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type { ScorecardProblemView } from '@opmodel/backstage-plugin-opmodel-common';
import {
  Panel,
  ScrollArea,
  useDenseTableStyles,
  useFactStyles,
} from '@opmodel/backstage-plugin-opmodel-react';
import { scorecardsDetailTranslationRef } from '../../translations/detail';

const useStyles = makeStyles({
  words: { '&&': { whiteSpace: 'normal' }, overflowWrap: 'anywhere' },
  path: {
    fontFamily: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
    fontSize: 12,
  },
});

/** What is wrong with the definition, and where. */
export function DefinitionProblems(props: {
  problems: readonly ScorecardProblemView[];
}) {
  const { problems } = props;
  const { t } = useTranslationRef(scorecardsDetailTranslationRef);
  const facts = useFactStyles();
  const table = useDenseTableStyles();
  const classes = useStyles();
  return (
    <Panel title={t('problems.title')}>
      {problems.length === 0 ? (
        <p className={facts.quiet}>{t('problems.none')}</p>
      ) : (
        <>
          <p className={facts.quiet}>{t('problems.text')}</p>
          <ScrollArea label={t('problems.title')}>
            <table className={table.table} aria-label={t('problems.title')}>
              <thead>
                <tr>
                  <th scope="col">{t('problems.where')}</th>
                  <th scope="col">{t('problems.what')}</th>
                </tr>
              </thead>
              <tbody>
                {problems.map(({ path, message }) => (
                  <tr key={`${path} ${message}`}>
                    <th scope="row" className={classes.path}>
                      {path}
                    </th>
                    <td className={classes.words}>{message}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollArea>
        </>
      )}
    </Panel>
  );
}
