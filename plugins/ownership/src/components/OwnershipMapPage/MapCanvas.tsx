import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import type { OwnershipMap } from '@opmodel/backstage-plugin-opmodel-common';
import {
  useOpmodelPalette,
  useReducedMotion,
} from '@opmodel/backstage-plugin-opmodel-react';
import {
  Background,
  Controls,
  type Edge,
  MarkerType,
  type Node,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
} from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import {
  type KeyboardEvent,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { ownershipMapTranslationRef } from '../../translations/map';
import { useInteractionWords } from '../TeamPanels/useTeamWords';
import { layoutMap, NODE_HEIGHT, NODE_WIDTH } from './layoutMap';
import { MapNodeBox, MapNodeContext, type MapNodeTools } from './MapNodeBox';
import { keyOfEdge } from './mergeMaps';
import { arrowKeys, nextNode } from './nextNode';
import { countOverdue } from './useNodeTexts';

const useStyles = makeStyles(theme => ({
  canvas: {
    height: 'max(420px, calc(100vh - 330px))',
    '& .react-flow__controls-button': {
      color: theme.palette.text.primary,
      backgroundColor: theme.palette.background.paper,
      borderColor: theme.palette.divider,
    },
    '@media print': { display: 'none' },
  },
}));

/** Milliseconds in which the map moves to a node. */
const MOVE_MS = 200;

const nodeTypes = { map: MapNodeBox };

/** Props of {@link MapCanvas}. */
export interface MapCanvasProps {
  map: OwnershipMap;
  /** Whose details are open. */
  selected: string | undefined;
  /** What the map is moved to when it appears. */
  start: string | undefined;
  open: readonly string[];
  onSelect: (ref: string | undefined) => void;
  onToggle: (ref: string) => void;
}

/** Below it nobody reads a node: of a large map, its beginning is shown rather than all of it. */
const LEGIBLE_ZOOM = 0.6;

/** The map as a drawing. Keys do all that a mouse does. */
export function MapCanvas(props: MapCanvasProps) {
  return (
    <ReactFlowProvider>
      <Drawing {...props} />
    </ReactFlowProvider>
  );
}

function Drawing(props: MapCanvasProps) {
  const { map, selected, start, open, onSelect, onToggle } = props;
  const { t } = useTranslationRef(ownershipMapTranslationRef);
  const classes = useStyles();
  const theme = useTheme();
  const still = useReducedMotion();
  const flow = useReactFlow();
  const places = useMemo(() => layoutMap(map), [map]);
  const edges = useMapEdges(map);
  const nodes = useMemo(
    (): Node[] =>
      map.nodes.map(node => ({
        id: node.ref,
        type: 'map',
        position: places.get(node.ref) ?? { x: 0, y: 0 },
        width: NODE_WIDTH,
        height: NODE_HEIGHT,
        // The library lets no clicks through to nodes that can be neither moved nor chosen by it.
        style: { pointerEvents: 'all' },
        data: { node },
      })),
    [map, places],
  );
  const elements = useRef(new Map<string, HTMLElement>());
  const [active, setActive] = useState<string>();
  const isShown = (ref: string | undefined) =>
    ref !== undefined && places.has(ref);
  const reached = [active, selected, start, map.nodes[0]?.ref].find(isShown);

  const lookAt = useCallback(
    (ref: string | undefined, moves: boolean) => {
      const place = ref === undefined ? undefined : places.get(ref);
      if (place) {
        flow.setCenter(place.x + NODE_WIDTH / 2, place.y + NODE_HEIGHT / 2, {
          zoom: flow.getZoom(),
          duration: moves && !still ? MOVE_MS : 0,
        });
      }
    },
    [flow, places, still],
  );
  const look = useRef(lookAt);
  look.current = lookAt;
  useEffect(() => look.current(start, false), [start]);

  const goTo = (ref: string) => {
    setActive(ref);
    elements.current.get(ref)?.focus({ preventScroll: true });
    lookAt(ref, true);
  };

  const tools: MapNodeTools = {
    active: reached,
    selected,
    open,
    overdue: useMemo(() => countOverdue(map.edges), [map.edges]),
    opens: map.view !== 'interactions',
    onSelect: ref => onSelect(ref === selected ? undefined : ref),
    onToggle,
    onFocus: setActive,
    register: useCallback((ref, element) => {
      if (element) {
        elements.current.set(ref, element);
      } else {
        elements.current.delete(ref);
      }
    }, []),
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (reached === undefined || event.ctrlKey || event.metaKey) {
      return;
    }
    const arrow = arrowKeys.find(key => key === event.key);
    const node = map.nodes.find(({ ref }) => ref === reached);
    const isOpen = open.includes(reached);
    if (arrow) {
      event.preventDefault();
      const next = nextNode(reached, arrow, places, map.edges);
      if (next !== undefined) {
        goTo(next);
      }
    } else if (event.key === 'Home') {
      event.preventDefault();
      goTo(map.nodes[0].ref);
    } else if (event.key === 'Escape' && selected !== undefined) {
      onSelect(undefined);
    } else if (
      tools.opens &&
      ((event.key === '+' && !isOpen && (node?.more ?? 0) > 0) ||
        (event.key === '-' && isOpen))
    ) {
      event.preventDefault();
      onToggle(reached);
    }
  };

  return (
    // The keys are those of the map, which is why it is an application: a screen reader hands them on.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      role="application"
      aria-label={t(`canvas.${map.view}`)}
      className={classes.canvas}
      onKeyDown={onKeyDown}
    >
      <MapNodeContext.Provider value={tools}>
        <ReactFlow
          nodes={nodes}
          edges={edges}
          nodeTypes={nodeTypes}
          colorMode={theme.palette.type}
          nodesDraggable={false}
          nodesConnectable={false}
          nodesFocusable={false}
          edgesFocusable={false}
          elementsSelectable={false}
          disableKeyboardA11y
          // The wheel scrolls the page, as everywhere else.
          zoomOnScroll={false}
          preventScrolling={false}
          minZoom={0.1}
          onInit={() =>
            isShown(start)
              ? lookAt(start, false)
              : flow.fitView({ maxZoom: 1, minZoom: LEGIBLE_ZOOM })
          }
          ariaLabelConfig={{
            'controls.ariaLabel': t('canvas.controls'),
            'controls.zoomIn.ariaLabel': t('canvas.zoomIn'),
            'controls.zoomOut.ariaLabel': t('canvas.zoomOut'),
            'controls.fitView.ariaLabel': t('canvas.fit'),
          }}
        >
          <Background />
          <Controls
            showInteractive={false}
            fitViewOptions={{ duration: still ? 0 : MOVE_MS }}
          />
        </ReactFlow>
      </MapNodeContext.Provider>
    </div>
  );
}

/** The lines. One that should be over by now says so in words, and is dashed. */
function useMapEdges({ edges }: OwnershipMap): Edge[] {
  const { t } = useTranslationRef(ownershipMapTranslationRef);
  const theme = useTheme();
  const palette = useOpmodelPalette();
  const modes = useInteractionWords();
  return useMemo(
    () =>
      edges.map(edge => {
        const { from, to, interaction } = edge;
        const mode = interaction && modes[interaction.mode];
        const late = interaction?.overdue ?? false;
        const stroke = late ? palette.states.attention.mark : palette.previous;
        return {
          id: keyOfEdge(edge),
          source: from,
          target: to,
          focusable: false,
          label: late ? t('edge.overdue', { mode: mode ?? '' }) : mode,
          labelStyle: {
            fill: late
              ? palette.states.attention.text
              : theme.palette.text.primary,
          },
          labelBgStyle: { fill: theme.palette.background.paper },
          style: {
            stroke,
            strokeWidth: late ? 2 : 1.25,
            strokeDasharray: late ? '6 4' : undefined,
          },
          markerEnd: interaction
            ? { type: MarkerType.ArrowClosed, color: stroke }
            : undefined,
        };
      }),
    // The words of modes are of the language, which does not change on a page.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [edges, palette, theme],
  );
}
