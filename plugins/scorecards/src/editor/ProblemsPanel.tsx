import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type { ScorecardCheckAnswer } from '@opmodel/backstage-plugin-opmodel-common';
import {
  Panel,
  StateChip,
  useFactStyles,
  useOpmodelPalette,
  type QueryState,
} from '@opmodel/backstage-plugin-opmodel-react';
import type { WrittenSpec } from './spec';
import { scorecardEditorTranslationRef } from './translation';
import { usePathWords } from './usePathWords';

const useStyles = makeStyles(theme => ({
  list: {
    display: 'grid',
    gap: theme.spacing(1),
    margin: theme.spacing(0.5, 0),
    padding: 0,
    listStyle: 'none',
    fontSize: 13,
    lineHeight: '18px',
    overflowWrap: 'anywhere',
  },
  place: {
    appearance: 'none',
    display: 'block',
    padding: 0,
    border: 'none',
    background: 'none',
    font: 'inherit',
    fontWeight: 500,
    textAlign: 'left',
    color: 'inherit',
    textDecoration: 'underline',
    cursor: 'pointer',
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: 2,
    },
  },
  message: { display: 'block' },
}));

/** Everything that is wrong with what is written; each leads to its field. */
export function ProblemsPanel(props: {
  checked: QueryState<ScorecardCheckAnswer>;
  spec: WrittenSpec;
  /** Leads to a place of the definition. */
  onGoTo: (path: string) => void;
}) {
  const { checked, spec, onGoTo } = props;
  const { t } = useTranslationRef(scorecardEditorTranslationRef);
  const facts = useFactStyles();
  const classes = useStyles();
  const palette = useOpmodelPalette();
  const wordsOf = usePathWords(spec);
  return (
    <Panel title={t('problems.title')}>
      {checked.error && (
        <p className={facts.quiet} role="alert">
          {t('problems.failed', { message: checked.error.message })}
        </p>
      )}
      {checked.phase === 'loading' && (
        <p className={facts.quiet}>{t('problems.checking')}</p>
      )}
      {checked.data?.problems.length === 0 && (
        <StateChip state="good" label={t('problems.none')} />
      )}
      <ul className={classes.list}>
        {checked.data?.problems.map(({ path, message }) => (
          <li key={`${path} ${message}`}>
            <button
              type="button"
              className={classes.place}
              onClick={() => onGoTo(path)}
            >
              {wordsOf(path)}
            </button>
            <span
              className={classes.message}
              style={{ color: palette.states.bad.text }}
            >
              {message}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
