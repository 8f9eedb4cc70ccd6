import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  type MapNode,
  ownership2026Definition,
  ownershipRungs,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  useFormats,
  type OpmodelState,
} from '@opmodel/backstage-plugin-opmodel-react';
import { ownershipMapTranslationRef } from '../../translations/map';
import { stateOfGap } from '../../words/ownershipStates';
import { useOwnershipWords } from '../../words/useOwnershipWords';
import { useTeamTypeWords } from '../TeamPanels/useTeamWords';

/** What a node is judged to be. Few entities are shown and not graded. */
export function stateOfNode({
  kind,
  full,
  entities,
  reached,
  gaps,
}: Pick<
  MapNode,
  'kind' | 'full' | 'entities' | 'reached' | 'gaps'
>): OpmodelState {
  if (kind !== 'group') {
    if (reached === null) {
      return 'no_data';
    }
    if (gaps.some(gap => stateOfGap(gap) === 'bad')) {
      return 'bad';
    }
    return reached >= ownershipRungs.length ? 'good' : 'attention';
  }
  if (full === null || entities === 0) {
    return 'no_data';
  }
  if (entities < ownership2026Definition.minimumEntities) {
    return 'thin';
  }
  if (full === entities) {
    return 'good';
  }
  return full === 0 ? 'bad' : 'attention';
}

/** Parts of a load that there is room for on a node. */
const SHOWN_LOAD = 2;

/** What is said of a node, the same on the map, in the table and to screen readers. */
export function useNodeTexts() {
  const { t } = useTranslationRef(ownershipMapTranslationRef);
  const words = useOwnershipWords();
  const types = useTeamTypeWords();
  const formats = useFormats();

  const state = ({ kind, full, entities, reached }: MapNode): string => {
    if (kind !== 'group') {
      return reached === null
        ? t('state.notAssessed')
        : t('state.rungs', { reached, rungs: ownershipRungs.length });
    }
    if (entities === 0) {
      return t('state.nothing');
    }
    return full === null
      ? t('state.notAssessed')
      : t('state.full', { full, entities });
  };

  const kind = ({ kind: name, type, tier }: MapNode): string =>
    [
      words.kind(name),
      type && (Object.entries(types).find(([id]) => id === type)?.[1] ?? type),
      tier && t('node.tier', { tier }),
    ]
      .filter(Boolean)
      .join(' · ');

  /** What is carried, the most telling first; what is not known is left out. */
  const load = ({ load: carried, entities, kind: name }: MapNode): string[] => {
    if (!carried) {
      return name === 'system' || name === 'domain'
        ? [t('node.entities', { count: entities })]
        : [];
    }
    const { openIncidents, deployments, members } = carried;
    return [
      carried.weighted === 0
        ? ''
        : t('node.weight', { weight: formats.decimal(carried.weighted) }),
      members === null ? '' : t('node.members', { count: members }),
      carried.onCall ? t('node.onCall') : '',
      openIncidents ? t('node.incidents', { count: openIncidents }) : '',
      deployments ? t('node.deployments', { count: deployments }) : '',
    ].filter(text => text !== '');
  };

  const line = (node: MapNode): string =>
    [kind(node), ...load(node).slice(0, SHOWN_LOAD)].join(' · ');

  return {
    state,
    kind,
    load,
    /** What a node shows of itself, below its title. */
    line,
    /** What it has no room to show, and is only spoken. */
    unshown: (node: MapNode): string[] => [
      ...load(node).slice(SHOWN_LOAD),
      ...(node.more > 0 ? [t('node.more', { count: node.more })] : []),
    ],
  };
}

/** How many overdue interactions each team is in, by its ref. */
export function countOverdue(
  edges: readonly {
    from: string;
    to: string;
    interaction: { overdue: boolean } | null;
  }[],
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { from, to, interaction } of edges) {
    if (interaction?.overdue) {
      for (const ref of [from, to]) {
        counts.set(ref, (counts.get(ref) ?? 0) + 1);
      }
    }
  }
  return counts;
}
