import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import GetAppIcon from '@material-ui/icons/GetApp';
import {
  downloadFile,
  toCsvTable,
  type CsvColumn,
} from '@opmodel/backstage-plugin-opmodel-react';
import { doraTranslationRef } from '../../translation';

const useStyles = makeStyles({
  button: { textTransform: 'none', '@media print': { display: 'none' } },
});

/** Hands the rows that are shown to the browser as a file. */
export function ExportRowsButton<Row>(props: {
  /** Name of the file, without its ending. */
  name: string;
  columns: ReadonlyArray<CsvColumn<Row>>;
  rows: readonly Row[];
}) {
  const { name, columns, rows } = props;
  const { t } = useTranslationRef(doraTranslationRef);
  const classes = useStyles();
  return (
    <Button
      size="small"
      className={classes.button}
      startIcon={<GetAppIcon />}
      onClick={() => downloadFile(name, 'csv', toCsvTable(columns, rows))}
    >
      {t('evidence.exportPage')}
    </Button>
  );
}
