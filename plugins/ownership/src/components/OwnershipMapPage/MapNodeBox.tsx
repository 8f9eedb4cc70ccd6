import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type { MapNode } from '@opmodel/backstage-plugin-opmodel-common';
import {
  StateChip,
  StateIcon,
  useOpmodelPalette,
} from '@opmodel/backstage-plugin-opmodel-react';
import { Handle, Position } from '@xyflow/react';
import { createContext, useContext } from 'react';
import { ownershipMapTranslationRef } from '../../translations/map';
import { NODE_HEIGHT, NODE_WIDTH } from './layoutMap';
import { stateOfNode, useNodeTexts } from './useNodeTexts';

/** What the nodes of a map share, so that a step from one to another draws no others anew. */
export interface MapNodeTools {
  /** The node that the Tab key reaches. */
  active: string | undefined;
  selected: string | undefined;
  open: readonly string[];
  overdue: ReadonlyMap<string, number>;
  /** Whether more of a node can be shown in its place. */
  opens: boolean;
  onSelect(ref: string): void;
  onToggle(ref: string): void;
  onFocus(ref: string): void;
  register(ref: string, element: HTMLElement | null): void;
}

/** Set by the canvas around its nodes. */
export const MapNodeContext = createContext<MapNodeTools | undefined>(
  undefined,
);

const useStyles = makeStyles(theme => ({
  box: { position: 'relative', width: NODE_WIDTH, height: NODE_HEIGHT },
  button: {
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'center',
    gap: 2,
    width: '100%',
    height: '100%',
    padding: theme.spacing(0.5, 1.25),
    textAlign: 'left',
    font: 'inherit',
    color: theme.palette.text.primary,
    backgroundColor: theme.palette.background.paper,
    border: `1px solid ${theme.palette.divider}`,
    borderLeftWidth: 4,
    borderRadius: 6,
    cursor: 'pointer',
    '&:hover': { borderColor: theme.palette.text.secondary },
    '&:focus-visible': {
      outline: `3px solid ${theme.palette.primary.main}`,
      outlineOffset: 2,
    },
    '&[aria-pressed=true]': {
      boxShadow: `0 0 0 2px ${theme.palette.text.primary}`,
    },
  },
  line: {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    width: '100%',
  },
  title: { fontSize: 14, lineHeight: '18px', fontWeight: 600 },
  small: { fontSize: 11, lineHeight: '15px' },
  late: { display: 'inline-flex', gap: 3, alignItems: 'center' },
  /** For screen readers: part of the name of the button, with no place on the map. */
  spoken: {
    position: 'absolute',
    width: 1,
    height: 1,
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
  toggle: {
    position: 'absolute',
    right: 6,
    bottom: -10,
    padding: '0 7px',
    font: 'inherit',
    fontSize: 11,
    lineHeight: '18px',
    color: theme.palette.text.primary,
    backgroundColor: theme.palette.background.default,
    border: `1px solid ${theme.palette.text.secondary}`,
    borderRadius: 10,
    cursor: 'pointer',
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
  },
  handle: { visibility: 'hidden' },
}));

/** A team or an entity on the map. */
export function MapNodeBox(props: { data: { node: MapNode } }) {
  const { node } = props.data;
  const { t } = useTranslationRef(ownershipMapTranslationRef);
  const classes = useStyles();
  const palette = useOpmodelPalette();
  const texts = useNodeTexts();
  const tools = useContext(MapNodeContext);
  if (!tools) {
    throw new Error('A node stands on a map only');
  }
  const state = stateOfNode(node);
  const overdue = tools.overdue.get(node.ref) ?? 0;
  const isOpen = tools.open.includes(node.ref);
  const isActive = tools.active === node.ref;
  return (
    <div className={classes.box}>
      <Handle
        type="target"
        position={Position.Left}
        isConnectable={false}
        className={classes.handle}
      />
      <button
        type="button"
        ref={element => tools.register(node.ref, element)}
        className={`${classes.button} nodrag nopan`}
        style={{ borderLeftColor: palette.states[state].mark }}
        data-map-node={node.ref}
        tabIndex={isActive ? 0 : -1}
        aria-pressed={tools.selected === node.ref}
        onClick={() => tools.onSelect(node.ref)}
        onFocus={() => tools.onFocus(node.ref)}
      >
        {/* What is shown is the name of the button, so that who says what they see reaches it; what has no room is only spoken. */}
        <span className={`${classes.line} ${classes.title}`}>
          {node.title}
          <span className={classes.spoken}>, </span>
        </span>
        <span
          className={`${classes.line} ${classes.small}`}
          style={{ color: palette.quiet }}
        >
          {texts.line(node)}
          <span className={classes.spoken}>, </span>
        </span>
        <span className={classes.line}>
          <StateChip state={state} label={texts.state(node)} />
          {overdue > 0 && (
            <span
              className={`${classes.late} ${classes.small}`}
              style={{ color: palette.states.attention.text, marginLeft: 6 }}
            >
              <span className={classes.spoken}>, </span>
              <StateIcon state="attention" size={12} />
              {t('table.overdue')}
              <span className={classes.spoken}>
                {`: ${t('node.overdue', { count: overdue })}`}
              </span>
            </span>
          )}
          {texts.unshown(node).map(text => (
            <span key={text} className={classes.spoken}>{`, ${text}`}</span>
          ))}
        </span>
      </button>
      {tools.opens && (node.more > 0 || isOpen) && (
        <button
          type="button"
          className={`${classes.toggle} nodrag nopan`}
          tabIndex={isActive ? 0 : -1}
          aria-expanded={isOpen}
          aria-label={
            isOpen
              ? t('node.hideMore', { title: node.title })
              : `${t('node.more', { count: node.more })}: ${t('node.showMore', {
                  title: node.title,
                })}`
          }
          onClick={() => tools.onToggle(node.ref)}
        >
          {isOpen ? t('node.hide') : t('node.more', { count: node.more })}
        </button>
      )}
      <Handle
        type="source"
        position={Position.Right}
        isConnectable={false}
        className={classes.handle}
      />
    </div>
  );
}
