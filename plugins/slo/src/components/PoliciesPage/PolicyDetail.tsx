import { stringifyEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  Acceptance,
  ErrorBudgetPolicyReport,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  ActionButton,
  EmptyState,
  NoteChip,
  Panel,
  PanelSkeleton,
  QueryView,
  StateChip,
  toWindowQuery,
  useFactStyles,
  useSectionStyles,
  useWindowParams,
  WindowPicker,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useState } from 'react';
import { useParams } from 'react-router-dom';
import { useErrorBudgetPolicy } from '../../hooks/sloQueries';
import { rootRouteRef } from '../../routes';
import { sloPolicyTranslationRef } from '../../translations/policies';
import { stateOfMode } from '../../words/sloStates';
import { useSloWords } from '../../words/useSloWords';
import { AskedNotice, OwnerName } from '../facts';
import { ConsequenceTable, ExceptionDialog } from '../Policies';
import { PolicyTerms } from './PolicyTerms';
import { ShadowReportPanel } from './ShadowReportPanel';

const SKELETON_HEIGHT = 320;

/** One policy: what follows at which budget, who agreed, what it holds, and what it would have held. */
export function PolicyDetail() {
  const { namespace = 'default', name = '' } = useParams();
  const { t } = useTranslationRef(sloPolicyTranslationRef);
  const sections = useSectionStyles();
  const facts = useFactStyles();
  const root = useRouteRef(rootRouteRef)();
  const policyRef = stringifyEntityRef({
    kind: 'ErrorBudgetPolicy',
    namespace,
    name,
  });
  const { selection, setSelection } = useWindowParams();
  const report = useErrorBudgetPolicy(policyRef, toWindowQuery(selection));
  return (
    <div className={sections.page}>
      <div className={facts.line} style={{ justifyContent: 'space-between' }}>
        <Link to={`${root}/policies`}>{t('detail.back')}</Link>
        <WindowPicker value={selection} onChange={setSelection} />
      </div>
      <QueryView
        query={report}
        subject={t('list.subject')}
        skeleton={<PanelSkeleton height={SKELETON_HEIGHT} />}
        notFound={
          <EmptyState
            title={t('detail.unknownPolicy')}
            description={t('detail.unknownPolicyText')}
          />
        }
      >
        {data => <PolicyReport report={data} />}
      </QueryView>
    </div>
  );
}

function PolicyReport(props: { report: ErrorBudgetPolicyReport }) {
  const { policy, consequences, shadow, exceptions } = props.report;
  const { t } = useTranslationRef(sloPolicyTranslationRef);
  const words = useSloWords();
  const sections = useSectionStyles();
  const facts = useFactStyles();
  const [isAsking, setAsking] = useState(false);
  const [asked, setAsked] = useState<Acceptance>();
  return (
    <>
      <Panel
        title={policy.title}
        actions={
          <StateChip
            state={stateOfMode[policy.mode]}
            label={words.mode[policy.mode]}
          />
        }
      >
        {policy.description && (
          <p className={facts.text}>{policy.description}</p>
        )}
        <div className={facts.line}>
          <OwnerName entityRef={policy.ownerRef} />
          <NoteChip>
            {t('applied.version', { version: policy.version })}
          </NoteChip>
          <span>{t('list.entitiesCount', { count: policy.entities })}</span>
          <span>{t('detail.exceptions', { count: exceptions })}</span>
        </div>
        <AskedNotice acceptance={asked} />
        <div className={facts.actions}>
          <ActionButton variant="outlined" onClick={() => setAsking(true)}>
            {t('applied.ask')}
          </ActionButton>
        </div>
      </Panel>
      <div className={sections.halves}>
        <PolicyTerms policy={policy} />
        <ShadowReportPanel shadow={shadow} mode={policy.mode} />
      </div>
      <Panel title={t('consequence.title')}>
        <ConsequenceTable
          label={t('consequence.title')}
          consequences={consequences}
          empty={t('consequence.empty')}
        />
      </Panel>
      {isAsking && (
        <ExceptionDialog
          policy={policy}
          onClose={() => setAsking(false)}
          onDone={setAsked}
        />
      )}
    </>
  );
}
