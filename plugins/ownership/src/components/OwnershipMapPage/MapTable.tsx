import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import type { OwnershipMap } from '@opmodel/backstage-plugin-opmodel-common';
import {
  Panel,
  ScrollArea,
  StateChip,
  useDenseTableStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { ownershipMapTranslationRef } from '../../translations/map';
import { useInteractionWords } from '../TeamPanels/useTeamWords';
import { keyOfEdge } from './mergeMaps';
import { stateOfNode, useNodeTexts } from './useNodeTexts';

/** Props of {@link MapTable}. */
export interface MapTableProps {
  map: OwnershipMap;
  selected: string | undefined;
  open: readonly string[];
  onSelect: (ref: string | undefined) => void;
  onToggle: (ref: string) => void;
}

/** The same as the map, row by row. */
export function MapTable(props: MapTableProps) {
  const { map, selected, open, onSelect, onToggle } = props;
  const { t } = useTranslationRef(ownershipMapTranslationRef);
  const table = useDenseTableStyles();
  const formats = useFormats();
  const texts = useNodeTexts();
  const count = (value: number | null | undefined) =>
    value === null || value === undefined
      ? t('table.unknown')
      : formats.count(value);
  const titles = new Map(map.nodes.map(({ ref, title }) => [ref, title]));
  return (
    <>
      <ScrollArea label={t('table.label')}>
        <table className={table.table} aria-label={t('table.label')}>
          <thead>
            <tr>
              <th scope="col">{t('table.name')}</th>
              <th scope="col">{t('table.kind')}</th>
              <th scope="col">{t('table.parent')}</th>
              <th scope="col">{t('table.state')}</th>
              <th scope="col">{t('table.entities')}</th>
              <th scope="col">{t('table.weight')}</th>
              <th scope="col">{t('table.members')}</th>
              <th scope="col">{t('table.onCall')}</th>
              <th scope="col">{t('table.incidents')}</th>
              <th scope="col">{t('table.deployments')}</th>
              <th scope="col">{t('table.below')}</th>
            </tr>
          </thead>
          <tbody>
            {map.nodes.map(node => {
              const { ref, title, parentRef, load, more } = node;
              const isOpen = open.includes(ref);
              return (
                <tr key={ref}>
                  <th scope="row">
                    <Button
                      size="small"
                      data-map-node={ref}
                      aria-pressed={selected === ref}
                      aria-label={t('table.details', { title })}
                      onClick={() =>
                        onSelect(selected === ref ? undefined : ref)
                      }
                    >
                      {title}
                    </Button>
                  </th>
                  <td>{texts.kind(node)}</td>
                  <td>{parentRef ? titles.get(parentRef) ?? '' : ''}</td>
                  <td>
                    <StateChip
                      state={stateOfNode(node)}
                      label={texts.state(node)}
                    />
                  </td>
                  <td>{count(node.entities)}</td>
                  <td>
                    {load ? formats.decimal(load.weighted) : t('table.unknown')}
                  </td>
                  <td>{count(load?.members)}</td>
                  <td>{load?.onCall ? t('table.yes') : t('table.unknown')}</td>
                  <td>{count(load?.openIncidents)}</td>
                  <td>{count(load?.deployments)}</td>
                  <td>
                    {map.view !== 'interactions' && (more > 0 || isOpen) ? (
                      <Button
                        size="small"
                        variant="outlined"
                        aria-expanded={isOpen}
                        onClick={() => onToggle(ref)}
                        aria-label={
                          isOpen
                            ? t('node.hideMore', { title })
                            : `${t('node.more', { count: more })}: ${t(
                                'node.showMore',
                                { title },
                              )}`
                        }
                      >
                        {isOpen
                          ? t('node.hide')
                          : t('node.more', { count: more })}
                      </Button>
                    ) : (
                      formats.count(more)
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollArea>
      {map.view === 'interactions' && map.edges.length > 0 && (
        <InteractionTable map={map} />
      )}
    </>
  );
}

function InteractionTable(props: { map: OwnershipMap }) {
  const { nodes, edges } = props.map;
  const { t } = useTranslationRef(ownershipMapTranslationRef);
  const table = useDenseTableStyles();
  const formats = useFormats();
  const modes = useInteractionWords();
  const titles = new Map(nodes.map(({ ref, title }) => [ref, title]));
  return (
    <Panel flush title={t('table.interactions')}>
      <ScrollArea label={t('table.interactions')}>
        <table className={table.table} aria-label={t('table.interactions')}>
          <thead>
            <tr>
              <th scope="col">{t('table.from')}</th>
              <th scope="col">{t('table.to')}</th>
              <th scope="col">{t('table.mode')}</th>
              <th scope="col">{t('table.purpose')}</th>
              <th scope="col">{t('table.end')}</th>
              <th scope="col">{t('table.interactionState')}</th>
            </tr>
          </thead>
          <tbody>
            {edges.map(edge => {
              const { from, to, interaction } = edge;
              return (
                interaction && (
                  <tr key={keyOfEdge(edge)}>
                    <th scope="row">
                      <EntityRefLink
                        entityRef={from}
                        title={titles.get(from)}
                      />
                    </th>
                    <td>
                      <EntityRefLink entityRef={to} title={titles.get(to)} />
                    </td>
                    <td>{modes[interaction.mode]}</td>
                    <td>{interaction.purpose ?? ''}</td>
                    <td>
                      {interaction.expectedEnd
                        ? formats.day(interaction.expectedEnd)
                        : t('table.openEnd')}
                    </td>
                    <td>
                      <StateChip
                        state={interaction.overdue ? 'attention' : 'good'}
                        label={
                          interaction.overdue
                            ? t('table.overdue')
                            : t('table.running')
                        }
                      />
                    </td>
                  </tr>
                )
              );
            })}
          </tbody>
        </table>
      </ScrollArea>
    </Panel>
  );
}
