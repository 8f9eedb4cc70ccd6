import { Content, PageWithHeader } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import LinearProgress from '@material-ui/core/LinearProgress';
import { makeStyles } from '@material-ui/core/styles';
import {
  ComponentFilterBar,
  errorStatus,
  FreshnessNote,
  NoPermission,
  Panel,
  useFormats,
  WindowPicker,
} from '@opmodel/backstage-plugin-opmodel-react';
import {
  useDoraFleet,
  useDoraFleetSummary,
} from '../../hooks/fleet/useDoraFleet';
import { useFleetView } from '../../hooks/fleet/useFleetView';
import { useDoraDefinitions } from '../../hooks/useDoraDefinitions';
import { DefinitionPickers } from '../DefinitionPickers';
import { useExplainParam } from '../../hooks/useExplainParam';
import { doraFleetTranslationRef } from './doraFleetTranslationRef';
import { FleetExplainDrawer } from './FleetExplainDrawer';
import { FleetRows } from './FleetRows';
import { FleetSummary } from './FleetSummary';
import { emptyFleetFilter } from './fleetView';
import { StateFilter } from './StateFilter';

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
  facts: {
    fontSize: 12,
    lineHeight: '18px',
    minHeight: 18,
    color: theme.palette.text.primary,
  },
  controls: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
  },
  progress: { height: 2, marginBottom: -2 },
}));

/** The fleet page below its header: the selection as a whole, the filters, and a row a component. */
export function DoraFleetPageContent() {
  const { t } = useTranslationRef(doraFleetTranslationRef);
  const classes = useStyles();
  const formats = useFormats();
  const state = useFleetView();
  const { view, filter, select } = state;
  const summary = useDoraFleetSummary(view);
  const fleet = useDoraFleet(view);
  const definitions = useDoraDefinitions();
  const { explain } = useExplainParam();
  const report = summary.data;
  const refreshing =
    fleet.phase === 'refreshing' || summary.phase === 'refreshing';

  if (fleet.phase === 'failed' && errorStatus(fleet.error) === 403) {
    return (
      <Content>
        <NoPermission subject={t('page.subject')} />
      </Content>
    );
  }
  return (
    <Content>
      <div className={classes.page}>
        <div className={classes.strip}>
          <div className={classes.facts}>
            {report && (
              <>
                {formats.dayRange(report.window.from, report.window.to)}
                {` (${report.window.zone}) · `}
                {report.definition.title}
                {' · '}
                <FreshnessNote
                  freshness={report.freshness}
                  zone={report.window.zone}
                />
              </>
            )}
          </div>
          <div className={classes.controls}>
            {definitions.data && (
              <DefinitionPickers
                definitions={definitions.data}
                profile={view.profile}
                edition={view.edition}
                onProfileChange={profile => select({ profile })}
                onEditionChange={edition => select({ edition })}
              />
            )}
            <WindowPicker
              value={view.window}
              onChange={window => select({ window })}
              days={report?.window}
            />
          </div>
        </div>
        <FleetSummary query={summary} onExplain={explain} />
        <Panel>
          <ComponentFilterBar
            filter={view.filter}
            onChange={filter}
            furtherFilters={view.filter.state ? 1 : 0}
            onClear={() => filter(emptyFleetFilter)}
          >
            <StateFilter state={view.filter.state} onChange={filter} />
          </ComponentFilterBar>
        </Panel>
        {refreshing && (
          <LinearProgress
            className={classes.progress}
            aria-label={t('page.refreshing')}
          />
        )}
        <FleetRows state={state} fleet={fleet} />
      </div>
      <FleetExplainDrawer view={view} />
    </Content>
  );
}

/** The fleet page with its own header, for apps of the earlier frontend system. */
export function DoraFleetPage() {
  const { t } = useTranslationRef(doraFleetTranslationRef);
  return (
    <PageWithHeader
      themeId="home"
      title={t('page.title')}
      subtitle={t('page.subtitle')}
    >
      <DoraFleetPageContent />
    </PageWithHeader>
  );
}
