import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { PlanChange } from '@opmodel/backstage-plugin-opmodel-common';
import { useEntityTitles } from '@opmodel/backstage-plugin-opmodel-react';
import { ownershipWhatIfTranslationRef } from '../../translations/whatIf';

/** Says each of some changes as a sentence. */
export function useChangeWords(
  changes: readonly PlanChange[],
): (change: PlanChange) => string {
  const { t } = useTranslationRef(ownershipWhatIfTranslationRef);
  const refs = changes.flatMap(({ teamRefs = [], entityRefs = [], toRef }) => [
    ...teamRefs,
    ...entityRefs,
    ...(toRef ? [toRef] : []),
  ]);
  const titleOf = useEntityTitles([...new Set(refs)], true);
  return ({ type, teamRefs = [], entityRefs = [], toRef, people = 0 }) => {
    const from = teamRefs.map(titleOf).join(', ');
    const to = toRef ? titleOf(toRef) : '';
    switch (type) {
      case 'merge_teams':
        return t('change.merge_teams', { from, to });
      case 'move_systems':
        return t('change.move_systems', {
          what: entityRefs.map(titleOf).join(', '),
          to,
        });
      case 'people_leave':
        return t('change.people_leave', { count: people, from });
      default:
        return t('change.dissolve_team', { from });
    }
  };
}
