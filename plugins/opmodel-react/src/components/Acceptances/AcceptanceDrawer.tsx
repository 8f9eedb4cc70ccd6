import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import type { Acceptance } from '@opmodel/backstage-plugin-opmodel-common';
import { useFormats } from '../../format/useFormats';
import { ExplainDrawer, ExplainSection } from '../ExplainDrawer';
import { LinkedDebt } from '../LinkedDebt';
import { RelativeTime } from '../RelativeTime';
import { StateChip } from '../StateChip';
import { QueryView, RowsSkeleton, Snippet } from '../ViewStates';
import { opmodelAcceptancesTranslationRef } from './translation';
import { useAcceptance } from './useAcceptance';
import { AcceptanceDecision } from './AcceptanceDecision';
import { UntilWhen } from './AcceptanceTable';
import { judgedStates, useAcceptanceWords } from './useAcceptanceWords';

const SKELETON_ROWS = 6;

const useStyles = makeStyles(theme => ({
  text: { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  list: { margin: 0, paddingLeft: theme.spacing(2.5) },
  quiet: { color: theme.palette.text.secondary },
}));

/** One acceptance: why it was asked for, who decides and why they do, what became of it, and the caller's own decision. */
export function AcceptanceDrawer(props: {
  id: string;
  onClose: () => void;
  /** Called after something was decided. */
  onChanged: () => void;
}) {
  const { id, onClose, onChanged } = props;
  const { t } = useTranslationRef(opmodelAcceptancesTranslationRef);
  const classes = useStyles();
  const query = useAcceptance(id);
  return (
    <ExplainDrawer
      open
      onClose={onClose}
      eyebrow={t('detail.eyebrow')}
      title={query.data?.title ?? t('page.title')}
    >
      <QueryView
        query={query}
        subject={t('page.subject')}
        skeleton={<RowsSkeleton rows={SKELETON_ROWS} />}
        notFound={<p className={classes.quiet}>{t('detail.notFound')}</p>}
      >
        {acceptance => (
          <>
            <Details acceptance={acceptance} />
            <AcceptanceDecision
              acceptance={acceptance}
              onDone={() => {
                query.retry();
                onChanged();
              }}
            />
            <LinkedDebt
              type="exemption"
              linkRef={acceptance.id}
              Frame={ExplainSection}
            />
            <History acceptance={acceptance} />
          </>
        )}
      </QueryView>
    </ExplainDrawer>
  );
}

function Details(props: { acceptance: Acceptance }) {
  const { acceptance } = props;
  const { state, subject, riskLevel, maximumDays, details } = acceptance;
  const { t } = useTranslationRef(opmodelAcceptancesTranslationRef);
  const words = useAcceptanceWords();
  const formats = useFormats();
  const classes = useStyles();
  return (
    <>
      <ExplainSection title={words.subject[subject]}>
        <StateChip state={judgedStates[state]} label={words.state[state]} />{' '}
        <UntilWhen acceptance={acceptance} /> · {t('column.risk')}:{' '}
        {words.risk[riskLevel]}{' '}
        {maximumDays !== null && (
          <span className={classes.quiet}>
            ({t('detail.maximum', { n: formats.count(maximumDays) })})
          </span>
        )}
      </ExplainSection>
      <ExplainSection title={t('detail.reason')}>
        <p className={classes.text}>{acceptance.reason}</p>
      </ExplainSection>
      <ExplainSection title={t('detail.control')}>
        <p className={classes.text}>
          {acceptance.compensatingControl ?? t('detail.noControl')}
        </p>
      </ExplainSection>
      <ExplainSection title={t('detail.entities')}>
        <ul className={classes.list}>
          {acceptance.entities.map(({ ref, title }) => (
            <li key={ref}>
              <EntityRefLink entityRef={ref} title={title} />
            </li>
          ))}
        </ul>
      </ExplainSection>
      {state === 'approved' && typeof details.snippet === 'string' && (
        <ExplainSection title={t('detail.next')}>
          <p className={classes.text}>{t('detail.changeOwner')}</p>
          <Snippet text={details.snippet} />
        </ExplainSection>
      )}
      <Approvers acceptance={acceptance} />
    </>
  );
}

function Approvers(props: { acceptance: Acceptance }) {
  const { approvers, approvalsNeeded } = props.acceptance;
  const { t } = useTranslationRef(opmodelAcceptancesTranslationRef);
  const classes = useStyles();
  return (
    <ExplainSection title={t('detail.approvers')}>
      {approvers.length === 0 ? (
        <p className={classes.text}>{t('detail.nobody')}</p>
      ) : (
        <>
          <ul className={classes.list}>
            {approvers.map(({ ref, title, exists, rightId }) => (
              <li key={ref}>
                <EntityRefLink entityRef={ref} title={title} />{' '}
                <span className={classes.quiet}>
                  {rightId === null
                    ? t('detail.byRule')
                    : t('detail.byRight', { right: rightId })}
                  {!exists && ` · ${t('detail.missing')}`}
                </span>
              </li>
            ))}
          </ul>
          <p className={classes.text}>
            {t('detail.needed', { count: approvalsNeeded })}
          </p>
        </>
      )}
    </ExplainSection>
  );
}

function History(props: { acceptance: Acceptance }) {
  const { history } = props.acceptance;
  const { t } = useTranslationRef(opmodelAcceptancesTranslationRef);
  const words = useAcceptanceWords();
  const classes = useStyles();
  return (
    <ExplainSection title={t('detail.history')}>
      <ol className={classes.list}>
        {history.map(({ at, kind, by, note }) => (
          <li key={`${at} ${kind} ${by}`}>
            <RelativeTime instant={at} />: {words.state[kind]}{' '}
            {by === null
              ? t(kind === 'approved' ? 'detail.organisation' : 'detail.time')
              : t('detail.who', { who: <EntityRefLink entityRef={by} /> })}
            {note && <p className={classes.text}>{note}</p>}
          </li>
        ))}
      </ol>
    </ExplainSection>
  );
}
