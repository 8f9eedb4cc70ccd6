import { Link, MarkdownContent } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { DebtSuggestionDetail } from '@opmodel/backstage-plugin-opmodel-common';
import {
  ActionButton,
  ExplainDrawer,
  ExplainSection,
  PanelSkeleton,
  QueryView,
  useFactStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useState } from 'react';
import {
  DebtItemLink,
  DebtSeverityChip,
  DebtStatusChip,
  FactLine,
} from '../../facts';
import { useSuggestion } from '../../suggestions/suggestionQueries';
import {
  useSuggestionDecision,
  type SuggestionDecision,
} from '../../suggestions/useSuggestionDecision';
import { useSuggestionWords } from '../../suggestions/useSuggestionWords';
import { techDebtSuggestionsTranslationRef } from '../../translations/suggestions';
import { useDebtWords } from '../../words/useDebtWords';
import { DismissDialog } from './DismissDialog';
import { SuggestionEvidence } from './SuggestionEvidence';
import { SuggestionProposal } from './SuggestionProposal';
import { SuggestionStanding } from './SuggestionStanding';

/** One suggestion: what speaks for it, what it may be the same as, what promoting it files, and the decision. */
export function SuggestionDrawer(props: {
  suggestionId: string;
  onClose: () => void;
  onDecided: () => void;
}) {
  const { suggestionId, onClose, onDecided } = props;
  const { t } = useTranslationRef(techDebtSuggestionsTranslationRef);
  const suggestion = useSuggestion(suggestionId);
  const decision = useSuggestionDecision(() => {
    suggestion.retry();
    onDecided();
  });
  return (
    <ExplainDrawer
      open
      eyebrow={t('drawer.eyebrow')}
      title={suggestion.data?.title ?? t('drawer.eyebrow')}
      onClose={onClose}
    >
      <QueryView
        query={suggestion}
        subject={t('drawer.subject')}
        skeleton={<PanelSkeleton height={320} />}
      >
        {detail => <Detail suggestion={detail} decision={decision} />}
      </QueryView>
    </ExplainDrawer>
  );
}

function Detail(props: {
  suggestion: DebtSuggestionDetail;
  decision: SuggestionDecision;
}) {
  const { suggestion, decision } = props;
  const { evidence, description, links, proposed, duplicates } = suggestion;
  const { t } = useTranslationRef(techDebtSuggestionsTranslationRef);
  const facts = useFactStyles();
  const debtWords = useDebtWords();
  return (
    <div className={facts.line} style={{ display: 'block' }}>
      <Facts suggestion={suggestion} />
      <SuggestionStanding suggestion={suggestion} />
      <Deeds suggestion={suggestion} decision={decision} />
      <ExplainSection title={t('drawer.speaks')}>
        <SuggestionEvidence evidence={evidence} />
      </ExplainSection>
      {description && (
        <ExplainSection title={t('drawer.about')}>
          <MarkdownContent content={description} dialect="common-mark" />
        </ExplainSection>
      )}
      {links.length > 0 && (
        <ExplainSection title={t('drawer.links')}>
          <ul className={facts.list}>
            {links.map(({ type, ref, title }) => (
              <li key={`${type} ${ref}`} className={facts.line}>
                <span>{debtWords.link[type]}</span>
                {/^https?:/.test(ref) ? (
                  <Link to={ref}>{title ?? ref}</Link>
                ) : (
                  <span>{title ?? ref}</span>
                )}
              </li>
            ))}
          </ul>
        </ExplainSection>
      )}
      {suggestion.may.promote && duplicates.length > 0 && (
        <ExplainSection title={t('drawer.duplicates')}>
          <ul className={facts.list}>
            {duplicates.map(({ id, title, status }) => (
              <li key={id} className={facts.line}>
                <DebtItemLink itemId={id}>{title}</DebtItemLink>
                <DebtStatusChip status={status} />
                <ActionButton
                  aria-disabled={decision.running}
                  onClick={() =>
                    decision.decide(suggestion.id, {
                      deed: 'promote',
                      itemId: id,
                    })
                  }
                >
                  {t('deed.sameItem')}
                </ActionButton>
              </li>
            ))}
          </ul>
        </ExplainSection>
      )}
      {suggestion.may.promote && (
        <ExplainSection title={t('drawer.proposed')}>
          <SuggestionProposal proposed={proposed} />
        </ExplainSection>
      )}
    </div>
  );
}

function Facts(props: { suggestion: DebtSuggestionDetail }) {
  const { source, entity, severity, since, firstSeen, lastSeen } =
    props.suggestion;
  const { t } = useTranslationRef(techDebtSuggestionsTranslationRef);
  const formats = useFormats();
  const words = useSuggestionWords();
  return (
    <FactLine>
      <span>{words.source[source]}</span>
      <EntityRefLink entityRef={entity.ref} title={entity.title ?? undefined} />
      <DebtSeverityChip severity={severity} />
      <span>
        {since === null
          ? t('drawer.seenSince', { day: formats.day(firstSeen) })
          : t('drawer.since', { day: formats.day(since) })}
      </span>
      <span>
        {t('drawer.found', {
          first: formats.instant(firstSeen),
          last: formats.instant(lastSeen),
        })}
      </span>
    </FactLine>
  );
}

function Deeds(props: {
  suggestion: DebtSuggestionDetail;
  decision: SuggestionDecision;
}) {
  const { suggestion, decision } = props;
  const { id, may, title } = suggestion;
  const { t } = useTranslationRef(techDebtSuggestionsTranslationRef);
  const facts = useFactStyles();
  const [isDismissing, setDismissing] = useState(false);
  const { running, error } = decision;
  return (
    <>
      <div className={facts.actions}>
        {may.promote && (
          <ActionButton
            variant="contained"
            color="primary"
            aria-disabled={running}
            onClick={() => decision.decide(id, { deed: 'promote' })}
          >
            {t('deed.promote')}
          </ActionButton>
        )}
        {may.dismiss && (
          <ActionButton variant="outlined" onClick={() => setDismissing(true)}>
            {t('deed.dismiss')}
          </ActionButton>
        )}
        {may.putBack && (
          <ActionButton
            variant="outlined"
            aria-disabled={running}
            onClick={() => decision.decide(id, { deed: 'put_back' })}
          >
            {t('deed.putBack')}
          </ActionButton>
        )}
      </div>
      {error && !isDismissing && (
        <p role="alert" className={facts.text}>
          {t('drawer.failed', { message: error.message })}
        </p>
      )}
      {isDismissing && may.dismiss && (
        <DismissDialog
          title={t('dismiss.title', { title })}
          running={running}
          error={error}
          onSubmit={reason => decision.decide(id, { deed: 'dismiss', reason })}
          onClose={() => setDismissing(false)}
        />
      )}
    </>
  );
}
