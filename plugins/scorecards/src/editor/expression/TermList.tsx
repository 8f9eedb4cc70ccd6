import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { scorecardEditorTranslationRef } from '../translation';
import type { Term } from './vocabulary';

/** As many as are in sight: the list has nothing to scroll, since the field keeps the focus. */
const IN_SIGHT = 8;

const useStyles = makeStyles(theme => ({
  popup: {
    position: 'absolute',
    zIndex: theme.zIndex.modal,
    top: '100%',
    left: 0,
    right: 0,
    marginTop: theme.spacing(0.25),
    padding: theme.spacing(0.5, 0),
    fontSize: 13,
    lineHeight: '20px',
    color: theme.palette.text.primary,
    backgroundColor: theme.palette.background.paper,
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: 6,
    boxShadow: theme.shadows[4],
  },
  list: { margin: 0, padding: 0, listStyle: 'none' },
  term: {
    padding: theme.spacing(0.5, 1.5),
    cursor: 'pointer',
    overflowWrap: 'anywhere',
    '&[aria-selected=true]': {
      backgroundColor: theme.palette.action.selected,
      boxShadow: `inset 3px 0 ${theme.palette.primary.main}`,
    },
  },
  name: {
    fontFamily: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
    fontWeight: 600,
  },
  more: {
    margin: 0,
    padding: theme.spacing(0.5, 1.5),
    color: theme.palette.text.secondary,
  },
}));

/** Facts and functions to choose from, those around the highlighted one; the field keeps the focus. */
export function TermList(props: {
  id: string;
  label: string;
  terms: readonly Term[];
  highlighted: number;
  onTake: (term: Term) => void;
}) {
  const { id, label, terms, highlighted, onTake } = props;
  const { t } = useTranslationRef(scorecardEditorTranslationRef);
  const classes = useStyles();
  const first = Math.max(
    0,
    Math.min(highlighted - IN_SIGHT / 2, terms.length - IN_SIGHT),
  );
  const inSight = terms.slice(first, first + IN_SIGHT);
  const hidden = terms.length - inSight.length;
  return (
    <div className={classes.popup}>
      <ul id={id} role="listbox" aria-label={label} className={classes.list}>
        {inSight.map((term, at) => {
          const index = first + at;
          return (
            // The keys are those of the field, which has the focus.
            // eslint-disable-next-line jsx-a11y/click-events-have-key-events
            <li
              key={term.name}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === highlighted}
              aria-posinset={index + 1}
              aria-setsize={terms.length}
              className={classes.term}
              // A press would take the focus out of the field.
              onMouseDown={event => event.preventDefault()}
              onClick={() => onTake(term)}
            >
              <span className={classes.name}>{term.name}</span> – {term.type}:{' '}
              {term.description}
            </li>
          );
        })}
      </ul>
      {hidden > 0 && (
        <p className={classes.more}>
          {t('expression.more', { count: hidden })}
        </p>
      )}
    </div>
  );
}
