import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { SeriesId } from '@opmodel/backstage-plugin-opmodel-react';
import { flowTranslationRef } from '../../translation';

/** One state of work in the diagram, from the bottom up. */
export interface CumulativeBand {
  id: 'done' | 'inProgress' | 'waiting' | 'todo';
  label: string;
  series: SeriesId;
}

/** The states of work as the diagram stacks them. */
export function useCumulativeBands(): CumulativeBand[] {
  const { t } = useTranslationRef(flowTranslationRef);
  return [
    { id: 'done', label: t('cumulative.done'), series: 'done' },
    {
      id: 'inProgress',
      label: t('cumulative.inProgress'),
      series: 'in-progress',
    },
    { id: 'waiting', label: t('cumulative.waiting'), series: 'waiting' },
    { id: 'todo', label: t('cumulative.todo'), series: 'todo' },
  ];
}
