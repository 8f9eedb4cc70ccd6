import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useMemo } from 'react';
import { scorecardEditorTranslationRef } from '../translation';
import type { Term } from './vocabulary';

/** What an expression may say besides facts. */
export function useFunctionTerms(): Term[] {
  const { t } = useTranslationRef(scorecardEditorTranslationRef);
  return useMemo(
    () => [
      { name: 'now', type: 'datetime', description: t('function.now') },
      {
        name: 'has',
        insert: 'has(',
        type: 'boolean',
        description: t('function.has'),
      },
      {
        name: 'size',
        insert: 'size(',
        type: 'integer',
        description: t('function.size'),
      },
      {
        name: 'duration',
        insert: 'duration("',
        type: 'duration',
        description: t('function.duration'),
      },
      { name: 'true', type: 'boolean', description: t('function.true') },
      { name: 'false', type: 'boolean', description: t('function.false') },
    ],
    [t],
  );
}
