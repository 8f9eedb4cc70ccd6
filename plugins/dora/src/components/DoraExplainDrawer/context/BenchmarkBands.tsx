import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  DoraDefinitions,
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

/** All bands of an edition from better to worse, with the one of this number marked, and where they are from. */
export function BenchmarkBands(props: {
  benchmark: MetricBenchmark;
  definitions: DoraDefinitions | undefined;
}) {
  const { benchmark, definitions } = props;
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
  const source = definitions?.editions.find(({ id }) => id === edition)?.source;
  const withTiers = bands.some(({ tier }) => tier !== null);
  return (
    <>
      <p>
        {[
          ...(source ? [t('explain.benchmarkSource', { source })] : []),
          ...(chosenByTool ? [t('band.chosenByTool')] : []),
          ...(quickCheckScore === null
            ? []
            : [t('band.score', { score: formats.decimal(quickCheckScore) })]),
        ].join(' ')}
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
                {text.band(band)}{' '}
                {band === ours && (
                  <NoteChip>{t('explain.benchmarkOurs')}</NoteChip>
                )}
              </th>
              {withTiers && <td>{tier ? text.tier(tier) : NO_VALUE}</td>}
              <td>
                {share === null ? (
                  NO_VALUE
                ) : (
                  <>
                    {formats.share(share)}
                    <ShareBar share={share} series="lead-time" />
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
