import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { opmodelTranslationRef } from '@opmodel/backstage-plugin-opmodel-react';
import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

const windows = ['P30D', 'P90D', 'P1Y'] as const;
type PolicyWindow = (typeof windows)[number];
const DEFAULT_WINDOW: PolicyWindow = 'P90D';

/** Over which time a policy looks back, as it stands in the URL (`window`). */
export function usePolicyWindow(): {
  window: PolicyWindow;
  options: Array<{ id: PolicyWindow; label: string; hint: string }>;
  choose: (window: PolicyWindow) => void;
} {
  const { t } = useTranslationRef(opmodelTranslationRef);
  const [params, setParams] = useSearchParams();
  const choose = useCallback(
    (window: PolicyWindow) =>
      setParams(known => {
        const next = new URLSearchParams(known);
        next.set('window', window);
        return next;
      }),
    [setParams],
  );
  const days = (id: PolicyWindow, n: string) => ({
    id,
    label: t('window.lastDays', { n }),
    hint: t('window.lastDaysLong', { n }),
  });
  return {
    window:
      windows.find(known => known === params.get('window')) ?? DEFAULT_WINDOW,
    options: [
      days('P30D', '30'),
      days('P90D', '90'),
      {
        id: 'P1Y',
        label: t('window.lastYear'),
        hint: t('window.lastYearLong'),
      },
    ],
    choose,
  };
}
