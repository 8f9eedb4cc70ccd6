import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type { DoraExplanation } from '@opmodel/backstage-plugin-opmodel-common';
import { useFormats } from '@opmodel/backstage-plugin-opmodel-react';
import { doraTranslationRef } from '../../translation';

type Figure = DoraExplanation['figures'][number];

const useStyles = makeStyles(theme => ({
  formula: {
    padding: theme.spacing(1.25, 1.5),
    marginBottom: theme.spacing(1),
    borderRadius: 6,
    border: `1px solid ${theme.palette.divider}`,
    backgroundColor: theme.palette.background.default,
    fontVariantNumeric: 'tabular-nums',
  },
  result: { display: 'block', fontWeight: 600 },
  figures: {
    display: 'grid',
    gridTemplateColumns: '1fr auto',
    margin: 0,
    fontSize: 13,
    lineHeight: '24px',
    '& dt': { color: theme.palette.text.secondary },
    '& dd': {
      margin: 0,
      textAlign: 'right',
      fontVariantNumeric: 'tabular-nums',
    },
    '& > *': { borderBottom: `1px solid ${theme.palette.divider}` },
    '& > :nth-last-child(-n + 2)': { borderBottom: 'none' },
  },
}));

/** The arithmetic of a number with this case's figures put in, and the figures themselves. */
export function Formula(props: { explanation: DoraExplanation }) {
  const { figures } = props.explanation;
  const classes = useStyles();
  const names = useFigureNames();
  const format = useFigureFormat();
  const { sentence, result } = useFormulaText(props.explanation);
  // A place in the order says something within the sentence only.
  const listed = figures.filter(({ unit }) => unit !== 'rank');
  return (
    <>
      <div className={classes.formula}>
        {sentence} {result && <span className={classes.result}>{result}</span>}
      </div>
      <dl className={classes.figures}>
        {listed.flatMap(figure => [
          <dt key={`${figure.label} name`}>{names[figure.label]}</dt>,
          <dd key={figure.label}>{format(figure)}</dd>,
        ])}
      </dl>
    </>
  );
}

function useFormulaText(explanation: DoraExplanation): {
  sentence: string;
  result?: string;
} {
  const { metric, scope, figures } = explanation;
  const { t } = useTranslationRef(doraTranslationRef);
  const format = useFigureFormat();
  const figure = (label: Figure['label']) =>
    figures.find(candidate => candidate.label === label);
  const text = (label: Figure['label']) => {
    const found = figure(label);
    return found ? format(found) : '';
  };
  const resultOf = (label: Figure['label']) =>
    t('explain.equals', { value: text(label) });
  const known = (label: Figure['label']) =>
    (figure(label)?.value ?? null) !== null;

  if (metric === 'change-lead-time' && known('median')) {
    const below = text('rank-below');
    const above = text('rank-above');
    const n = text('changes-counted');
    return {
      sentence:
        below === above
          ? t('explain.formulaLeadTime', { n, rank: below })
          : t('explain.formulaLeadTimeBetween', { n, below, above }),
      result: resultOf('median'),
    };
  }
  if (
    metric === 'deployment-frequency' &&
    scope.rollUp &&
    known('median-per-week')
  ) {
    return {
      sentence: t('explain.formulaFrequencyRollUp', {
        active: text('active-components'),
        weeks: text('weeks'),
      }),
      result: resultOf('median-per-week'),
    };
  }
  if (metric === 'deployment-frequency' && !scope.rollUp && known('per-week')) {
    return {
      sentence: t('explain.formulaFrequency', {
        deployments: text('deployments-counted'),
        weeks: text('weeks'),
      }),
      result: resultOf('per-week'),
    };
  }
  return { sentence: t('explain.noFormula') };
}

function useFigureFormat(): (figure: Figure) => string {
  const formats = useFormats();
  return ({ value, unit }) => {
    switch (unit) {
      case 'seconds':
        return formats.duration(value);
      case 'per-week':
        return formats.rate(value);
      case 'ratio':
        return formats.share(value);
      case 'weeks':
        return formats.decimal(value);
      default:
        return formats.count(value);
    }
  };
}

type ListedFigure = Exclude<Figure['label'], 'rank-below' | 'rank-above'>;

function useFigureNames(): Record<string, string> {
  const { t } = useTranslationRef(doraTranslationRef);
  const names: Record<ListedFigure, string> = {
    'deployments-recorded': t('figure.deploymentsRecorded'),
    'deployments-counted': t('figure.deploymentsCounted'),
    'changes-carried': t('figure.changesCarried'),
    'changes-counted': t('figure.changesCounted'),
    median: t('figure.median'),
    p75: t('figure.p75'),
    p90: t('figure.p90'),
    weeks: t('figure.weeks'),
    'per-week': t('figure.perWeek'),
    'reporting-components': t('figure.reportingComponents'),
    'active-components': t('figure.activeComponents'),
    'median-per-week': t('figure.medianPerWeek'),
    'share-weekly': t('figure.shareWeekly'),
  };
  return names;
}
