import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type { SloReport } from '@opmodel/backstage-plugin-opmodel-common';
import {
  Sparkline,
  StateChip,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { sloCardTranslationRef } from '../../translations/card';
import { stateOfSlo } from '../../words/sloStates';
import { useSloFormats } from '../../words/useSloFormats';
import { useSloWords } from '../../words/useSloWords';
import { worstObjective } from '../SloTable';

const useStyles = makeStyles(theme => ({
  body: { display: 'grid', gap: theme.spacing(0.5) },
  number: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    gap: theme.spacing(0, 1),
    minHeight: 36,
  },
  value: {
    fontSize: 22,
    lineHeight: '36px',
    fontWeight: 600,
    fontVariantNumeric: 'tabular-nums',
    color: theme.palette.text.primary,
  },
  text: {
    fontSize: 13,
    lineHeight: '20px',
    color: theme.palette.text.secondary,
    overflowWrap: 'anywhere',
  },
}));

/** What the card says: what is left of the worst budget, its state and trend. */
export function SloBrief(props: { report: SloReport }) {
  const { items, totalItems, summary } = props.report;
  const { t } = useTranslationRef(sloCardTranslationRef);
  const formats = useFormats();
  const figures = useSloFormats();
  const words = useSloWords();
  const classes = useStyles();
  const [slo] = items;
  const objective = slo && worstObjective(slo);
  if (!slo || !objective) {
    return (
      <div className={classes.body}>
        <div className={classes.number}>
          <StateChip state="no_data" label={t('none')} />
        </div>
        <div className={classes.text}>{t('noneText')}</div>
      </div>
    );
  }
  const isFiring = objective.alerts.some(({ state }) => state === 'firing');
  return (
    <div className={classes.body}>
      <div className={classes.number}>
        <span className={classes.value}>
          {figures.remaining(objective.budget.remaining)}
        </span>
        <StateChip
          state={stateOfSlo[slo.state]}
          label={words.state[slo.state]}
        />
      </div>
      <div className={classes.text}>
        {t('meaning', {
          slo: slo.title,
          attainment: figures.attainment(
            objective.attainment,
            objective.target,
          ),
          target: figures.target(objective.target),
        })}
        {isFiring && `; ${t('burning')}`}
      </div>
      <Sparkline
        fluid
        width={300}
        height={40}
        series="reliability"
        label={t('trend', { slo: slo.title })}
        values={slo.trend.map(({ attainment }) => attainment)}
      />
      <div className={classes.text}>
        {summary
          ? t('met', {
              met: formats.count(
                summary.states.find(({ state }) => state === 'met')?.slos ?? 0,
              ),
              total: formats.count(summary.slos),
            })
          : t('several', { count: totalItems })}
      </div>
    </div>
  );
}
