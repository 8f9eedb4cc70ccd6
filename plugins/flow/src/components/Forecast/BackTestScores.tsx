import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ForecastBackTestReport } from '@opmodel/backstage-plugin-opmodel-common';
import {
  NO_VALUE,
  ScrollArea,
  StateChip,
  useDenseTableStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { flowTranslationRef } from '../../translation';

type Score = ForecastBackTestReport['scores'][number];

/** How often the bounds of each level held, question by question. */
export function BackTestScores(props: { scores: Score[] }) {
  const { scores } = props;
  const { t } = useTranslationRef(flowTranslationRef);
  const formats = useFormats();
  const table = useDenseTableStyles();
  return (
    <ScrollArea label={t('backTest.table')}>
      <table className={table.table} aria-label={t('backTest.table')}>
        <thead>
          <tr>
            <th scope="col">{t('calibration.question')}</th>
            {scores[0].levels.map(({ confidence }) => (
              <th key={confidence} scope="col" className={table.number}>
                {t('backTest.held', { share: formats.share(confidence) })}
              </th>
            ))}
            <th scope="col" className={table.number}>
              {t('backTest.bias')}
            </th>
            <th scope="col" className={table.number}>
              {t('backTest.loss')}
            </th>
            <th scope="col">{t('backTest.state')}</th>
          </tr>
        </thead>
        <tbody>
          {scores.map(score => (
            <tr key={`${score.kind} ${score.horizon}`}>
              <th scope="row">
                {score.kind === 'when'
                  ? t('backTest.when', { count: score.horizon })
                  : t('backTest.howMany', { count: score.horizon })}
              </th>
              {score.levels.map(({ confidence, share, held, n }) => (
                <td key={confidence} className={table.number}>
                  {share === null
                    ? NO_VALUE
                    : t('backTest.share', {
                        share: formats.share(share),
                        held: formats.count(held),
                        n: formats.count(n),
                      })}
                </td>
              ))}
              <td className={table.number}>
                <Bias bias={score.bias} />
              </td>
              <td className={table.number}>
                <Loss score={score} />
              </td>
              <td>
                <ScoreState score={score} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}

function Bias({ bias }: { bias: number | null }) {
  const formats = useFormats();
  if (bias === null) {
    return <>{NO_VALUE}</>;
  }
  const sign = bias < 0 ? '−' : '+';
  return (
    <>
      {sign}
      {formats.share(Math.abs(bias))}
    </>
  );
}

function Loss({ score: { kind, pinball } }: { score: Score }) {
  const { t } = useTranslationRef(flowTranslationRef);
  const formats = useFormats();
  if (pinball === null) {
    return <>{NO_VALUE}</>;
  }
  const loss = formats.decimal(pinball);
  return (
    <>
      {kind === 'when'
        ? t('backTest.days', { loss })
        : t('backTest.items', { loss })}
    </>
  );
}

function ScoreState({ score: { state, n, independent } }: { score: Score }) {
  const { t } = useTranslationRef(flowTranslationRef);
  const formats = useFormats();
  if (state === 'no_data') {
    return <StateChip state="no_data" />;
  }
  return (
    <>
      {state === 'thin' && <StateChip state="thin" count={independent} />}{' '}
      {t('backTest.apart', {
        n: formats.count(n),
        independent: formats.count(independent),
      })}
    </>
  );
}
