import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { useEffect, useState } from 'react';
import { opmodelTranslationRef } from '../../translation';

const useStyles = makeStyles(theme => ({
  // The button stands beside the text, never on it: a long line would run below it.
  snippet: {
    display: 'flex',
    alignItems: 'flex-start',
    marginTop: theme.spacing(1),
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: 6,
    backgroundColor: theme.palette.background.default,
  },
  code: {
    flex: 1,
    minWidth: 0,
    margin: 0,
    padding: theme.spacing(1.5),
    overflowX: 'auto',
    fontFamily: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
    fontSize: 12,
    lineHeight: '18px',
    color: theme.palette.text.primary,
  },
  copy: {
    flex: 'none',
    margin: 6,
    backgroundColor: theme.palette.background.paper,
  },
}));

const COPIED_FOR_MS = 2000;

/** Text to be copied, with the button that copies it. */
export function Snippet(props: { text: string }) {
  const { text } = props;
  const { t } = useTranslationRef(opmodelTranslationRef);
  const classes = useStyles();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) {
      return undefined;
    }
    const timer = setTimeout(() => setCopied(false), COPIED_FOR_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <div className={classes.snippet}>
      {/* A region that scrolls must be reachable by keyboard. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre className={classes.code} tabIndex={0}>
        {text}
      </pre>
      <Button
        size="small"
        variant="outlined"
        className={classes.copy}
        onClick={() =>
          navigator.clipboard.writeText(text).then(() => setCopied(true))
        }
      >
        <span aria-live="polite">
          {copied ? t('view.copied') : t('view.copy')}
        </span>
      </Button>
    </div>
  );
}
