import { Content, PageWithHeader } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import {
  ComponentFilterBar,
  ExportRows,
  FreshnessNote,
  PagedRows,
  Panel,
  QueryView,
  TilesSkeleton,
  useFormats,
  WindowPicker,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useFlowFleet } from '../../hooks/useFlowFleet';
import { useFleetParams } from '../../hooks/useFleetParams';
import { flowTranslationRef } from '../../translation';
import { FlowTiles } from '../EntityFlowContent/FlowTiles';
import { FlowFleetTable } from './FlowFleetTable';

const useStyles = makeStyles(theme => ({
  page: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(2),
    fontFamily: theme.typography.fontFamily,
  },
  strip: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1, 3),
  },
  facts: { fontSize: 12, lineHeight: '18px', minHeight: 18 },
}));

const SKELETON_ROWS = 10;

/** The fleet page below its header: the selection as a whole, and a row a component. */
export function FlowFleetPageContent() {
  const { t } = useTranslationRef(flowTranslationRef);
  const formats = useFormats();
  const classes = useStyles();
  const { query, filter, window, sort, select, narrow } = useFleetParams();
  const fleet = useFlowFleet(query);
  const report = fleet.summary.data;
  return (
    <Content>
      <div className={classes.page}>
        <div className={classes.strip}>
          <div className={classes.facts}>
            {report && (
              <>
                {formats.dayRange(report.window.from, report.window.to)}
                {` (${report.window.zone}) · `}
                <FreshnessNote
                  freshness={report.freshness}
                  zone={report.window.zone}
                />
              </>
            )}
          </div>
          <WindowPicker
            value={window}
            onChange={chosen => select({ window: chosen })}
            days={report?.window}
          />
        </div>
        <QueryView
          query={fleet.summary}
          subject={t('tab.subject')}
          skeleton={<TilesSkeleton count={5} />}
        >
          {summary => <FlowTiles report={summary} />}
        </QueryView>
        <Panel>
          <ComponentFilterBar filter={filter} onChange={narrow} />
        </Panel>
        <Panel
          flush
          title={t('fleet.title')}
          actions={
            fleet.pages.page.data && (
              <ExportRows
                exported={fleet.exported}
                totalRows={fleet.pages.page.data.totalItems}
              />
            )
          }
        >
          <PagedRows
            pages={fleet.pages}
            subject={t('tab.subject')}
            label={t('fleet.pages')}
            skeletonRows={SKELETON_ROWS}
            empty={t('fleet.empty')}
          >
            {page => (
              <FlowFleetTable
                members={page.items}
                sort={sort}
                onSort={chosen => select({ sort: chosen })}
              />
            )}
          </PagedRows>
        </Panel>
      </div>
    </Content>
  );
}

/** The fleet page with its own header, for apps of the earlier frontend system. */
export function FlowFleetPage() {
  const { t } = useTranslationRef(flowTranslationRef);
  return (
    <PageWithHeader
      themeId="home"
      title={t('fleet.title')}
      subtitle={t('fleet.subtitle')}
    >
      <FlowFleetPageContent />
    </PageWithHeader>
  );
}
