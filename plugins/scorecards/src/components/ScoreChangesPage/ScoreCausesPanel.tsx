import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type { ScoreChangeReport } from '@opmodel/backstage-plugin-opmodel-common';
import {
  ChartFrame,
  StateChip,
  useDenseTableStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { DataExportMenu } from '../../export/DataExportMenu';
import { scorecardsFleetTranslationRef } from '../../translations/fleet';
import { usePoints, useScorecardWords } from '../../verdict';
import { toCausesCsv } from './toCausesCsv';
import { WaterfallBar } from './WaterfallBar';
import { waterfallOf } from './waterfall';

const useStyles = makeStyles(theme => ({
  picture: { width: '50%', minWidth: 120 },
  words: { '&&': { whiteSpace: 'normal' } },
  meaning: {
    display: 'block',
    fontSize: 12,
    fontWeight: 400,
    color: theme.palette.text.secondary,
  },
  edge: { '& > *': { fontWeight: 600 } },
}));

/** From the share before to the share after, a row a cause: a waterfall whose every step has its number beside it. */
export function ScoreCausesPanel(props: { report: ScoreChangeReport }) {
  const { report } = props;
  const { before, after, change, from, to } = report;
  const { t } = useTranslationRef(scorecardsFleetTranslationRef);
  const formats = useFormats();
  const points = usePoints();
  const words = useScorecardWords();
  const table = useDenseTableStyles();
  const classes = useStyles();
  const waterfall = waterfallOf(report);
  return (
    <ChartFrame
      title={t('changes.title')}
      caption={
        waterfall
          ? t('changes.caption', {
              before: formats.share(before),
              after: formats.share(after),
            })
          : t('changes.captionUnknown')
      }
      actions={
        <DataExportMenu
          content="score-changes"
          subject={t('changes.title')}
          days={{ from: from.slice(0, 10), to: to.slice(0, 10) }}
          data={report}
          toCsv={() => toCausesCsv(report)}
        />
      }
    >
      {waterfall ? (
        <div className={table.scroll}>
          <table className={table.table} aria-label={t('changes.title')}>
            <thead>
              <tr>
                <th scope="col">{t('changes.cause')}</th>
                <th
                  scope="col"
                  className={classes.picture}
                  aria-hidden="true"
                />
                <th scope="col" className={table.number}>
                  {t('changes.part')}
                </th>
              </tr>
            </thead>
            <tbody>
              <tr className={classes.edge}>
                <th scope="row">
                  {t('changes.before', { day: formats.day(from.slice(0, 10)) })}
                </th>
                <td aria-hidden="true">
                  <WaterfallBar
                    waterfall={waterfall}
                    from={waterfall.before}
                    to={waterfall.before}
                  />
                </td>
                <td className={table.number}>{formats.share(before)}</td>
              </tr>
              {waterfall.steps.map(step => (
                <tr key={step.cause}>
                  <th scope="row" className={classes.words}>
                    {words.cause[step.cause]}
                    <span className={classes.meaning}>
                      {t(`changes.meaning.${step.cause}`)}
                    </span>
                  </th>
                  <td aria-hidden="true">
                    <WaterfallBar
                      waterfall={waterfall}
                      from={step.from}
                      to={step.to}
                    />
                  </td>
                  <td className={table.number}>
                    {step.part === 0 ? (
                      <span className={table.quiet}>{t('changes.same')}</span>
                    ) : (
                      points(step.part)
                    )}
                  </td>
                </tr>
              ))}
              <tr className={classes.edge}>
                <th scope="row">
                  {t('changes.after', { day: formats.day(to.slice(0, 10)) })}
                </th>
                <td aria-hidden="true">
                  <WaterfallBar
                    waterfall={waterfall}
                    from={waterfall.after}
                    to={waterfall.after}
                  />
                </td>
                <td className={table.number}>
                  {formats.share(after)}{' '}
                  {change !== null && (
                    <span className={table.quiet}>({points(change)})</span>
                  )}
                </td>
              </tr>
            </tbody>
          </table>
        </div>
      ) : (
        <StateChip state="no_data" />
      )}
    </ChartFrame>
  );
}
