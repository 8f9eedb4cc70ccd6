import { parseEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  WindowPicker,
  useSectionStyles,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useState } from 'react';
import { registerLink, type LinkedRegister } from '../../entity/registerLink';
import { useTechDebtPaths } from '../../entity/useTechDebtPaths';
import { FactLine } from '../../facts';
import { useDebtFlow, useDebtTopTen } from '../../hooks/fleetQueries';
import { useFlowParams, type TopTenOrder } from '../../hooks/useFlowParams';
import type { DebtSelectionQuery } from '../../hooks/useRegisterParams';
import { techDebtFlowTranslationRef } from '../../translations/flow';
import { CapacityPanel } from '../DebtCapacity';
import { DebtFlowPanels } from '../DebtFlow';
import { TopTenPanel } from '../DebtTopTen';

/** Props of {@link ScopeTechDebt}. */
export interface ScopeTechDebtProps {
  /** Ref of a system, domain or group. */
  entityRef: string;
}

/**
 * How the debt of a group, system or domain comes and goes, how much capacity goes to it, and what of it is best paid first. A group's is what it and the groups below
 * it answered for at each time.
 */
export function ScopeTechDebt(props: ScopeTechDebtProps) {
  const { entityRef } = props;
  const { t } = useTranslationRef(techDebtFlowTranslationRef);
  const sections = useSectionStyles();
  const paths = useTechDebtPaths();
  const { window, interval } = useFlowParams();
  const [order, setOrder] = useState<TopTenOrder>('priority');
  const selection = selectionOfScope(entityRef);
  const linked = linkOfScope(entityRef);
  const { ownership: _, ...days } = window.query;
  const flow = useDebtFlow({ ...selection, ...days, interval });
  const topTen = useDebtTopTen({ ...selection, order });
  return (
    <div className={sections.page}>
      <WindowPicker
        value={window.selection}
        onChange={window.setSelection}
        days={flow.data?.window}
      />
      <DebtFlowPanels flow={flow} />
      <FactLine>
        <span>{t('scope.then')}</span>
        {paths && (
          <span>
            <Link to={registerLink(paths.root, linked)} underline="always">
              {t('scope.open')}
            </Link>
          </span>
        )}
        {paths && (
          <span>
            <Link
              to={registerLink(`${paths.root}/flow`, linked)}
              underline="always"
            >
              {t('scope.flow')}
            </Link>
          </span>
        )}
      </FactLine>
      <CapacityPanel scope={{ type: 'one', ref: entityRef }} days={days} />
      <TopTenPanel topTen={topTen} order={order} onOrder={setOrder} />
    </div>
  );
}

/** A group owns items; a system or domain holds what they hang on. */
function selectionOfScope(ref: string): DebtSelectionQuery {
  return parseEntityRef(ref).kind.toLowerCase() === 'group'
    ? { owner: [ref] }
    : { scope: ref };
}

function linkOfScope(ref: string): LinkedRegister {
  switch (parseEntityRef(ref).kind.toLowerCase()) {
    case 'system':
      return { system: ref };
    case 'domain':
      return { domain: ref };
    default:
      return { owner: ref };
  }
}
