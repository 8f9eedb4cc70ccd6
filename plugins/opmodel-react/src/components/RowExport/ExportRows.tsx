import { makeStyles } from '@material-ui/core/styles';
import type { RowExport } from '../../export/rowExport';
import { useRowExport } from '../../export/useRowExport';
import type { RowPage } from '../../request/rowSource';
import { RowExportMenu } from './RowExportMenu';
import { RowExportProgress } from './RowExportProgress';

const useStyles = makeStyles(theme => ({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0, 2),
  },
}));

/** Props of {@link ExportRows}. */
export interface ExportRowsProps<Page extends RowPage<unknown>> {
  exported: RowExport<Page>;
  /** Rows of the list, on whatever page. */
  totalRows: number;
  /** What is exported, where a page has more than one such button. */
  subject?: string;
}

/** All rows of a list as a file, with how far that is in the same line. */
export function ExportRows<Page extends RowPage<unknown>>(
  props: ExportRowsProps<Page>,
) {
  const { exported, totalRows, subject } = props;
  const classes = useStyles();
  const run = useRowExport(exported);
  return (
    <div className={classes.line}>
      <RowExportMenu run={run} totalRows={totalRows} subject={subject} />
      <RowExportProgress run={run} />
    </div>
  );
}
