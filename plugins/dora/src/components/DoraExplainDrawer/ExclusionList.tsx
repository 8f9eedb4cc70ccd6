import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type { DoraExclusion } from '@opmodel/backstage-plugin-opmodel-common';
import { opmodelTranslationRef } from '@opmodel/backstage-plugin-opmodel-react';
import { doraTranslationRef } from '../../translation';
import { type ExclusionReason, useExclusionText } from '../exclusions';

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: {
    appearance: 'none',
    width: '100%',
    display: 'grid',
    gridTemplateColumns: '150px 1fr',
    gap: theme.spacing(0, 2),
    padding: theme.spacing(0.75, 1),
    margin: theme.spacing(0, -1),
    border: 'none',
    borderRadius: 4,
    background: 'none',
    color: 'inherit',
    font: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    '&:hover': { background: theme.palette.action.hover },
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: -2,
    },
  },
  chosen: { background: theme.palette.action.selected },
  count: {
    fontVariantNumeric: 'tabular-nums',
    fontWeight: 600,
    color: theme.palette.primary.main,
  },
  reason: { fontSize: 13, lineHeight: '19px' },
  why: { color: theme.palette.text.secondary },
}));

/** What was left out, as counts with reasons; each opens the rows it counts, where there are any to open. */
export function ExclusionList(props: {
  excluded: DoraExclusion[];
  chosen: ExclusionReason | undefined;
  onOpen?: (reason: ExclusionReason) => void;
}) {
  const { excluded, chosen, onOpen } = props;
  const { t } = useTranslationRef(doraTranslationRef);
  const { t: shared } = useTranslationRef(opmodelTranslationRef);
  const describe = useExclusionText();
  const classes = useStyles();
  const countOf = (unit: DoraExclusion['unit'], count: number) => {
    switch (unit) {
      case 'change':
        return t('exclusion.changes', { count });
      case 'incident':
        return t('exclusion.incidents', { count });
      default:
        return t('exclusion.deployments', { count });
    }
  };
  if (excluded.length === 0) {
    return <>{shared('explain.nothingLeftOut')}</>;
  }
  return (
    <ul className={classes.list}>
      {excluded.map(({ reason, unit, count }) => {
        const { short, long } = describe(reason);
        const words = (
          <>
            <span className={classes.count}>{countOf(unit, count)}</span>{' '}
            <span className={classes.reason}>
              {short}. <span className={classes.why}>{long}</span>
            </span>
          </>
        );
        return (
          <li key={`${reason} ${unit}`}>
            {onOpen ? (
              <button
                type="button"
                className={`${classes.item} ${
                  reason === chosen ? classes.chosen : ''
                }`}
                aria-pressed={reason === chosen}
                onClick={() => onOpen(reason)}
              >
                {words}
              </button>
            ) : (
              words
            )}
          </li>
        );
      })}
    </ul>
  );
}
