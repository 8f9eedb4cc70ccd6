import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type { SloExplanation } from '@opmodel/backstage-plugin-opmodel-common';
import {
  ExplainSection,
  opmodelTranslationRef,
  useDenseTableStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { sloExplainTranslationRef } from '../../translations/explain';
import { useSloFormats } from '../../words/useSloFormats';
import { useSloWords } from '../../words/useSloWords';
import { SloDocsLink, SloFreshnessNote } from '../facts';
import { QueryList } from './QueryList';
import { useFigureWords } from './useFigureWords';

const useStyles = makeStyles({
  formula: { overflowWrap: 'anywhere', fontVariantNumeric: 'tabular-nums' },
});

/** What the budget means, its window, the arithmetic with this case's figures, the queries, and what was left out. */
export function SloExplanationBody(props: { explanation: SloExplanation }) {
  const { explanation } = props;
  const { definition, window, target, method, formula } = explanation;
  const { buckets, missingBuckets, leftOut, queries, freshness } = explanation;
  const { t } = useTranslationRef(sloExplainTranslationRef);
  const { t: shared } = useTranslationRef(opmodelTranslationRef);
  const formats = useFormats();
  const slo = useSloFormats();
  const words = useSloWords();
  const figures = useFigureWords();
  const classes = useStyles();
  const zone = window.zone ?? undefined;
  return (
    <>
      <ExplainSection title={shared('explain.whatItMeans')}>
        {t('meaning', {
          target: slo.target(target),
          method: words.methodMeaning[method],
        })}{' '}
        <SloDocsLink docs={definition.docs} />
      </ExplainSection>
      <ExplainSection title={shared('explain.window')}>
        {t('window', {
          window: slo.window(window),
          from: formats.instant(window.from, zone),
          to: formats.instant(window.to, zone),
        })}
      </ExplainSection>
      <ExplainSection title={shared('explain.sample')}>
        {t('sample', { count: buckets })}
        {missingBuckets > 0 && `; ${t('missing', { count: missingBuckets })}`}
      </ExplainSection>
      <ExplainSection title={shared('explain.freshness')}>
        <SloFreshnessNote asOf={freshness.asOf} zone={zone} />
      </ExplainSection>
      <ExplainSection title={shared('explain.formula')}>
        <div className={classes.formula}>{formula}</div>
        <FigureTable explanation={explanation} />
      </ExplainSection>
      <ExplainSection title={shared('explain.leftOut')}>
        {leftOut.length === 0 ? (
          shared('explain.nothingLeftOut')
        ) : (
          <ul>
            {leftOut.map(left => (
              <li key={left.reason}>{figures.leftOut(left)}</li>
            ))}
          </ul>
        )}
      </ExplainSection>
      <ExplainSection title={t('queries')}>
        <QueryList queries={queries} />
      </ExplainSection>
    </>
  );
}

function FigureTable(props: { explanation: SloExplanation }) {
  const { figures, target } = props.explanation;
  const { t } = useTranslationRef(sloExplainTranslationRef);
  const table = useDenseTableStyles();
  const words = useFigureWords();
  return (
    <table className={table.table} aria-label={t('figures')}>
      <thead>
        <tr>
          <th scope="col">{t('figure')}</th>
          <th scope="col" className={table.number}>
            {t('value')}
          </th>
        </tr>
      </thead>
      <tbody>
        {figures.map(figure => (
          <tr key={figure.id}>
            <th scope="row">{words.name(figure)}</th>
            <td className={table.number}>{words.value(figure, target)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
