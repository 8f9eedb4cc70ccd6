import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { DecisionPage } from '@opmodel/backstage-plugin-opmodel-common';
import {
  ActionButton,
  EmptyState,
  NewestFirstPaging,
  Panel,
  QueryView,
  RowsSkeleton,
  useFactStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useState } from 'react';
import { DECISIONS_PER_PAGE, useDecisions } from '../../hooks/useDecisions';
import { ownershipDecisionsTranslationRef } from '../../translations/decisions';
import { DecisionRightsPanel } from '../DecisionRightsPanel';
import { DecisionDetail } from './DecisionDetail';
import { DecisionFilters } from './DecisionFilters';
import { DecisionForm } from './DecisionForm';
import { DecisionTable } from './DecisionTable';
import { ForumsPanel } from './ForumsPanel';
import { useDecisionParams, type DecisionParams } from './useDecisionParams';

const SKELETON_ROWS = 8;

/** What was decided, where it is decided, and who decides about an entity. */
export function DecisionsPage() {
  const params = useDecisionParams();
  const decisions = useDecisions(params.question);
  const [entering, setEntering] = useState(false);
  const { entityRef } = params.question;
  if (params.open !== null) {
    return (
      <DecisionDetail
        key={params.open}
        id={params.open}
        linkTo={params.linkTo}
        onClose={() => params.show(null)}
        onChanged={decisions.page.retry}
      />
    );
  }
  return (
    <>
      <DecisionLog
        params={params}
        decisions={decisions}
        onEnter={() => setEntering(true)}
      />
      {entityRef && <DecisionRightsPanel entityRef={entityRef} />}
      <ForumsPanel entityRef={entityRef} />
      {entering && (
        <DecisionForm
          entityRef={entityRef}
          onClose={() => setEntering(false)}
          onSaved={({ id }) => {
            setEntering(false);
            decisions.page.retry();
            params.show(id);
          }}
        />
      )}
    </>
  );
}

function DecisionLog(props: {
  params: DecisionParams;
  decisions: ReturnType<typeof useDecisions>;
  onEnter: () => void;
}) {
  const { params, decisions, onEnter } = props;
  const { t } = useTranslationRef(ownershipDecisionsTranslationRef);
  return (
    <Panel
      flush
      title={t('title')}
      actions={<ActionButton onClick={onEnter}>{t('enter')}</ActionButton>}
    >
      <DecisionFilters question={params.question} onChange={params.filter} />
      <QueryView
        query={decisions.page}
        subject={t('subject')}
        skeleton={<RowsSkeleton rows={SKELETON_ROWS} />}
      >
        {page => (
          <Decisions page={page} params={params} decisions={decisions} />
        )}
      </QueryView>
    </Panel>
  );
}

function Decisions(props: {
  page: DecisionPage;
  params: DecisionParams;
  decisions: ReturnType<typeof useDecisions>;
}) {
  const { page, params, decisions } = props;
  const { t } = useTranslationRef(ownershipDecisionsTranslationRef);
  const facts = useFactStyles();
  const formats = useFormats();
  const isFiltered = Object.values(params.question).some(
    value => value !== undefined,
  );
  if (page.items.length === 0) {
    return isFiltered ? (
      <EmptyState
        title={t('noneFoundTitle')}
        description={t('noneFoundText')}
        action={
          <ActionButton
            onClick={() =>
              params.filter({
                text: undefined,
                entityRef: undefined,
                owner: undefined,
                status: undefined,
                reviewDue: undefined,
              })
            }
          >
            {t('clearFilters')}
          </ActionButton>
        }
      />
    ) : (
      <EmptyState title={t('emptyTitle')} description={t('emptyText')} />
    );
  }
  return (
    <>
      <p className={facts.quiet}>
        {t('caption', { total: formats.count(page.totalItems) })}
      </p>
      <DecisionTable decisions={page.items} linkTo={params.linkTo} />
      {page.totalItems > DECISIONS_PER_PAGE && (
        <NewestFirstPaging
          label={t('pages')}
          page={page}
          pages={decisions.cursors.pagesAround(page.nextCursor)}
          rowsPerPage={DECISIONS_PER_PAGE}
        />
      )}
    </>
  );
}
