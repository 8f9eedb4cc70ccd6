import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type {
  DoraDefinitions,
  DoraMetricId,
  MetricBenchmark,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  NO_VALUE,
  NoteChip,
  ShareBar,
  useDenseTableStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { doraTranslationRef } from '../../../translation';
import { useBandText } from '../../metrics/useBandText';

const useStyles = makeStyles({
  share: {
    display: 'grid',
    gridTemplateColumns: '56px minmax(80px, 1fr)',
    alignItems: 'center',
  },
  number: { textAlign: 'right', paddingRight: 12 },
});

/** All bands of an edition from better to worse, with the one of this number marked, and where they are from. */
export function BenchmarkBands(props: {
  benchmark: MetricBenchmark;
  metric: DoraMetricId;
  definitions: DoraDefinitions | undefined;
}) {
  const { benchmark, metric, definitions } = props;
  const {
    edition,
    bands,
    band: ours,
    chosenByTool,
    quickCheckScore,
  } = benchmark;
  const { t } = useTranslationRef(doraTranslationRef);
  const formats = useFormats();
  const table = useDenseTableStyles();
  const text = useBandText();
  const classes = useStyles();
  const report = definitions?.editions.find(({ id }) => id === edition);
  const withTiers = bands.some(({ tier }) => tier !== null);
  return (
    <>
      <p>
        {[
          ...(chosenByTool ? [t('band.chosenByTool')] : []),
          ...(quickCheckScore === null
            ? []
            : [t('band.score', { score: formats.decimal(quickCheckScore) })]),
        ].join(' ')}{' '}
        {report && (
          <>
            {t('explain.benchmarkSource')}{' '}
            <Link to={report.source}>{report.title}</Link>
          </>
        )}
      </p>
      <table className={table.table} aria-label={t('explain.benchmark')}>
        <thead>
          <tr>
            <th scope="col">{t('explain.benchmarkBand')}</th>
            {withTiers && <th scope="col">{t('explain.benchmarkTier')}</th>}
            <th scope="col">{t('explain.benchmarkShare')}</th>
          </tr>
        </thead>
        <tbody>
          {bands.map(({ band, tier, share }) => (
            <tr
              key={`${tier} ${band}`}
              aria-current={band === ours || undefined}
            >
              <th scope="row">
                {text.band(band, metric)}{' '}
                {band === ours && (
                  <NoteChip>{t('explain.benchmarkOurs')}</NoteChip>
                )}
              </th>
              {withTiers && <td>{tier ? text.tier(tier) : NO_VALUE}</td>}
              <td>
                {share === null ? (
                  NO_VALUE
                ) : (
                  <span className={classes.share}>
                    <span className={classes.number}>
                      {formats.share(share)}
                    </span>
                    <ShareBar share={share} series="lead-time" />
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
