import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import {
  Panel,
  SegmentedButtons,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import type { ReactNode } from 'react';
import { useSeen } from '../../hooks/useSeen';
import { doraTranslationRef } from '../../translation';

const useStyles = makeStyles(theme => ({
  anchor: { scrollMarginTop: 72 },
  filters: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1.5),
    '@media print': { display: 'none' },
  },
}));

/** Props of {@link EvidencePanel}. */
export interface EvidencePanelProps<Filter extends string> {
  /** Where the panel is, for links on the page. */
  anchor: string;
  title: string;
  /** What the filter chooses, for those who do not see it. */
  filterLabel: string;
  filter: Filter;
  filters: Array<{ id: Filter; label: string }>;
  onFilterChange: (filter: Filter) => void;
  /** First day of the week whose rows alone are shown. */
  week: string | undefined;
  onWeekClear: () => void;
  /** The rows; they are to be asked for once the panel has been seen. */
  children: (seen: boolean) => ReactNode;
}

/** The frame of a table of evidence: its filters, and which week it is narrowed to. */
export function EvidencePanel<Filter extends string>(
  props: EvidencePanelProps<Filter>,
) {
  const { anchor, title, filterLabel, filter, filters, week } = props;
  const { onFilterChange, onWeekClear, children } = props;
  const { t } = useTranslationRef(doraTranslationRef);
  const formats = useFormats();
  const classes = useStyles();
  const [ref, seen] = useSeen();
  return (
    <div id={anchor} ref={ref} className={classes.anchor}>
      <Panel
        flush
        title={title}
        actions={
          <span className={classes.filters}>
            {week && (
              <span role="status">
                {t('evidence.week', { day: formats.day(week) })}{' '}
                <Button size="small" color="primary" onClick={onWeekClear}>
                  {t('evidence.clear')}
                </Button>
              </span>
            )}
            <SegmentedButtons
              label={filterLabel}
              value={filter}
              options={filters}
              onChange={onFilterChange}
            />
          </span>
        }
      >
        {children(seen)}
      </Panel>
    </div>
  );
}
