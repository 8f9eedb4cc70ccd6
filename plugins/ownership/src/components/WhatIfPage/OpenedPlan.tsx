import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  OwnershipPlan,
  PlanChange,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  ActionButton,
  EmptyState,
  errorStatus,
  Panel,
  PanelSkeleton,
  QueryView,
  useEntityTitles,
  useFactStyles,
  useFormats,
  useOpmodelApi,
  useQueryState,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useState } from 'react';
import { ownershipWhatIfTranslationRef } from '../../translations/whatIf';
import { ChangesPanel } from './ChangesPanel';
import { SavePlanDialog } from './SavePlanDialog';
import { TeamBoard } from './TeamBoard';
import { WhatIfResult } from './WhatIfResult';

const SKELETON_HEIGHT = 240;

/** A saved plan with what it would do as of now. */
export function OpenedPlan(props: {
  planId: string;
  onClose: () => void;
  onChanged: () => void;
}) {
  const { planId, onClose, onChanged } = props;
  const { t } = useTranslationRef(ownershipWhatIfTranslationRef);
  const api = useOpmodelApi();
  const plan = useQueryState({
    key: planId,
    subject: planId,
    request: signal => api.getOwnershipPlan(planId, { signal }),
  });
  const close = (
    <ActionButton onClick={onClose}>{t('plan.close')}</ActionButton>
  );
  if (plan.error && errorStatus(plan.error) === 404) {
    return (
      <EmptyState
        title={t('plan.goneTitle')}
        description={t('plan.goneText')}
        action={close}
      />
    );
  }
  return (
    <QueryView
      query={plan}
      subject={t('plan.subject')}
      skeleton={<PanelSkeleton height={SKELETON_HEIGHT} />}
    >
      {opened => (
        <Plan
          key={opened.version}
          plan={opened}
          onClose={onClose}
          onSaved={() => {
            plan.retry();
            onChanged();
          }}
        />
      )}
    </QueryView>
  );
}

function Plan(props: {
  plan: OwnershipPlan;
  onClose: () => void;
  onSaved: () => void;
}) {
  const { plan, onClose, onSaved } = props;
  const { t } = useTranslationRef(ownershipWhatIfTranslationRef);
  const api = useOpmodelApi();
  const facts = useFactStyles();
  const formats = useFormats();
  const titleOf = useEntityTitles([plan.createdBy], !plan.mayChange);
  const [changes, setChanges] = useState<PlanChange[]>(plan.changes);
  const [saving, setSaving] = useState(false);
  const isChanged = changes !== plan.changes;
  const asked = useQueryState({
    key: JSON.stringify(changes),
    subject: plan.id,
    enabled: isChanged && changes.length > 0,
    request: signal => api.askWhatIf({ changes }, { signal }),
  });
  const { mayChange } = plan;
  return (
    <>
      <Panel
        title={t('plan.title', { name: plan.name })}
        actions={
          <ActionButton onClick={onClose}>{t('plan.close')}</ActionButton>
        }
      >
        <p className={facts.text}>
          {mayChange
            ? t('plan.own', { until: formats.day(plan.expiresOn) })
            : t('plan.readOnly', { by: titleOf(plan.createdBy) })}
        </p>
      </Panel>
      <ChangesPanel
        mayChange={mayChange}
        changes={changes}
        onChange={setChanges}
        error={isChanged ? asked.error : undefined}
        actions={
          mayChange &&
          changes.length > 0 && (
            <ActionButton onClick={() => setSaving(true)}>
              {t('save.openAgain')}
            </ActionButton>
          )
        }
      />
      {mayChange && (
        <TeamBoard onAdd={change => setChanges(known => [...known, change])} />
      )}
      {!isChanged && plan.problem !== null && (
        <EmptyState
          state="attention"
          title={t('plan.problemTitle')}
          description={plan.problem}
        />
      )}
      {!isChanged && plan.answer && <WhatIfResult answer={plan.answer} />}
      {isChanged && changes.length > 0 && (
        <QueryView
          query={asked}
          subject={t('result.subject')}
          skeleton={<PanelSkeleton height={SKELETON_HEIGHT} />}
        >
          {shown => <WhatIfResult answer={shown} />}
        </QueryView>
      )}
      {saving && (
        <SavePlanDialog
          changes={changes}
          plan={plan}
          onClose={() => setSaving(false)}
          onSaved={() => {
            setSaving(false);
            onSaved();
          }}
        />
      )}
    </>
  );
}
