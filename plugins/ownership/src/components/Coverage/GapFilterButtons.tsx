import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { alpha, makeStyles } from '@material-ui/core/styles';
import type {
  OwnershipGap,
  OwnershipSummary,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  StateIcon,
  useFormats,
  useOpmodelPalette,
} from '@opmodel/backstage-plugin-opmodel-react';
import { ownershipCoverageTranslationRef } from '../../translations/coverage';
import { stateOfGap } from '../../words/ownershipStates';
import { useOwnershipWords } from '../../words/useOwnershipWords';

const useStyles = makeStyles(theme => ({
  gaps: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
  gap: {
    appearance: 'none',
    display: 'inline-flex',
    alignItems: 'center',
    gap: 6,
    padding: '4px 12px 4px 8px',
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: 16,
    background: 'none',
    font: 'inherit',
    fontSize: 13,
    lineHeight: '20px',
    fontVariantNumeric: 'tabular-nums',
    color: theme.palette.text.primary,
    cursor: 'pointer',
    '&[aria-pressed=true]': {
      fontWeight: 600,
      borderColor: theme.palette.text.primary,
      backgroundColor: theme.palette.action.selected,
    },
    '&:hover': { backgroundColor: theme.palette.action.hover },
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: 2,
    },
  },
  icon: { display: 'inline-flex', borderRadius: 8 },
}));

/** How many entities have each gap; choosing one shows only them, choosing it again shows all. */
export function GapFilterButtons(props: {
  gaps: OwnershipSummary['gaps'];
  chosen: OwnershipGap | undefined;
  onChoose: (gap: OwnershipGap | undefined) => void;
}) {
  const { gaps, chosen, onChoose } = props;
  const { t } = useTranslationRef(ownershipCoverageTranslationRef);
  const classes = useStyles();
  const palette = useOpmodelPalette();
  const formats = useFormats();
  const words = useOwnershipWords();
  const shown = gaps.filter(
    ({ gap, entities }) => entities > 0 || gap === chosen,
  );
  if (shown.length === 0) {
    return <span>{t('gapFilter.none')}</span>;
  }
  return (
    <div
      role="group"
      aria-label={t('gapFilter.label')}
      className={classes.gaps}
    >
      {shown.map(({ gap, entities }) => {
        const { mark } = palette.states[stateOfGap(gap)];
        return (
          <button
            key={gap}
            type="button"
            className={classes.gap}
            aria-pressed={gap === chosen}
            onClick={() => onChoose(gap === chosen ? undefined : gap)}
          >
            <span
              className={classes.icon}
              style={{
                color: mark,
                background: alpha(mark, palette.softOpacity),
              }}
            >
              <StateIcon state={stateOfGap(gap)} size={16} />
            </span>
            {words.gap[gap]}: {formats.count(entities)}
          </button>
        );
      })}
    </div>
  );
}
