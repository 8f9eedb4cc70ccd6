import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import { makeStyles } from '@material-ui/core/styles';
import GetAppIcon from '@material-ui/icons/GetApp';
import type { DoraReport } from '@opmodel/backstage-plugin-opmodel-common';
import {
  downloadFile,
  type ExportFormat,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useId, useState } from 'react';
import { doraTranslationRef } from '../../../translation';
import { toMetricsCsv, toReportJson, toTrendCsv } from './reportExport';

const useStyles = makeStyles({
  button: { textTransform: 'none', '@media print': { display: 'none' } },
});

/** Hands what is on the page to the browser as a file. */
export function ReportExportMenu(props: { report: DoraReport }) {
  const { scope, window } = props.report;
  const { t } = useTranslationRef(doraTranslationRef);
  const classes = useStyles();
  const [anchor, setAnchor] = useState<Element | null>(null);
  const menuId = useId();
  const scopeName = scope.ref.replace(/[^\w.-]+/g, '-');
  const save = (
    what: string,
    format: ExportFormat,
    write: (report: DoraReport) => string,
  ) => {
    setAnchor(null);
    downloadFile(
      `${what}_${scopeName}_${window.from}_${window.to}`,
      format,
      write(props.report),
    );
  };
  return (
    <>
      <Button
        size="small"
        className={classes.button}
        startIcon={<GetAppIcon />}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        aria-controls={anchor ? menuId : undefined}
        onClick={event => setAnchor(event.currentTarget)}
      >
        {t('strip.exportLabel')}
      </Button>
      <Menu
        id={menuId}
        open={anchor !== null}
        anchorEl={anchor}
        getContentAnchorEl={null}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        onClose={() => setAnchor(null)}
      >
        <MenuItem onClick={() => save('dora-metrics', 'csv', toMetricsCsv)}>
          {t('strip.metricsCsv')}
        </MenuItem>
        <MenuItem onClick={() => save('dora-trend', 'csv', toTrendCsv)}>
          {t('strip.trendCsv')}
        </MenuItem>
        <MenuItem onClick={() => save('dora', 'json', toReportJson)}>
          {t('strip.json')}
        </MenuItem>
      </Menu>
    </>
  );
}
