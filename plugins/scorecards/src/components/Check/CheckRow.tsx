import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import ExpandMoreIcon from '@material-ui/icons/ExpandMore';
import {
  NoteChip,
  StateChip,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useEffect, useId, useRef, useState } from 'react';
import { useNamedCheck } from '../../hooks/useNamedCheck';
import { scorecardsEntityTranslationRef } from '../../translations/entity';
import { useValueText } from '../../values/useValueText';
import { VerdictChip } from '../../verdict';
import { CheckDetails, type CheckProps } from './CheckDetails';
import { checkFreshness } from './checkFreshness';

const useStyles = makeStyles(theme => ({
  row: { borderTop: `1px solid ${theme.palette.divider}` },
  toggle: {
    appearance: 'none',
    width: '100%',
    border: 'none',
    background: 'none',
    font: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    display: 'grid',
    gridTemplateColumns: '112px minmax(160px, 1fr) auto 150px 20px',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1.5),
    padding: theme.spacing(1, 2),
    fontSize: 13,
    lineHeight: '20px',
    color: theme.palette.text.primary,
    '&:hover': { backgroundColor: theme.palette.action.hover },
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: -2,
    },
    '@media (max-width: 760px)': {
      gridTemplateColumns: '112px minmax(0, 1fr) 20px',
      '& $when': { display: 'none' },
    },
  },
  name: { fontWeight: 500, overflowWrap: 'anywhere' },
  value: {
    fontVariantNumeric: 'tabular-nums',
    textAlign: 'right',
    overflowWrap: 'anywhere',
    maxWidth: 260,
    '@media (max-width: 760px)': {
      gridColumn: 2,
      gridRow: 2,
      textAlign: 'left',
    },
  },
  when: {
    fontSize: 12,
    lineHeight: '16px',
    color: theme.palette.text.secondary,
    '& > span': { display: 'block' },
  },
  icon: { fontSize: 20, color: theme.palette.text.secondary },
  open: { transform: 'rotate(180deg)' },
}));

/** One check: its verdict and value at a glance, and on demand why, what mends it, and on what it rests. */
export function CheckRow(props: CheckProps) {
  const { result, check } = props;
  const { t } = useTranslationRef(scorecardsEntityTranslationRef);
  const formats = useFormats();
  const classes = useStyles();
  const textOf = useValueText();
  const detailsId = useId();
  const row = useRef<HTMLLIElement>(null);
  const [named] = useNamedCheck('check');
  const isNamed =
    named?.scorecardRef === result.scorecard.ref &&
    named.checkId === check.checkId;
  const [open, setOpen] = useState(isNamed);
  useEffect(() => {
    if (isNamed) {
      setOpen(true);
      row.current?.scrollIntoView?.({ block: 'center' });
    }
  }, [isNamed]);
  const freshness = checkFreshness(check.evidence);
  return (
    <li ref={row} className={classes.row}>
      <button
        type="button"
        className={classes.toggle}
        aria-expanded={open}
        aria-controls={open ? detailsId : undefined}
        onClick={() => setOpen(shown => !shown)}
      >
        <span>
          <VerdictChip state={check.state} />
        </span>
        <span className={classes.name}>
          {check.name} <CheckNotes {...props} />
        </span>
        <span className={classes.value}>
          {check.value !== null && textOf(check.value, check.unit)}
        </span>
        <span className={classes.when}>
          {check.since !== null && (
            <span title={formats.instant(check.since)}>
              {t('check.since', { when: formats.relative(check.since) })}
            </span>
          )}
          {freshness && (
            <span title={formats.instant(freshness.reportedAt)}>
              {freshness.isStale
                ? t('check.stale', {
                    when: formats.relative(freshness.reportedAt),
                  })
                : t('check.asOf', {
                    when: formats.relative(freshness.reportedAt),
                  })}
            </span>
          )}
        </span>
        <ExpandMoreIcon
          className={`${classes.icon} ${open ? classes.open : ''}`}
        />
      </button>
      {open && (
        <div id={detailsId}>
          <CheckDetails {...props} />
        </div>
      )}
    </li>
  );
}

/** What is to be known of a verdict before it is opened: that it is about to change, that it counts by what stood before, or that it is to be excused. */
function CheckNotes(props: CheckProps) {
  const { result, check } = props;
  const { t } = useTranslationRef(scorecardsEntityTranslationRef);
  const formats = useFormats();
  return (
    <>
      {check.pending && <NoteChip>{t('check.pending')}</NoteChip>}{' '}
      {result.held.includes(check.checkId) && (
        <NoteChip>{t('check.held')}</NoteChip>
      )}{' '}
      {check.exemption?.state === 'requested' && (
        <StateChip state="exempt" label={t('check.exemptionRequested')} />
      )}{' '}
      {check.startsAt !== null && (
        <NoteChip>
          {t('check.startsAt', { day: formats.day(check.startsAt) })}
        </NoteChip>
      )}
    </>
  );
}
