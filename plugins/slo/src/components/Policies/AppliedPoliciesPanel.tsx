import { parseEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  Acceptance,
  AppliedPolicy,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  ActionButton,
  NoteChip,
  Panel,
  StateChip,
  useFactStyles,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useState } from 'react';
import { pagesRouteRef } from '../../routes';
import { sloPolicyTranslationRef } from '../../translations/policies';
import { stateOfMode } from '../../words/sloStates';
import { useSloWords } from '../../words/useSloWords';
import { AskedNotice } from '../facts';
import { ConsequenceTable } from './ConsequenceTable';
import { ExceptionDialog } from './ExceptionDialog';

/** The policies that apply to an entity, and what they have brought about. */
export function AppliedPoliciesPanel(props: {
  policies: readonly AppliedPolicy[];
  /** Who could be excepted; undefined where that is no single entity. */
  entityRef?: string;
}) {
  const { policies, entityRef } = props;
  const { t } = useTranslationRef(sloPolicyTranslationRef);
  const facts = useFactStyles();
  const [excepted, setExcepted] = useState<AppliedPolicy>();
  const [asked, setAsked] = useState<Acceptance>();
  return (
    <Panel title={t('applied.title')}>
      <AskedNotice acceptance={asked} />
      {policies.length === 0 ? (
        <p className={facts.quiet}>{t('applied.none')}</p>
      ) : (
        policies.map(policy => (
          <div key={policy.ref}>
            <PolicyHead policy={policy} />
            <ConsequenceTable
              label={t('consequence.of', { policy: policy.title })}
              consequences={policy.consequences}
              empty={t('applied.quiet')}
            />
            {entityRef && (
              <div className={facts.actions}>
                <ActionButton
                  variant="outlined"
                  aria-label={t('applied.askFrom', { policy: policy.title })}
                  onClick={() => setExcepted(policy)}
                >
                  {t('applied.ask')}
                </ActionButton>
              </div>
            )}
          </div>
        ))
      )}
      {excepted && (
        <ExceptionDialog
          policy={excepted}
          entityRef={entityRef}
          onClose={() => setExcepted(undefined)}
          onDone={setAsked}
        />
      )}
    </Panel>
  );
}

function PolicyHead(props: { policy: AppliedPolicy }) {
  const { ref, title, mode, version } = props.policy;
  const { t } = useTranslationRef(sloPolicyTranslationRef);
  const words = useSloWords();
  const facts = useFactStyles();
  const pages = useRouteRef(pagesRouteRef)?.();
  const { namespace, name } = parseEntityRef(ref);
  return (
    <div className={facts.line}>
      {pages ? (
        <Link to={`${pages}/policies/${namespace}/${name}`}>{title}</Link>
      ) : (
        title
      )}
      <StateChip state={stateOfMode[mode]} label={words.mode[mode]} />
      <NoteChip>{t('applied.version', { version })}</NoteChip>
    </div>
  );
}
