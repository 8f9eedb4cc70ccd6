import { MarkdownContent } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type {
  EntityCheck,
  EntityScorecard,
  EntityScorecards,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  LinkedDebt,
  Snippet,
  useFactStyles,
} from '@opmodel/backstage-plugin-opmodel-react';
import type { ReactNode } from 'react';
import { scorecardsEntityTranslationRef } from '../../translations/entity';
import { useScorecardWords } from '../../verdict';
import { OwnerName } from '../facts';
import { CheckActions } from './CheckActions';
import { CheckLinks } from './CheckLinks';
import { EvidenceTable } from './EvidenceTable';
import { ExemptionNote } from './ExemptionNote';

const useStyles = makeStyles(theme => ({
  details: {
    padding: theme.spacing(0, 2, 2),
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(0.5),
  },
  solution: {
    fontSize: 13,
    lineHeight: '20px',
    color: theme.palette.text.primary,
    '& p': { margin: theme.spacing(0, 0, 1) },
  },
}));

/** Props of a check of an entity. */
export interface CheckProps {
  report: EntityScorecards;
  result: EntityScorecard;
  check: EntityCheck;
  /** Called after something has changed. */
  onChanged: () => void;
}

/** Why a verdict is what it is, what mends it, on what it rests, and what can be done about it. */
export function CheckDetails(props: CheckProps) {
  const { report, result, check } = props;
  const { t } = useTranslationRef(scorecardsEntityTranslationRef);
  const facts = useFactStyles();
  const classes = useStyles();
  return (
    <div className={classes.details}>
      {check.description && <p className={facts.quiet}>{check.description}</p>}
      {check.message && <p className={facts.text}>{check.message}</p>}
      {check.detail && (
        <p className={facts.text}>{t('check.detail', { why: check.detail })}</p>
      )}
      <StandingNotes check={check} result={result} />
      <ExemptionNote exemption={check.exemption} />
      {check.solution && (
        <section aria-label={t('check.solution')}>
          <h4 className={facts.heading}>{t('check.solution')}</h4>
          <div className={classes.solution}>
            <MarkdownContent content={check.solution} dialect="gfm" />
          </div>
        </section>
      )}
      <CheckLinks links={check.links} />
      {check.evidence.length > 0 && (
        <DetailSection title={t('evidence.title')}>
          <EvidenceTable
            label={t('evidence.of', { check: check.name })}
            entityRef={report.scope.ref}
            evidence={check.evidence}
          />
        </DetailSection>
      )}
      <DetailSection title={t('check.expression')}>
        <Snippet text={check.expression} />
        {check.filter && (
          <>
            <h4 className={facts.heading}>{t('check.filter')}</h4>
            <Snippet text={check.filter} />
          </>
        )}
      </DetailSection>
      {check.ownerRef && (
        <p className={facts.quiet}>
          {t('check.owner', {
            owner: <OwnerName entityRef={check.ownerRef} />,
          })}
        </p>
      )}
      <CheckActions {...props} />
      <LinkedDebt
        type="check"
        linkRef={`${result.scorecard.ref}#${check.checkId}`}
        entityRef={report.scope.ref}
        Frame={DetailSection}
      />
    </div>
  );
}

function DetailSection(props: { title: string; children: ReactNode }) {
  const facts = useFactStyles();
  return (
    <section>
      <h4 className={facts.heading}>{props.title}</h4>
      {props.children}
    </section>
  );
}

/** What counts while nothing can be found, and what is about to count. */
function StandingNotes(props: { check: EntityCheck; result: EntityScorecard }) {
  const { check, result } = props;
  const { t } = useTranslationRef(scorecardsEntityTranslationRef);
  const facts = useFactStyles();
  const words = useScorecardWords();
  return (
    <>
      {check.standing !== null && check.standing !== check.state && (
        <p className={facts.quiet}>
          {result.held.includes(check.checkId)
            ? t('check.heldLong', { state: words.verdict[check.standing] })
            : t('check.standing', { state: words.verdict[check.standing] })}
        </p>
      )}
      {check.pending && (
        <p className={facts.quiet}>
          {t('check.pendingLong', {
            state: words.verdict[check.pending.state],
            times: String(check.pending.times),
            of: String(check.pending.of),
          })}
        </p>
      )}
    </>
  );
}
