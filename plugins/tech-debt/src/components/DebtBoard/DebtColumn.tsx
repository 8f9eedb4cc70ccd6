import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type {
  DebtItemRow,
  DebtStatus,
} from '@opmodel/backstage-plugin-opmodel-common';
import { Hint, useFormats } from '@opmodel/backstage-plugin-opmodel-react';
import { useId, useState } from 'react';
import type { ChosenDeed } from '../../deeds';
import { techDebtDeedsTranslationRef } from '../../translations/deeds';
import { useDebtWords } from '../../words/useDebtWords';
import { DebtCard } from './DebtCard';

const useStyles = makeStyles(theme => ({
  column: {
    minWidth: 160,
    flex: '1 1 160px',
    padding: theme.spacing(1),
    borderRadius: 8,
    border: `1px dashed transparent`,
    backgroundColor: theme.palette.action.hover,
  },
  target: { borderColor: theme.palette.primary.main },
  over: { backgroundColor: theme.palette.action.selected },
  title: {
    margin: theme.spacing(0, 0, 1),
    display: 'flex',
    justifyContent: 'space-between',
    fontSize: 13,
    lineHeight: '20px',
    fontWeight: 600,
    color: theme.palette.text.primary,
  },
  cards: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gap: theme.spacing(1),
  },
  empty: { fontSize: 13, color: theme.palette.text.primary, margin: 0 },
}));

/** Items that stand in one status. What is dragged can be dropped where a deed of its reader leads. */
export function DebtColumn(props: {
  status: DebtStatus;
  items: readonly DebtItemRow[];
  /** What dropping the dragged item here does; undefined: it cannot be dropped here. */
  drop: (() => void) | undefined;
  onChoose: (chosen: ChosenDeed) => void;
  onDrag: (item: DebtItemRow | undefined) => void;
}) {
  const { status, items, drop, onChoose, onDrag } = props;
  const { t } = useTranslationRef(techDebtDeedsTranslationRef);
  const words = useDebtWords();
  const formats = useFormats();
  const classes = useStyles();
  const titleId = useId();
  const [isOver, setOver] = useState(false);
  const label = t('board.column', {
    status: words.status[status],
    count: items.length,
  });
  return (
    <section
      aria-labelledby={titleId}
      className={`${classes.column} ${drop ? classes.target : ''} ${
        drop && isOver ? classes.over : ''
      }`}
      onDragOver={event => {
        if (drop) {
          event.preventDefault();
          setOver(true);
        }
      }}
      onDragLeave={() => setOver(false)}
      onDrop={event => {
        event.preventDefault();
        setOver(false);
        drop?.();
      }}
    >
      <h3 id={titleId} className={classes.title} aria-label={label}>
        {status === 'accepted' ? (
          <Hint title={t('board.acceptedHint')}>{words.status[status]}</Hint>
        ) : (
          <span>{words.status[status]}</span>
        )}
        <span>{formats.count(items.length)}</span>
      </h3>
      {items.length === 0 ? (
        <p className={classes.empty}>{t('board.empty')}</p>
      ) : (
        <ul className={classes.cards}>
          {items.map(item => (
            <DebtCard
              key={item.id}
              item={item}
              onChoose={deed => onChoose({ item, deed })}
              onDrag={onDrag}
            />
          ))}
        </ul>
      )}
    </section>
  );
}
