import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { PlanChange } from '@opmodel/backstage-plugin-opmodel-common';
import {
  ActionButton,
  Panel,
  PanelSkeleton,
  QueryView,
  useFactStyles,
  useOpmodelApi,
  useQueryState,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { ownershipWhatIfTranslationRef } from '../../translations/whatIf';
import { ChangesPanel } from './ChangesPanel';
import { OpenedPlan } from './OpenedPlan';
import { PlansPanel } from './PlansPanel';
import { SavePlanDialog } from './SavePlanDialog';
import { TeamBoard } from './TeamBoard';
import { WhatIfResult } from './WhatIfResult';

const SKELETON_HEIGHT = 240;

/** What a re-organisation would do to ownership. It changes nothing; a plan of it may be saved for named readers. */
export function WhatIfPage() {
  const { t } = useTranslationRef(ownershipWhatIfTranslationRef);
  const facts = useFactStyles();
  const [params, setParams] = useSearchParams();
  const [revision, setRevision] = useState(0);
  // Only the id of a plan is in the address: what it says must not be in the history of a browser.
  const planId = params.get('plan');
  const open = (id: string | null) =>
    setParams(id === null ? {} : { plan: id });
  const renew = () => setRevision(known => known + 1);
  return (
    <>
      <Panel title={t('intro.title')}>
        <p className={facts.text}>{t('intro.text')}</p>
        <p className={facts.quiet}>{t('intro.people')}</p>
      </Panel>
      {planId === null ? (
        <Draft
          onSaved={id => {
            renew();
            open(id);
          }}
        />
      ) : (
        <OpenedPlan
          key={planId}
          planId={planId}
          onClose={() => open(null)}
          onChanged={renew}
        />
      )}
      <PlansPanel
        revision={revision}
        onOpen={open}
        onDeleted={id => {
          renew();
          if (id === planId) {
            open(null);
          }
        }}
      />
    </>
  );
}

/** Changes that are not saved. */
function Draft(props: { onSaved: (planId: string) => void }) {
  const { t } = useTranslationRef(ownershipWhatIfTranslationRef);
  const api = useOpmodelApi();
  const [changes, setChanges] = useState<PlanChange[]>([]);
  const [saving, setSaving] = useState(false);
  const answer = useQueryState({
    key: JSON.stringify(changes),
    subject: 'what-if',
    enabled: changes.length > 0,
    request: signal => api.askWhatIf({ changes }, { signal }),
  });
  return (
    <>
      <ChangesPanel
        mayChange
        changes={changes}
        onChange={setChanges}
        error={answer.error}
        actions={
          changes.length > 0 && (
            <ActionButton
              disabled={answer.phase !== 'ready'}
              onClick={() => setSaving(true)}
            >
              {t('save.open')}
            </ActionButton>
          )
        }
      />
      <TeamBoard onAdd={change => setChanges(known => [...known, change])} />
      {changes.length > 0 && (
        <QueryView
          query={answer}
          subject={t('result.subject')}
          skeleton={<PanelSkeleton height={SKELETON_HEIGHT} />}
        >
          {shown => <WhatIfResult answer={shown} />}
        </QueryView>
      )}
      {saving && (
        <SavePlanDialog
          changes={changes}
          onClose={() => setSaving(false)}
          onSaved={({ id }) => props.onSaved(id)}
        />
      )}
    </>
  );
}
