import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ScorecardExplanation } from '@opmodel/backstage-plugin-opmodel-common';
import {
  ExplainSection,
  Snippet,
  StateChip,
  useFactStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { scorecardsEntityTranslationRef } from '../../translations/entity';
import { useValueText } from '../../values/useValueText';
import { useScorecardWords, VerdictChip } from '../../verdict';
import { EvidenceTable } from '../Check';
import { CheckChanges } from '../CheckChanges';
import { ScorecardDocsLink, ScorecardLink } from '../facts';

/** A verdict with all that led to it: what is asked, by what facts, of whom, by which version, and how it went before. */
export function CheckExplanation(props: {
  entityRef: string;
  explanation: ScorecardExplanation;
}) {
  const { entityRef, explanation } = props;
  const { check, warning, changes } = explanation;
  const { t } = useTranslationRef(scorecardsEntityTranslationRef);
  const facts = useFactStyles();
  const words = useScorecardWords();
  const textOf = useValueText();
  return (
    <>
      <ExplainSection title={t('explain.verdict')}>
        <p className={facts.text}>
          <VerdictChip state={check.state} /> {words.meaning[check.state]}{' '}
          {check.value !== null &&
            t('explain.value', { value: textOf(check.value, check.unit) })}
        </p>
        {check.message && <p className={facts.text}>{check.message}</p>}
        {check.detail && <p className={facts.text}>{check.detail}</p>}
      </ExplainSection>
      <ExplainSection title={t('explain.asked')}>
        {check.description && (
          <p className={facts.quiet}>{check.description}</p>
        )}
        <Snippet text={check.expression} />
        {warning !== null && (
          <>
            <p className={facts.quiet}>{t('explain.warning')}</p>
            <Snippet text={warning} />
          </>
        )}
      </ExplainSection>
      <ExplainSection title={t('evidence.title')}>
        {check.evidence.length === 0 ? (
          <p className={facts.quiet}>{t('evidence.none')}</p>
        ) : (
          <EvidenceTable
            label={t('evidence.title')}
            entityRef={entityRef}
            evidence={check.evidence}
          />
        )}
      </ExplainSection>
      <FilterResults explanation={explanation} />
      <JudgingRules explanation={explanation} />
      {changes.length > 0 && (
        <ExplainSection title={t('explain.changes')}>
          <CheckChanges changes={changes} />
        </ExplainSection>
      )}
      <ExplainSection title={t('explain.docs')}>
        <ScorecardDocsLink />
      </ExplainSection>
    </>
  );
}

/** Whether the check is asked of the entity at all, by each filter. */
function FilterResults(props: { explanation: ScorecardExplanation }) {
  const { filterResults } = props.explanation;
  const { t } = useTranslationRef(scorecardsEntityTranslationRef);
  const facts = useFactStyles();
  return (
    <ExplainSection title={t('explain.filters')}>
      {filterResults.length === 0 ? (
        <p className={facts.quiet}>{t('explain.noFilter')}</p>
      ) : (
        filterResults.map(({ expression, of, holds }) => (
          <div key={of}>
            <p className={facts.text}>
              {of === 'scorecard'
                ? t('explain.filterOfScorecard')
                : t('explain.filterOfCheck')}{' '}
              {holds === null ? (
                <StateChip state="no_data" label={t('explain.unknown')} />
              ) : (
                <StateChip
                  state={holds ? 'good' : 'no_data'}
                  label={holds ? t('explain.holds') : t('explain.holdsNot')}
                />
              )}
            </p>
            <Snippet text={expression} />
          </div>
        ))
      )}
    </ExplainSection>
  );
}

/** How strictly the check is judged, and where that is written. */
function JudgingRules(props: { explanation: ScorecardExplanation }) {
  const { scorecard, definedIn, checkVersion, ...rules } = props.explanation;
  const { freshnessSeconds, confirmations, whenNotReported } = rules;
  const { t } = useTranslationRef(scorecardsEntityTranslationRef);
  const facts = useFactStyles();
  const formats = useFormats();
  return (
    <ExplainSection title={t('explain.rules')}>
      <ul className={facts.list}>
        <li>
          {freshnessSeconds === null
            ? t('explain.freshnessOfProvider')
            : t('explain.freshness', {
                span: formats.duration(freshnessSeconds),
              })}
        </li>
        <li>
          {confirmations > 1
            ? t('explain.confirmations', { count: confirmations })
            : t('explain.atOnce')}
        </li>
        <li>{t(`explain.whenNotReported.${whenNotReported}`)}</li>
        <li>
          {t('explain.version', {
            version: String(checkVersion),
            scorecard: (
              <ScorecardLink amongWords scorecardRef={scorecard.ref}>
                {scorecard.title}
              </ScorecardLink>
            ),
          })}
        </li>
        {definedIn !== null && (
          <li>{t('explain.definedIn', { where: definedIn })}</li>
        )}
      </ul>
    </ExplainSection>
  );
}
