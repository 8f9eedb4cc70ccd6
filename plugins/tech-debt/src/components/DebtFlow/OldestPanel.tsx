import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { DebtItemPage } from '@opmodel/backstage-plugin-opmodel-common';
import {
  Panel,
  PanelSkeleton,
  QueryView,
  useFactStyles,
  type QueryState,
} from '@opmodel/backstage-plugin-opmodel-react';
import { DebtItemLink, DebtOwner, DebtStatusChip } from '../../facts';
import { techDebtTranslationRef } from '../../translation';
import { techDebtFlowTranslationRef } from '../../translations/flow';
import { techDebtRegisterTranslationRef } from '../../translations/register';

const SKELETON_HEIGHT = 180;

/** What is owed for longest, the oldest first. */
export function OldestPanel(props: { oldest: QueryState<DebtItemPage> }) {
  const { t } = useTranslationRef(techDebtFlowTranslationRef);
  const { t: words } = useTranslationRef(techDebtTranslationRef);
  const { t: register } = useTranslationRef(techDebtRegisterTranslationRef);
  const facts = useFactStyles();
  return (
    <Panel title={t('oldest.title')}>
      <QueryView
        query={props.oldest}
        subject={register('subject')}
        skeleton={<PanelSkeleton height={SKELETON_HEIGHT} />}
      >
        {({ items }) =>
          items.length === 0 ? (
            <p className={facts.quiet}>{t('oldest.none')}</p>
          ) : (
            <ol className={facts.list}>
              {items.map(item => (
                <li key={item.id} className={facts.line}>
                  <span>{words('age.days', { count: item.age.days })}</span>
                  <DebtItemLink itemId={item.id}>{item.title}</DebtItemLink>
                  <DebtStatusChip status={item.status} />
                  <DebtOwner
                    ownerRef={item.ownerRef}
                    ownerTitle={item.ownerTitle}
                  />
                </li>
              ))}
            </ol>
          )
        }
      </QueryView>
    </Panel>
  );
}
