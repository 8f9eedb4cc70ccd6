import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import {
  debtStatuses,
  type DebtItemRow,
  type DebtStatus,
} from '@opmodel/backstage-plugin-opmodel-common';
import { ScrollArea } from '@opmodel/backstage-plugin-opmodel-react';
import { useEffect, useRef, useState } from 'react';
import {
  DeedStatus,
  ResolutionDialog,
  statusAfter,
  useDebtDeeds,
} from '../../deeds';
import { techDebtDeedsTranslationRef } from '../../translations/deeds';
import { DebtColumn } from './DebtColumn';

const useStyles = makeStyles(theme => ({
  board: { padding: theme.spacing(1, 2, 2) },
  columns: {
    display: 'flex',
    alignItems: 'stretch',
    gap: theme.spacing(1),
  },
  hint: {
    margin: theme.spacing(0, 0, 0.5),
    fontSize: 13,
    color: theme.palette.text.secondary,
  },
}));

/** Items by status. Each is moved by its menu or by dragging, to where its reader may bring it; what became of that is said aloud. */
export function DebtBoard(props: {
  items: readonly DebtItemRow[];
  /** Called when items are no more as they were given. */
  onChanged: () => void;
}) {
  const { items, onChanged } = props;
  const { t } = useTranslationRef(techDebtDeedsTranslationRef);
  const classes = useStyles();
  const board = useRef<HTMLDivElement>(null);
  const [dragged, setDragged] = useState<DebtItemRow>();
  const deeds = useDebtDeeds(onChanged);
  const { done } = deeds;
  // What was answered is newer than the list until that is asked for again.
  const shown = items.map(item =>
    done && item.id === done.id && done.version > item.version ? done : item,
  );

  // The card that was moved is another element now; whoever moved it stays with it.
  useEffect(() => {
    if (done) {
      board.current
        ?.querySelector<HTMLElement>(`[data-item="${CSS.escape(done.id)}"]`)
        ?.focus();
    }
  }, [done]);

  const dropOn = (status: DebtStatus): (() => void) | undefined => {
    const deed = dragged?.may.deeds.find(
      one => statusAfter(dragged.status, one) === status,
    );
    return dragged && deed
      ? () => {
          setDragged(undefined);
          deeds.choose({ item: dragged, deed });
        }
      : undefined;
  };
  return (
    <div className={classes.board} ref={board}>
      <p className={classes.hint}>{t('board.hint')}</p>
      <DeedStatus deeds={deeds} />
      <ScrollArea label={t('board.label')}>
        <div className={classes.columns}>
          {debtStatuses.map(status => (
            <DebtColumn
              key={status}
              status={status}
              items={shown.filter(item => item.status === status)}
              drop={dropOn(status)}
              onChoose={deeds.choose}
              onDrag={setDragged}
            />
          ))}
        </div>
      </ScrollArea>
      {deeds.asked && (
        <ResolutionDialog
          title={deeds.asked.item.title}
          deed={deeds.asked.deed}
          running={deeds.running}
          error={deeds.error}
          onSubmit={deeds.resolve}
          onClose={deeds.leave}
        />
      )}
    </div>
  );
}
