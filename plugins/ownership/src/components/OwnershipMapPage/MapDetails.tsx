import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import type {
  MapNode,
  OwnershipMap,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  Panel,
  StateChip,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useEffect, useRef } from 'react';
import { ownershipMapTranslationRef } from '../../translations/map';
import { stateOfGap } from '../../words/ownershipStates';
import { useOwnershipWords } from '../../words/useOwnershipWords';
import { TeamLoadPanel } from '../TeamPanels/TeamLoadPanel';
import { useInteractionWords } from '../TeamPanels/useTeamWords';
import { keyOfEdge } from './mergeMaps';
import { stateOfNode, useNodeTexts } from './useNodeTexts';

const useStyles = makeStyles(theme => ({
  aside: {
    borderRadius: 8,
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
  },
  details: {
    display: 'grid',
    gap: theme.spacing(1.5),
    fontSize: 13,
    lineHeight: '20px',
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
  heading: { margin: 0, fontSize: 13, fontWeight: 600 },
  list: { margin: 0, paddingLeft: 0, listStyle: 'none' },
}));

/** Props of {@link MapDetails}. */
export interface MapDetailsProps {
  map: OwnershipMap;
  node: MapNode;
  isOpen: boolean;
  onToggle: () => void;
  onBegin: () => void;
  onClose: () => void;
}

/** What is known of the node that was opened, and the ways on from it. */
export function MapDetails(props: MapDetailsProps) {
  const { map, node, isOpen, onToggle, onBegin, onClose } = props;
  const { t } = useTranslationRef(ownershipMapTranslationRef);
  const classes = useStyles();
  const formats = useFormats();
  const texts = useNodeTexts();
  const words = useOwnershipWords();
  const modes = useInteractionWords();
  const details = useRef<HTMLElement>(null);
  useEffect(() => details.current?.focus({ preventScroll: true }), [node.ref]);
  const titles = new Map(map.nodes.map(({ ref, title }) => [ref, title]));
  const interactions = map.edges.filter(
    ({ from, to, interaction }) =>
      interaction && (from === node.ref || to === node.ref),
  );
  const holds = node.more > 0 || isOpen;
  return (
    // Escape closes it from wherever in it the focus is.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <aside
      ref={details}
      tabIndex={-1}
      className={classes.aside}
      aria-label={t('details.label', { title: node.title })}
      onKeyDown={event => {
        if (event.key === 'Escape') {
          event.stopPropagation();
          onClose();
        }
      }}
    >
      <Panel
        title={<EntityRefLink entityRef={node.ref} title={node.title} />}
        actions={
          <Button size="small" onClick={onClose}>
            {t('details.close')}
          </Button>
        }
      >
        <div className={classes.details}>
          <span>{texts.kind(node)}</span>
          <span>
            <StateChip state={stateOfNode(node)} label={texts.state(node)} />
          </span>
          {node.reached !== null && (
            <div>
              <h3 className={classes.heading}>{t('details.gaps')}</h3>
              {node.gaps.length === 0 ? (
                t('details.noGaps')
              ) : (
                <ul className={classes.list}>
                  {node.gaps.map(gap => (
                    <li key={gap}>
                      <StateChip
                        state={stateOfGap(gap)}
                        label={words.gap[gap]}
                      />
                    </li>
                  ))}
                </ul>
              )}
            </div>
          )}
          {interactions.length > 0 && (
            <div>
              <h3 className={classes.heading}>{t('details.interactions')}</h3>
              <ul className={classes.list}>
                {interactions.map(edge => {
                  const other = edge.from === node.ref ? edge.to : edge.from;
                  const { mode, purpose, expectedEnd, overdue } =
                    edge.interaction!;
                  return (
                    <li key={keyOfEdge(edge)}>
                      <EntityRefLink
                        entityRef={other}
                        title={titles.get(other)}
                      />
                      {`: ${[
                        modes[mode],
                        purpose,
                        expectedEnd && formats.day(expectedEnd),
                      ]
                        .filter(Boolean)
                        .join(', ')} `}
                      {overdue && (
                        <StateChip
                          state="attention"
                          label={t('table.overdue')}
                        />
                      )}
                    </li>
                  );
                })}
              </ul>
            </div>
          )}
          {node.load && <TeamLoadPanel load={node.load} />}
          <div className={classes.actions}>
            {map.view !== 'interactions' && holds && (
              <Button size="small" variant="outlined" onClick={onToggle}>
                {isOpen ? t('details.hideBelow') : t('details.below')}
              </Button>
            )}
            {node.children > 0 && node.ref !== map.rootRef && (
              <Button size="small" variant="outlined" onClick={onBegin}>
                {t('details.begin')}
              </Button>
            )}
          </div>
        </div>
      </Panel>
    </aside>
  );
}
