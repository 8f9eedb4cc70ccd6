import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import IconButton from '@material-ui/core/IconButton';
import Popover from '@material-ui/core/Popover';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import BookmarkBorder from '@material-ui/icons/BookmarkBorder';
import DeleteOutline from '@material-ui/icons/DeleteOutline';
import {
  ActionButton,
  useFactStyles,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useId, useState, type FormEvent } from 'react';
import { useLocation } from 'react-router-dom';
import {
  MOST_VIEWS,
  useSavedViews,
  type SavedView,
  type SavedViews as KeptViews,
} from '../../hooks/useSavedViews';
import { techDebtRegisterTranslationRef } from '../../translations/register';

const LONGEST_NAME = 80;

const useStyles = makeStyles(theme => ({
  content: { padding: theme.spacing(2), width: 360, maxWidth: '90vw' },
  title: { margin: 0, fontSize: 14, lineHeight: '20px', fontWeight: 600 },
  view: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1),
    minHeight: 32,
    overflowWrap: 'anywhere',
  },
  list: {
    listStyle: 'none',
    margin: theme.spacing(1, 0),
    padding: 0,
    fontSize: 14,
    maxHeight: 280,
    overflowY: 'auto',
  },
  form: {
    display: 'grid',
    gap: theme.spacing(1),
    justifyItems: 'start',
    marginTop: theme.spacing(1.5),
  },
}));

/** The views that somebody keeps of the register: filters, order and columns by a name. */
export function SavedViews() {
  const { t } = useTranslationRef(techDebtRegisterTranslationRef);
  const classes = useStyles();
  const facts = useFactStyles();
  const kept = useSavedViews();
  const [anchor, setAnchor] = useState<Element | null>(null);
  const titleId = useId();
  return (
    <>
      <ActionButton
        startIcon={<BookmarkBorder />}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onClick={event => setAnchor(event.currentTarget)}
      >
        {t('views.open')}
      </ActionButton>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        PaperProps={{ role: 'dialog', 'aria-labelledby': titleId }}
      >
        <div className={classes.content}>
          <h2 id={titleId} className={classes.title}>
            {t('views.title')}
          </h2>
          <p className={facts.quiet}>{t('views.text')}</p>
          <ViewList kept={kept} onOpen={() => setAnchor(null)} />
          <SaveForm kept={kept} />
        </div>
      </Popover>
    </>
  );
}

function ViewList(props: { kept: KeptViews; onOpen: () => void }) {
  const { kept, onOpen } = props;
  const { t } = useTranslationRef(techDebtRegisterTranslationRef);
  const classes = useStyles();
  const facts = useFactStyles();
  const [removed, setRemoved] = useState<SavedView>();
  const remove = (view: SavedView) => {
    kept.remove(view.name);
    setRemoved(view);
  };
  return (
    <>
      {kept.views.length === 0 ? (
        <p className={facts.text}>{t('views.none')}</p>
      ) : (
        <ul className={classes.list} aria-label={t('views.title')}>
          {kept.views.map(view => (
            <li key={view.name} className={classes.view}>
              <Link to={`?${view.query}`} onClick={onOpen}>
                {view.name}
              </Link>
              <IconButton
                size="small"
                aria-label={t('views.remove', { name: view.name })}
                onClick={() => remove(view)}
              >
                <DeleteOutline fontSize="small" />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      <div role="status" className={facts.line}>
        {removed && (
          <>
            {t('views.removed', { name: removed.name })}
            <ActionButton
              onClick={() => {
                kept.save(removed);
                setRemoved(undefined);
              }}
            >
              {t('views.undo')}
            </ActionButton>
          </>
        )}
      </div>
    </>
  );
}

function SaveForm(props: { kept: KeptViews }) {
  const { views, save } = props.kept;
  const { t } = useTranslationRef(techDebtRegisterTranslationRef);
  const classes = useStyles();
  const { search } = useLocation();
  const fieldId = useId();
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  const called = name.trim();
  const isKnown = views.some(view => view.name === called);
  const isFull = views.length >= MOST_VIEWS && !isKnown;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (called && !isFull) {
      save({ name: called, query: search.replace(/^\?/, '') });
      setName('');
      setTried(false);
    }
  };
  const lack = tried && !called ? t('views.needsName') : undefined;
  const problem = isFull ? t('views.most', { n: String(MOST_VIEWS) }) : lack;
  const hint = isKnown ? t('views.replaces') : undefined;
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <TextField
        id={fieldId}
        fullWidth
        size="small"
        variant="outlined"
        label={t('views.name')}
        value={name}
        inputProps={{ maxLength: LONGEST_NAME }}
        error={problem !== undefined}
        helperText={problem ?? hint}
        onChange={event => setName(event.target.value)}
      />
      <ActionButton type="submit" variant="outlined">
        {t('views.save')}
      </ActionButton>
    </form>
  );
}
