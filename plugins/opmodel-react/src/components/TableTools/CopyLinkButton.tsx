import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import LinkIcon from '@material-ui/icons/Link';
import { useEffect, useState } from 'react';
import { opmodelTranslationRef } from '../../translation';

const CONFIRMED_MS = 3_000;

const useStyles = makeStyles({ button: { textTransform: 'none' } });

/** Copies the address of the page, which holds the whole view. */
export function CopyLinkButton() {
  const { t } = useTranslationRef(opmodelTranslationRef);
  const classes = useStyles();
  const [outcome, setOutcome] = useState<string>();

  useEffect(() => {
    if (outcome === undefined) return undefined;
    const timer = setTimeout(() => setOutcome(undefined), CONFIRMED_MS);
    return () => clearTimeout(timer);
  }, [outcome]);

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(window.location.href);
      setOutcome(t('table.copied'));
    } catch (cause) {
      const message = cause instanceof Error ? cause.message : String(cause);
      setOutcome(t('table.copyFailed', { message }));
    }
  };

  return (
    <Button
      size="small"
      className={classes.button}
      startIcon={<LinkIcon />}
      onClick={copy}
    >
      <span aria-live="polite">{outcome ?? t('table.copyLink')}</span>
    </Button>
  );
}
