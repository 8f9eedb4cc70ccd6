import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { PlanChange } from '@opmodel/backstage-plugin-opmodel-common';
import { ownershipWhatIfTranslationRef } from '../../translations/whatIf';

/** The name in an entity ref. */
export function nameOf(ref: string | null | undefined): string {
  return ref ? ref.slice(ref.indexOf('/') + 1) : '';
}

/** Says a change as a sentence. */
export function useChangeWords(): (change: PlanChange) => string {
  const { t } = useTranslationRef(ownershipWhatIfTranslationRef);
  return ({ type, teamRefs = [], entityRefs = [], toRef, people = 0 }) => {
    const from = teamRefs.map(nameOf).join(', ');
    const to = nameOf(toRef);
    switch (type) {
      case 'merge_teams':
        return t('change.merge_teams', { from, to });
      case 'move_systems':
        return t('change.move_systems', {
          what: entityRefs.map(nameOf).join(', '),
          to,
        });
      case 'people_leave':
        return t('change.people_leave', { count: people, from });
      default:
        return t('change.dissolve_team', { from });
    }
  };
}
