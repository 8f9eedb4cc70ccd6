import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type {
  DoraExplanation,
  DoraMetricId,
} from '@opmodel/backstage-plugin-opmodel-common';
import { useFormats } from '@opmodel/backstage-plugin-opmodel-react';
import { doraTranslationRef } from '../../translation';
import { profileOf } from '../metrics/profileOf';

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

type ListedFigure = Exclude<Figure['label'], 'rank-below' | 'rank-above'>;

/** What the median of a metric is taken over. */
const SAMPLE_OF: Partial<Record<DoraMetricId, ListedFigure>> = {
  'change-lead-time': 'changes-counted',
  'failed-deployment-recovery-time': 'recoveries-counted',
  'time-to-restore': 'incidents-counted',
};

/** What a share divides by what. */
const RATIO_OF: Partial<Record<DoraMetricId, [ListedFigure, ListedFigure]>> = {
  'change-fail-rate': ['failed-deployments', 'deployments-counted'],
  'deployment-rework-rate': ['rework-deployments', 'deployments-counted'],
  'incident-recurrence': ['recurrences', 'incidents-counted'],
};

/** The arithmetic of a number with this case's figures put in, and the figures themselves. */
export function Formula(props: { explanation: DoraExplanation }) {
  const { figures } = props.explanation;
  const classes = useStyles();
  const names = useFigureNames(props.explanation);
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
          <dt key={`${figure.label} name`}>
            {names[figure.label as ListedFigure]}
          </dt>,
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
  const names = useFigureNames(explanation);
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

  if (known('median') && known('rank-below')) {
    const below = text('rank-below');
    const above = text('rank-above');
    const places = { n: text(SAMPLE_OF[metric] ?? 'changes-counted') };
    const ofChanges = metric === 'change-lead-time';
    const between = ofChanges
      ? t('explain.formulaLeadTimeBetween', { ...places, below, above })
      : t('explain.formulaDurationBetween', { ...places, below, above });
    const at = ofChanges
      ? t('explain.formulaLeadTime', { ...places, rank: below })
      : t('explain.formulaDuration', { ...places, rank: below });
    return {
      sentence: below === above ? at : between,
      result: resultOf('median'),
    };
  }
  const ratio = RATIO_OF[metric];
  if (ratio && known('rate')) {
    const term = (label: ListedFigure) =>
      t('explain.formulaTerm', {
        value: text(label),
        name: names[label].toLocaleLowerCase(),
      });
    return {
      sentence: t('explain.formulaRatio', {
        numerator: term(ratio[0]),
        denominator: term(ratio[1]),
      }),
      result: resultOf('rate'),
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
  const { t } = useTranslationRef(doraTranslationRef);
  const formats = useFormats();
  return ({ value, unit }) => {
    switch (unit) {
      case 'seconds':
        return formats.duration(value);
      case 'per-week':
        return formats.rate(value);
      case 'ratio':
        return formats.share(value);
      case 'per-day':
        return t('figure.perDayValue', { value: formats.decimal(value) });
      case 'weeks':
      case 'days':
        return formats.decimal(value);
      default:
        return formats.count(value);
    }
  };
}

/** The figures in the words of the definition, which may count commits for changes and incidents for failed deployments. */
function useFigureNames({
  metric,
  definition,
}: DoraExplanation): Record<ListedFigure, string> {
  const { t } = useTranslationRef(doraTranslationRef);
  const profile = profileOf(definition);
  const unit = profile?.leadTime.unit;
  const ofCommits = unit === 'commit';
  const countsIncidents =
    metric === 'change-fail-rate' &&
    profile?.failures.numerator === 'incidents';
  const requests =
    unit === 'merge_request'
      ? t('figure.mergeRequestsCounted')
      : t('figure.changesCounted');
  return {
    'deployments-recorded': t('figure.deploymentsRecorded'),
    'deployments-counted': t('figure.deploymentsCounted'),
    'changes-carried': ofCommits
      ? t('figure.commitsCarried')
      : t('figure.changesCarried'),
    'changes-counted': ofCommits ? t('figure.commitsCounted') : requests,
    median: t('figure.median'),
    p75: t('figure.p75'),
    p90: t('figure.p90'),
    weeks: t('figure.weeks'),
    'per-week': t('figure.perWeek'),
    'reporting-components': t('figure.reportingComponents'),
    'active-components': t('figure.activeComponents'),
    'median-per-week': t('figure.medianPerWeek'),
    'share-weekly': t('figure.shareWeekly'),
    'failed-deployments': countsIncidents
      ? t('figure.incidentsDivided')
      : t('figure.failedDeployments'),
    'rework-deployments': t('figure.reworkDeployments'),
    'incidents-recorded': t('figure.incidentsRecorded'),
    'incidents-linked': t('figure.incidentsLinked'),
    'incidents-counted': t('figure.incidentsCounted'),
    recurrences: t('figure.recurrences'),
    'recoveries-counted': t('figure.recoveriesCounted'),
    rate: t('figure.rate'),
    'deployment-days': t('figure.deploymentDays'),
    days: t('figure.days'),
    'per-day': t('figure.perDay'),
    printed: t('figure.printed'),
  };
}
