import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import ClosedIcon from '@material-ui/icons/ChevronRight';
import OpenIcon from '@material-ui/icons/ExpandMore';
import { NoteChip, StateChip } from '@opmodel/backstage-plugin-opmodel-react';
import { useId } from 'react';
import { useVocabulary } from '../EditorVocabulary';
import { scorecardEditorTranslationRef } from '../translation';
import { CheckForm, type CheckFormProps } from './CheckForm';
import { RowButtons } from './RowButtons';

const useStyles = makeStyles(theme => ({
  row: { borderTop: `1px solid ${theme.palette.divider}` },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1),
    padding: theme.spacing(0.5, 0),
  },
  button: {
    appearance: 'none',
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    flex: '1 1 200px',
    minWidth: 0,
    padding: theme.spacing(0.5, 0),
    border: 'none',
    background: 'none',
    font: 'inherit',
    fontWeight: 500,
    textAlign: 'left',
    color: 'inherit',
    cursor: 'pointer',
    overflowWrap: 'anywhere',
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: 1,
    },
  },
  form: { padding: theme.spacing(0.5, 0, 2, 3) },
}));

/** One check: its name with what is wrong with it, and its fields when it is open. */
export function CheckRow(
  props: CheckFormProps & {
    of: number;
    isOpen: boolean;
    onOpen: (isOpen: boolean) => void;
    onMove: (to: number) => void;
    onRemove: () => void;
  },
) {
  const { of, isOpen, onOpen, onMove, onRemove, ...form } = props;
  const { check, at } = form;
  const { t } = useTranslationRef(scorecardEditorTranslationRef);
  const { problems } = useVocabulary();
  const classes = useStyles();
  const id = useId();
  const name = check.name ?? check.id ?? t('checks.nth', { n: String(at + 1) });
  const path = `checks[${at}]`;
  const count = problems.filter(
    problem => problem.path === path || problem.path.startsWith(`${path}.`),
  ).length;
  return (
    <li className={classes.row}>
      <div className={classes.head}>
        <button
          type="button"
          className={classes.button}
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onClick={() => onOpen(!isOpen)}
        >
          {isOpen ? (
            <OpenIcon fontSize="small" aria-hidden />
          ) : (
            <ClosedIcon fontSize="small" aria-hidden />
          )}
          {name}
        </button>
        {count > 0 && (
          <StateChip state="error" label={t('problems.count', { count })} />
        )}
        {check.level && <NoteChip>{check.level}</NoteChip>}
        {check.category && <NoteChip>{check.category}</NoteChip>}
        <RowButtons
          name={name}
          at={at}
          of={of}
          onMove={onMove}
          onRemove={onRemove}
        />
      </div>
      {isOpen && (
        <div id={id} role="group" aria-label={name} className={classes.form}>
          <CheckForm {...form} />
        </div>
      )}
    </li>
  );
}
