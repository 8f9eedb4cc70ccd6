import type { RetentionRule } from '../../retention/RetentionRule';
import type { FactStore } from './FactStore';

/** How long facts are kept that nobody tells any more, and what facts were before they changed. */
export function createFactRetention(
  store: Pick<FactStore, 'deleteChanges' | 'deleteOrphans'>,
): RetentionRule[] {
  return [
    {
      id: 'fact-changes',
      title: 'What facts were before they changed',
      defaultKeepDays: 400,
      deleteBatch: options => store.deleteChanges(options),
    },
    {
      id: 'facts-without-entity',
      title:
        'Facts of entities that the catalog lost, or of providers that are gone',
      defaultKeepDays: 30,
      deleteBatch: options => store.deleteOrphans(options),
    },
  ];
}
