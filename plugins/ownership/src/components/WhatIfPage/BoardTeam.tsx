import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import {
  ActionButton,
  QueryView,
  RowsSkeleton,
  useFactStyles,
  useOpmodelApi,
  useQueryState,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useState, type DragEvent } from 'react';
import { ownershipWhatIfTranslationRef } from '../../translations/whatIf';
import type { Carried } from './TeamBoard';

/** Systems that one team shows; the rest is counted. */
const SHOWN = 20;

const useStyles = makeStyles(theme => ({
  team: {
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: 8,
    padding: theme.spacing(1.5),
    minWidth: 0,
  },
  over: { outline: `2px solid ${theme.palette.primary.main}` },
  name: {
    margin: 0,
    fontSize: 14,
    lineHeight: '20px',
    fontWeight: 600,
    cursor: 'grab',
    overflowWrap: 'anywhere',
    color: theme.palette.text.primary,
  },
  item: { cursor: 'grab' },
}));

/** One team of the board, with the systems that it owns itself. */
export function BoardTeam(props: {
  teamRef: string;
  title: string;
  carried: Carried | null;
  onTake: (carried: Carried | null) => void;
  onPut: (carried: Carried) => void;
  onHide: () => void;
}) {
  const { teamRef, title, carried, onTake, onPut, onHide } = props;
  const { t } = useTranslationRef(ownershipWhatIfTranslationRef);
  const classes = useStyles();
  const facts = useFactStyles();
  const api = useOpmodelApi();
  const [over, setOver] = useState(false);
  const systems = useQueryState({
    key: teamRef,
    subject: teamRef,
    request: signal =>
      api.listOwnership(
        {
          owner: [teamRef],
          descendants: false,
          kind: 'system',
          sort: 'name',
          limit: SHOWN,
        },
        { signal },
      ),
  });
  const team: Carried = { ref: teamRef, title, kind: 'team' };
  const receives = carried !== null && carried.ref !== teamRef;
  return (
    <section
      aria-label={title}
      className={`${classes.team} ${over && receives ? classes.over : ''}`}
      onDragOver={event => {
        if (receives) {
          event.preventDefault();
          setOver(true);
        }
      }}
      onDragLeave={() => setOver(false)}
      onDrop={event => {
        event.preventDefault();
        setOver(false);
        if (receives) {
          onPut(carried);
        }
      }}
    >
      <h3 className={classes.name} {...dragOf(team, onTake)}>
        {title}
      </h3>
      <div className={facts.actions}>
        {receives ? (
          <ActionButton variant="outlined" onClick={() => onPut(carried)}>
            {t('board.putHere', { title: carried.title, team: title })}
          </ActionButton>
        ) : (
          <>
            <ActionButton onClick={() => onTake(team)}>
              {t('board.pickUp', { title })}
            </ActionButton>
            <ActionButton onClick={onHide}>
              {t('board.hide', { title })}
            </ActionButton>
          </>
        )}
      </div>
      <QueryView
        query={systems}
        subject={t('board.subject')}
        skeleton={<RowsSkeleton rows={2} />}
      >
        {({ items, totalItems }) => (
          <>
            {items.length === 0 && (
              <p className={facts.quiet}>{t('board.noSystems')}</p>
            )}
            <ul className={facts.list}>
              {items.map(item => {
                const system: Carried = {
                  ref: item.ref,
                  title: item.title,
                  kind: 'system',
                };
                return (
                  <li
                    key={item.ref}
                    className={`${facts.line} ${classes.item}`}
                    {...dragOf(system, onTake)}
                  >
                    <ActionButton
                      aria-pressed={carried?.ref === item.ref}
                      aria-label={t('board.pickUp', { title: item.title })}
                      onClick={() => onTake(system)}
                    >
                      {item.title}
                    </ActionButton>
                  </li>
                );
              })}
            </ul>
            {totalItems > items.length && (
              <p className={facts.quiet}>
                {t('board.more', { count: totalItems - items.length })}
              </p>
            )}
          </>
        )}
      </QueryView>
    </section>
  );
}

/** Lets the mouse take something. What it carries is kept by the board: browsers tell it only when it is dropped. */
function dragOf(carried: Carried, onTake: (carried: Carried | null) => void) {
  return {
    draggable: true,
    onDragStart: (event: DragEvent) => {
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData('text/plain', carried.title);
      onTake(carried);
    },
    onDragEnd: () => onTake(null),
  };
}
