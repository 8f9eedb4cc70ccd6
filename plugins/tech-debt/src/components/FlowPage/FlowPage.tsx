import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  CopyLinkButton,
  SegmentedButtons,
  useFactStyles,
  useSectionStyles,
  WindowPicker,
} from '@opmodel/backstage-plugin-opmodel-react';
import {
  useDebtFlow,
  useDebtTopTen,
  useOldestItems,
} from '../../hooks/fleetQueries';
import { flowIntervals, useFlowParams } from '../../hooks/useFlowParams';
import {
  toStatusQuery,
  useRegisterParams,
} from '../../hooks/useRegisterParams';
import { techDebtFlowTranslationRef } from '../../translations/flow';
import { CapacityPanel, capacityScopeOf } from '../DebtCapacity';
import { DebtFlowPanels, OldestPanel } from '../DebtFlow';
import { TopTenPanel } from '../DebtTopTen';
import { RegisterFilter } from '../RegisterFilter';

/** How debt comes and goes, and what paying the first of it would buy. */
export function FlowPage() {
  const { t } = useTranslationRef(techDebtFlowTranslationRef);
  const sections = useSectionStyles();
  const facts = useFactStyles();
  const register = useRegisterParams();
  const { selection } = register;
  const params = useFlowParams();
  const { window, interval, order, choose } = params;
  const { ownership: _, ...days } = window.query;
  const flow = useDebtFlow({ ...selection, ...days, interval });
  const topTen = useDebtTopTen({ ...selection, order });
  const oldest = useOldestItems({ ...selection, ...toStatusQuery('owed') });
  return (
    <div className={sections.page}>
      <RegisterFilter params={register} filters="selection" />
      <div className={facts.actions}>
        <WindowPicker
          value={window.selection}
          onChange={window.setSelection}
          days={flow.data?.window}
        />
        <SegmentedButtons
          label={t('interval')}
          value={interval}
          options={flowIntervals.map(id => ({
            id,
            label: t(`intervals.${id}`),
          }))}
          onChange={chosen => choose({ interval: chosen })}
        />
        <CopyLinkButton />
      </div>
      <DebtFlowPanels flow={flow} />
      <CapacityPanel scope={capacityScopeOf(selection)} days={days} />
      <TopTenPanel
        topTen={topTen}
        order={order}
        onOrder={chosen => choose({ order: chosen })}
      />
      <OldestPanel oldest={oldest} />
    </div>
  );
}
