import { useTranslationRef } from '@backstage/frontend-plugin-api';
import IconButton from '@material-ui/core/IconButton';
import Tooltip from '@material-ui/core/Tooltip';
import { makeStyles } from '@material-ui/core/styles';
import FirstPageIcon from '@material-ui/icons/FirstPage';
import NextIcon from '@material-ui/icons/KeyboardArrowRight';
import PreviousIcon from '@material-ui/icons/KeyboardArrowLeft';
import type { DoraFleetPage } from '@opmodel/backstage-plugin-opmodel-common';
import { useFormats } from '@opmodel/backstage-plugin-opmodel-react';
import { useId, useRef } from 'react';
import { doraFleetTranslationRef } from './doraFleetTranslationRef';
import { type FleetView, rowsPerPageChoices } from './fleetView';

const useStyles = makeStyles(theme => ({
  paging: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'flex-end',
    gap: theme.spacing(0.5, 2),
    padding: theme.spacing(0.5, 1, 0.5, 2),
    fontSize: 13,
    '@media print': { display: 'none' },
  },
  rows: {
    font: 'inherit',
    color: 'inherit',
    backgroundColor: theme.palette.background.paper,
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: 4,
    padding: theme.spacing(0.25, 0.5),
    marginLeft: theme.spacing(1),
  },
  range: { fontVariantNumeric: 'tabular-nums' },
}));

/** Props of {@link FleetPaging}. */
export interface FleetPagingProps {
  view: FleetView;
  page: DoraFleetPage;
  onTurn: (page: { page: number; cursor?: string }) => void;
  onRowsPerPage: (rows: number) => void;
}

/**
 * Goes through the pages by their cursors. A cursor only knows what comes after it, so the way back is remembered while the
 * page is open; a link into the middle of the list offers the first page instead.
 */
export function FleetPaging(props: FleetPagingProps) {
  const { view, page, onTurn, onRowsPerPage } = props;
  const { t } = useTranslationRef(doraFleetTranslationRef);
  const classes = useStyles();
  const formats = useFormats();
  const rowsId = useId();
  const before = useRef(new Map<string, string | undefined>());
  const { cursor, rowsPerPage } = view;
  const { nextCursor } = page;
  const skipped = (view.page - 1) * rowsPerPage;
  const knowsWayBack = cursor !== undefined && before.current.has(cursor);

  return (
    <nav className={classes.paging} aria-label={t('paging.label')}>
      <label htmlFor={rowsId}>
        {t('paging.rows')}
        <select
          id={rowsId}
          className={classes.rows}
          value={rowsPerPage}
          onChange={event => onRowsPerPage(Number(event.target.value))}
        >
          {rowsPerPageChoices.map(choice => (
            <option key={choice} value={choice}>
              {choice}
            </option>
          ))}
        </select>
      </label>
      <span className={classes.range}>
        {t('paging.range', {
          from: formats.count(skipped + 1),
          to: formats.count(skipped + page.items.length),
          total: formats.count(page.totalItems),
        })}
      </span>
      <span>
        <TurnButton
          label={t('paging.first')}
          disabled={cursor === undefined}
          onClick={() => onTurn({ page: 1 })}
        >
          <FirstPageIcon />
        </TurnButton>
        <TurnButton
          label={t('paging.previous')}
          disabled={!knowsWayBack}
          onClick={() =>
            onTurn({
              page: Math.max(1, view.page - 1),
              cursor: before.current.get(cursor!),
            })
          }
        >
          <PreviousIcon />
        </TurnButton>
        <TurnButton
          label={t('paging.next')}
          disabled={nextCursor === null}
          onClick={() => {
            before.current.set(nextCursor!, cursor);
            onTurn({ page: view.page + 1, cursor: nextCursor! });
          }}
        >
          <NextIcon />
        </TurnButton>
      </span>
    </nav>
  );
}

function TurnButton(props: {
  label: string;
  disabled: boolean;
  onClick: () => void;
  children: JSX.Element;
}) {
  const { label, disabled, onClick, children } = props;
  const button = (
    <IconButton
      size="small"
      aria-label={label}
      disabled={disabled}
      onClick={onClick}
    >
      {children}
    </IconButton>
  );
  return disabled ? button : <Tooltip title={label}>{button}</Tooltip>;
}
