import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type { DebtItemRow } from '@opmodel/backstage-plugin-opmodel-common';
import { StateChip } from '@opmodel/backstage-plugin-opmodel-react';
import { MoveMenu } from '../../deeds';
import {
  DebtItemLink,
  DebtSeverityChip,
  FactLine,
  PriceNote,
} from '../../facts';
import { techDebtTranslationRef } from '../../translation';
import type { DeedName } from '../../words/useDebtWords';

const useStyles = makeStyles(theme => ({
  card: {
    display: 'grid',
    gap: theme.spacing(0.5),
    padding: theme.spacing(1),
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: 6,
    backgroundColor: theme.palette.background.paper,
    fontSize: 13,
    lineHeight: '18px',
    overflowWrap: 'anywhere',
  },
  dragged: { cursor: 'grab' },
  foot: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(0.5),
  },
}));

/** An item on the board: what it is, what it costs, whether it is late, and where it may be moved. */
export function DebtCard(props: {
  item: DebtItemRow;
  onChoose: (deed: DeedName) => void;
  onDrag: (item: DebtItemRow | undefined) => void;
}) {
  const { item, onChoose, onDrag } = props;
  const { t } = useTranslationRef(techDebtTranslationRef);
  const classes = useStyles();
  const isMovable = item.may.deeds.length > 0;
  const { daysOverdue } = item.age;
  return (
    <li
      className={`${classes.card} ${isMovable ? classes.dragged : ''}`}
      draggable={isMovable}
      onDragStart={event => {
        event.dataTransfer.setData('text/plain', item.id);
        onDrag(item);
      }}
      onDragEnd={() => onDrag(undefined)}
    >
      <DebtItemLink itemId={item.id}>{item.title}</DebtItemLink>
      <FactLine>
        <span>
          <PriceNote price={item.prices.interest} />
        </span>
        <span>{t('age.days', { count: item.age.days })}</span>
        <span>{item.ownerTitle ?? t('owner.none')}</span>
      </FactLine>
      {daysOverdue !== null && (
        <div>
          <StateChip
            state="attention"
            label={t('age.overdue', { count: daysOverdue })}
          />
        </div>
      )}
      <div className={classes.foot}>
        {item.severity === null ? (
          <span />
        ) : (
          <DebtSeverityChip severity={item.severity} />
        )}
        <MoveMenu item={item} onChoose={onChoose} />
      </div>
    </li>
  );
}
