import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { DebtCapacity } from '@opmodel/backstage-plugin-opmodel-common';
import {
  errorStatus,
  Panel,
  QueryView,
  TilesSkeleton,
  useFactStyles,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useState } from 'react';
import {
  useDebtCapacity,
  type CapacityDays,
} from '../../hooks/useDebtCapacity';
import { techDebtCapacityTranslationRef } from '../../translations/capacity';
import { AgreementLine } from './AgreementLine';
import { CapacityDrawer } from './CapacityDrawer';
import { CapacityTiles } from './CapacityTiles';
import type { CapacityScope } from './capacityScopeOf';

const TILES = 3;

/** How much of the completed work paid debt, against what was agreed, in the window of the page and in the one before. */
export function CapacityPanel(props: {
  scope: CapacityScope;
  days: CapacityDays;
}) {
  const { scope, days } = props;
  const { t } = useTranslationRef(techDebtCapacityTranslationRef);
  const facts = useFactStyles();
  const isAsked = scope.type !== 'several';
  const capacity = useDebtCapacity(
    { ...days, ...(scope.type === 'one' && { scope: scope.ref }) },
    isAsked,
  );
  const { phase, error } = capacity;
  // An engine of an earlier version does not tell it, and work may be known of nothing of what is shown.
  if (phase === 'failed' && errorStatus(error) === 404) {
    return null;
  }
  return (
    <Panel title={t('title')}>
      <p className={facts.quiet}>{isAsked ? t('text') : t('oneScope')}</p>
      {isAsked && (
        <QueryView
          query={capacity}
          subject={t('subject')}
          skeleton={<TilesSkeleton count={TILES} />}
        >
          {data => <Answer capacity={data} />}
        </QueryView>
      )}
    </Panel>
  );
}

function Answer(props: { capacity: DebtCapacity }) {
  const { capacity } = props;
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <CapacityTiles capacity={capacity} onExplain={() => setOpen(true)} />
      <AgreementLine agreement={capacity.agreement} />
      <CapacityDrawer
        open={isOpen}
        capacity={capacity}
        onClose={() => setOpen(false)}
      />
    </>
  );
}
