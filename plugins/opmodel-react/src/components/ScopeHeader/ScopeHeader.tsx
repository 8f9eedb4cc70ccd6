import { useTranslationRef } from '@backstage/frontend-plugin-api';
import LinearProgress from '@material-ui/core/LinearProgress';
import { makeStyles } from '@material-ui/core/styles';
import type {
  ReportDefinition,
  ReportFreshness,
  ReportScope,
  ReportWindow,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { ReactNode } from 'react';
import { useFormats } from '../../format/useFormats';
import { useOpmodelPalette } from '../../palette/useOpmodelPalette';
import { opmodelTranslationRef } from '../../translation';
import type {
  OwnershipView,
  WindowSelection,
} from '../../window/windowSelection';
import { SegmentedButtons } from '../SegmentedButtons';
import { WindowPicker } from '../WindowPicker';
import { FreshnessNote } from './FreshnessNote';

const useStyles = makeStyles(theme => ({
  header: { position: 'relative', marginBottom: theme.spacing(2) },
  strip: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1, 3),
    minHeight: 44,
    marginBottom: theme.spacing(0.5),
  },
  title: {
    margin: 0,
    fontSize: 18,
    lineHeight: '26px',
    fontWeight: 600,
    color: theme.palette.text.primary,
    display: 'inline',
  },
  counts: {
    fontSize: 13,
    marginLeft: theme.spacing(1),
  },
  controls: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
  },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0, 1),
    fontSize: 12,
    lineHeight: '18px',
    minHeight: 18,
    '& > *:not(:last-child)::after': {
      content: '"·"',
      marginLeft: theme.spacing(1),
    },
  },
  progress: { position: 'absolute', left: 0, right: 0, bottom: -8, height: 2 },
}));

/** Props of {@link ScopeHeader}. */
export interface ScopeHeaderProps {
  /** Shown until the report says what it is about. */
  title: string;
  selection: WindowSelection;
  onSelectionChange: (selection: WindowSelection) => void;
  /** Only for roll-ups; without it there is no choice. */
  ownership?: OwnershipView;
  onOwnershipChange?: (ownership: OwnershipView) => void;
  /** What the shown report says of itself; undefined while there is none. */
  scope?: ReportScope;
  /** How many of its components are active, in words. Default: those with deployments. */
  active?: (count: string) => string;
  window?: ReportWindow;
  definition?: ReportDefinition;
  freshness?: ReportFreshness;
  /** Draws a thin line while newer numbers are on their way. */
  refreshing?: boolean;
  /** Further controls of the page. */
  actions?: ReactNode;
}

/** What a page is about: scope, days, whose ownership counts, definition and freshness. */
export function ScopeHeader(props: ScopeHeaderProps) {
  const { title, selection, onSelectionChange, ownership, actions } = props;
  const { scope, window, definition, freshness, refreshing } = props;
  const { onOwnershipChange, active } = props;
  const { t } = useTranslationRef(opmodelTranslationRef);
  const formats = useFormats();
  const classes = useStyles();
  const palette = useOpmodelPalette();
  const describeActive = active ?? ((n: string) => t('scope.active', { n }));
  return (
    <header className={classes.header}>
      <div className={classes.strip}>
        <div>
          <h2 className={classes.title}>{scope?.title ?? title}</h2>
          {scope?.rollUp && (
            <span className={classes.counts} style={{ color: palette.quiet }}>
              {[
                t('scope.components', { count: scope.components }),
                describeActive(formats.count(scope.activeComponents)),
              ].join(' · ')}
            </span>
          )}
        </div>
        <div className={classes.controls}>
          {actions}
          {ownership && onOwnershipChange && (
            <SegmentedButtons
              label={t('ownership.label')}
              value={ownership}
              options={[
                {
                  id: 'now',
                  label: t('ownership.now'),
                  hint: t('ownership.nowLong'),
                },
                {
                  id: 'then',
                  label: t('ownership.then'),
                  hint: t('ownership.thenLong'),
                },
              ]}
              onChange={onOwnershipChange}
            />
          )}
          <WindowPicker
            value={selection}
            onChange={onSelectionChange}
            days={window}
          />
        </div>
      </div>
      <div className={classes.facts} style={{ color: palette.quiet }}>
        {window && (
          <span>
            {formats.dayRange(window.from, window.to)} (
            {t('scope.days', { count: window.days })}, {window.zone})
          </span>
        )}
        {definition && (
          <span>{t('scope.definition', { title: definition.title })}</span>
        )}
        {freshness && (
          <FreshnessNote freshness={freshness} zone={window?.zone} />
        )}
      </div>
      {refreshing && (
        <LinearProgress
          className={classes.progress}
          aria-label={t('view.refreshing')}
        />
      )}
    </header>
  );
}
