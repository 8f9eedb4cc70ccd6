import { makeStyles } from '@material-ui/core/styles';
import { useEffect, useRef } from 'react';
import type { Term } from './vocabulary';

const useStyles = makeStyles(theme => ({
  list: {
    position: 'absolute',
    zIndex: theme.zIndex.modal,
    top: '100%',
    left: 0,
    right: 0,
    margin: theme.spacing(0.25, 0, 0),
    padding: theme.spacing(0.5, 0),
    maxHeight: 280,
    overflowY: 'auto',
    listStyle: 'none',
    fontSize: 13,
    lineHeight: '20px',
    color: theme.palette.text.primary,
    backgroundColor: theme.palette.background.paper,
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: 6,
    boxShadow: theme.shadows[4],
  },
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
  quiet: { color: theme.palette.text.secondary },
}));

/** Facts and functions to choose from; the field keeps the focus. */
export function TermList(props: {
  id: string;
  label: string;
  terms: readonly Term[];
  highlighted: number;
  onTake: (term: Term) => void;
}) {
  const { id, label, terms, highlighted, onTake } = props;
  const classes = useStyles();
  const current = useRef<HTMLLIElement>(null);
  useEffect(() => {
    current.current?.scrollIntoView?.({ block: 'nearest' });
  }, [highlighted]);
  return (
    <ul id={id} role="listbox" aria-label={label} className={classes.list}>
      {terms.map((term, index) => (
        // The keys are those of the field, which has the focus.
        // eslint-disable-next-line jsx-a11y/click-events-have-key-events
        <li
          key={term.name}
          id={`${id}-${index}`}
          ref={index === highlighted ? current : undefined}
          role="option"
          aria-selected={index === highlighted}
          className={classes.term}
          // A press would take the focus out of the field.
          onMouseDown={event => event.preventDefault()}
          onClick={() => onTake(term)}
        >
          <span className={classes.name}>{term.name}</span>{' '}
          <span className={classes.quiet}>
            – {term.type}: {term.description}
          </span>
        </li>
      ))}
    </ul>
  );
}
