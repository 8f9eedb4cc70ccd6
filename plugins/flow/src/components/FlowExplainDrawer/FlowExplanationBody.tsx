import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type { FlowExplanation } from '@opmodel/backstage-plugin-opmodel-common';
import {
  ExplainSection,
  FreshnessNote,
  opmodelTranslationRef,
  StateChip,
  useFormats,
  WorkingTimeNote,
} from '@opmodel/backstage-plugin-opmodel-react';
import type { FlowQuery, WorkItemFilter } from '../../hooks/flowQuery';
import { flowTranslationRef } from '../../translation';
import { WorkItemsTable } from '../WorkItemsTable';
import { ExplanationFigures } from './ExplanationFigures';
import { FlowDocsLink } from './FlowDocsLink';
import { useExclusionWords } from './useExclusionWords';
import { useMetricTexts } from './useMetricTexts';

const useStyles = makeStyles(theme => ({
  definition: { marginTop: theme.spacing(0.5), fontSize: 13 },
  rows: { margin: theme.spacing(0, -2) },
  list: { margin: 0, paddingLeft: theme.spacing(2.5) },
}));

/** Numbers that are made of items in progress; the others are made of what was completed. */
const OF_OPEN_ITEMS: FlowExplanation['metric'][] = ['wip', 'work-item-age'];
const OF_BUILDS: FlowExplanation['metric'][] = [
  'build-success',
  'build-duration',
];

/** Numbers that are made of durations. */
const OF_DURATIONS: FlowExplanation['metric'][] = [
  'cycle-time',
  'flow-time',
  'work-item-age',
  'flow-efficiency',
];

/** What a number means, over which days and of how much, the arithmetic with this case's figures, what was left out, and the rows. */
export function FlowExplanationBody(props: {
  entityRef: string;
  query: FlowQuery;
  explanation: FlowExplanation;
}) {
  const { entityRef, query, explanation } = props;
  const { metric, scope, definition, window, freshness } = explanation;
  const { state, n, minimum, approximate, excluded } = explanation;
  const { t } = useTranslationRef(flowTranslationRef);
  const { t: shared } = useTranslationRef(opmodelTranslationRef);
  const formats = useFormats();
  const classes = useStyles();
  const texts = useMetricTexts();
  const exclusionWords = useExclusionWords();
  const filter: WorkItemFilter = {
    state: OF_OPEN_ITEMS.includes(metric) ? 'in_progress' : 'completed',
  };
  return (
    <>
      <ExplainSection title={shared('explain.whatItMeans')}>
        {texts[metric].meaning}
        <div className={classes.definition}>
          <FlowDocsLink definition={definition} />
        </div>
      </ExplainSection>
      <ExplainSection title={shared('explain.window')}>
        {t('explain.window', {
          range: formats.dayRange(window.from, window.to),
          zone: window.zone,
          previous: formats.dayRange(window.previous.from, window.previous.to),
        })}{' '}
        {OF_DURATIONS.includes(metric) && (
          <WorkingTimeNote
            workingTime={definition.workingTime}
            window={window}
          />
        )}
      </ExplainSection>
      <ExplainSection title={shared('explain.sample')}>
        {t('explain.sample', {
          n: formats.count(n),
          minimum: formats.count(minimum),
        })}{' '}
        {approximate && t('explain.approximate')}{' '}
        {state !== 'ok' && (
          <StateChip state={state} count={state === 'thin' ? n : undefined} />
        )}
      </ExplainSection>
      <ExplainSection title={shared('explain.freshness')}>
        <FreshnessNote freshness={freshness} zone={window.zone} />
      </ExplainSection>
      <ExplainSection title={shared('explain.formula')}>
        <ExplanationFigures figures={explanation.figures} />
      </ExplainSection>
      <ExplainSection title={shared('explain.leftOut')}>
        {excluded.length === 0 ? (
          shared('explain.nothingLeftOut')
        ) : (
          <ul className={classes.list}>
            {excluded.map(({ reason, unit, count }) => (
              <li key={`${unit} ${reason}`}>
                {formats.count(count)}: {exclusionWords(reason)}
              </li>
            ))}
          </ul>
        )}
      </ExplainSection>
      {!OF_BUILDS.includes(metric) && (
        <ExplainSection title={shared('explain.rows')}>
          <div className={classes.rows}>
            <WorkItemsTable
              entityRef={entityRef}
              query={query}
              filter={filter}
              zone={window.zone}
              withComponent={scope.rollUp}
            />
          </div>
        </ExplainSection>
      )}
    </>
  );
}
