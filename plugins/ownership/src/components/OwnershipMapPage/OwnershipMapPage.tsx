import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import type { OwnershipMap } from '@opmodel/backstage-plugin-opmodel-common';
import {
  EmptyState,
  Panel,
  PanelSkeleton,
  QueryView,
  SegmentedButtons,
  useOpmodelPalette,
} from '@opmodel/backstage-plugin-opmodel-react';
import { lazy, Suspense, useEffect, useRef, type RefObject } from 'react';
import { ownershipMapTranslationRef } from '../../translations/map';
import { OwnershipFreshness } from '../OwnershipFreshness';
import { MapDetails } from './MapDetails';
import { MapEmpty } from './MapEmpty';
import { MapLegend } from './MapLegend';
import { MapPath } from './MapPath';
import { MapSearch } from './MapSearch';
import { MapTable } from './MapTable';
import { type MapParams, mapViews, useMapParams } from './useMapParams';
import { useOwnershipMap } from './useOwnershipMap';

// Drawing needs a library that nothing else needs.
const MapCanvas = lazy(async () => ({
  default: (await import('./MapCanvas')).MapCanvas,
}));

const useStyles = makeStyles(theme => ({
  page: { display: 'grid', gap: theme.spacing(2) },
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 2),
  },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0, 2),
    fontSize: 12,
    lineHeight: '18px',
  },
  withDetails: {
    display: 'grid',
    gap: theme.spacing(2),
    gridTemplateColumns: 'minmax(0, 1fr) 320px',
    alignItems: 'start',
    [theme.breakpoints.down('sm')]: {
      gridTemplateColumns: 'minmax(0, 1fr)',
    },
  },
}));

const CANVAS_HEIGHT = 420;

/** The map of who owns what, as a drawing or as a table. */
export function OwnershipMapPage() {
  const { t } = useTranslationRef(ownershipMapTranslationRef);
  const classes = useStyles();
  const params = useMapParams();
  const query = useOwnershipMap(params);
  const isNarrow = useMediaQuery('(max-width: 600px)', { noSsr: true });
  const shownAs = params.as ?? (isNarrow ? 'table' : 'map');
  return (
    <div className={classes.page}>
      <Panel>
        <div className={classes.bar}>
          <SegmentedButtons
            label={t('view.label')}
            value={params.view}
            options={mapViews.map(id => ({ id, label: t(`view.${id}`) }))}
            onChange={view =>
              params.change({
                view,
                root: undefined,
                focus: undefined,
                node: undefined,
                open: [],
              })
            }
          />
          <SegmentedButtons
            label={t('as.label')}
            value={shownAs}
            options={[
              { id: 'map', label: t('as.map') },
              { id: 'table', label: t('as.table') },
            ]}
            onChange={as => params.change({ as })}
          />
          <MapSearch
            onFind={({ ref, kind }) =>
              params.change({
                view:
                  kind === 'system' || kind === 'domain'
                    ? 'domains'
                    : 'organisation',
                root: undefined,
                focus: ref,
                node: ref,
                open: [],
              })
            }
          />
        </div>
      </Panel>
      <QueryView
        query={query}
        subject={t('subject')}
        skeleton={<PanelSkeleton height={CANVAS_HEIGHT} />}
        notFound={
          <EmptyState
            title={t('empty.notFound')}
            description={t('empty.notFoundText')}
            action={
              <Button
                variant="outlined"
                size="small"
                onClick={() =>
                  params.change({
                    root: undefined,
                    focus: undefined,
                    node: undefined,
                    open: [],
                  })
                }
              >
                {t('empty.toTop')}
              </Button>
            }
          />
        }
      >
        {map =>
          map.nodes.length === 0 ? (
            <MapEmpty view={map.view} />
          ) : (
            <MapOf map={map} params={params} shownAs={shownAs} />
          )
        }
      </QueryView>
    </div>
  );
}

function MapOf(props: {
  map: OwnershipMap;
  params: MapParams;
  shownAs: 'map' | 'table';
}) {
  const { map, params, shownAs } = props;
  const { t } = useTranslationRef(ownershipMapTranslationRef);
  const classes = useStyles();
  const palette = useOpmodelPalette();
  const node = map.nodes.find(({ ref }) => ref === params.node);
  const area = useRef<HTMLDivElement>(null);
  useReturningFocus(area, node?.ref);
  const toggle = (ref: string) =>
    params.change({
      open: params.open.includes(ref)
        ? params.open.filter(other => other !== ref)
        : [...params.open, ref],
    });
  const shared = {
    map,
    selected: node?.ref,
    open: params.open,
    onSelect: (ref: string | undefined) => params.change({ node: ref }),
    onToggle: toggle,
  };
  return (
    <>
      <div className={classes.facts} style={{ color: palette.quiet }}>
        <MapPath
          path={map.path}
          onBegin={root =>
            params.change({ root, focus: undefined, node: root, open: [] })
          }
        />
        <span role="status">
          {t('shown', { shown: map.shown, total: map.total })}
        </span>
        <OwnershipFreshness freshness={map.freshness} />
      </div>
      <div ref={area} className={node ? classes.withDetails : undefined}>
        <Panel flush>
          {shownAs === 'table' ? (
            <MapTable {...shared} />
          ) : (
            <Suspense fallback={<PanelSkeleton height={CANVAS_HEIGHT} />}>
              <MapCanvas
                {...shared}
                start={params.focus ?? params.root ?? map.nodes[0].ref}
              />
            </Suspense>
          )}
        </Panel>
        {node && (
          <MapDetails
            map={map}
            node={node}
            isOpen={params.open.includes(node.ref)}
            onToggle={() => toggle(node.ref)}
            onBegin={() =>
              params.change({ root: node.ref, focus: undefined, open: [] })
            }
            onClose={() => params.change({ node: undefined })}
          />
        )}
      </div>
      <MapLegend view={map.view} />
    </>
  );
}

/** When details are closed, the focus goes back to what they were of. */
function useReturningFocus(
  area: RefObject<HTMLElement>,
  selected: string | undefined,
): void {
  const last = useRef<string>();
  useEffect(() => {
    const closed = last.current;
    last.current = selected;
    if (
      closed !== undefined &&
      selected === undefined &&
      document.activeElement === document.body
    ) {
      [
        ...(area.current?.querySelectorAll<HTMLElement>('[data-map-node]') ??
          []),
      ]
        .find(element => element.dataset.mapNode === closed)
        ?.focus({ preventScroll: true });
    }
  }, [area, selected]);
}
