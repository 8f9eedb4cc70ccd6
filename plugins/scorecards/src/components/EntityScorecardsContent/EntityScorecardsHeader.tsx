import { useTranslationRef } from '@backstage/frontend-plugin-api';
import LinearProgress from '@material-ui/core/LinearProgress';
import { makeStyles } from '@material-ui/core/styles';
import type { EntityScorecards } from '@opmodel/backstage-plugin-opmodel-common';
import {
  ActionButton,
  opmodelTranslationRef,
  StateChip,
  useAction,
  useOpmodelApi,
  type QueryState,
} from '@opmodel/backstage-plugin-opmodel-react';
import { scorecardsTranslationRef } from '../../translation';
import { scorecardsEntityTranslationRef } from '../../translations/entity';
import { EvaluatedNote, FactLine, ScorecardDocsLink } from '../facts';

const useStyles = makeStyles(theme => ({
  header: { position: 'relative', marginBottom: theme.spacing(2) },
  strip: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1, 3),
    minHeight: 44,
  },
  title: {
    margin: 0,
    fontSize: 18,
    lineHeight: '26px',
    fontWeight: 600,
    color: theme.palette.text.primary,
    overflowWrap: 'anywhere',
  },
  progress: { position: 'absolute', left: 0, right: 0, bottom: -8, height: 2 },
}));

/** What the tab is about and how fresh that is, and the way to have it evaluated at once. */
export function EntityScorecardsHeader(props: {
  entityRef: string;
  /** Shown until the answer says what it is about. */
  title: string;
  query: QueryState<EntityScorecards>;
}) {
  const { entityRef, title, query } = props;
  const { data } = query;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const { t: texts } = useTranslationRef(scorecardsEntityTranslationRef);
  const { t: shared } = useTranslationRef(opmodelTranslationRef);
  const classes = useStyles();
  const api = useOpmodelApi();
  // Of a group or a system mostly nothing is asked itself: then there is nothing to evaluate, and what is in it is what is shown.
  const isAsked =
    data !== undefined &&
    (data.members === null ||
      data.scorecards.some(scorecard => scorecard.isAsked));
  const evaluation = useAction(
    () => api.evaluateEntityScorecards(entityRef),
    query.retry,
  );
  return (
    <header className={classes.header}>
      <div className={classes.strip}>
        <h2 className={classes.title}>{data?.scope.title ?? title}</h2>
        {data?.mayEvaluate && isAsked && (
          <ActionButton
            variant="outlined"
            aria-disabled={evaluation.running}
            onClick={() => evaluation.run()}
          >
            {evaluation.running
              ? texts('header.evaluating')
              : texts('header.evaluate')}
          </ActionButton>
        )}
      </div>
      {data && (
        <FactLine>
          {data.scope.tier !== null && (
            <span>{t('tier', { tier: data.scope.tier })}</span>
          )}
          <span>
            <EvaluatedNote
              asOf={isAsked ? data.evaluatedAt : data.members?.asOf ?? null}
            />
          </span>
          {data.waiting && (
            <span>
              <StateChip state="attention" label={texts('header.waiting')} />
            </span>
          )}
          <span>
            <ScorecardDocsLink />
          </span>
        </FactLine>
      )}
      <div role="status">
        {evaluation.error && (
          <StateChip
            state="error"
            label={texts('header.evaluationFailed', {
              message: evaluation.error.message,
            })}
          />
        )}
        {evaluation.result && (
          <StateChip state="good" label={texts('header.evaluated')} />
        )}
      </div>
      {query.phase === 'refreshing' && (
        <LinearProgress
          className={classes.progress}
          aria-label={shared('view.refreshing')}
        />
      )}
    </header>
  );
}
