import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import LinkIcon from '@material-ui/icons/Link';
import { useEffect, useState } from 'react';
import { doraFleetTranslationRef } from './doraFleetTranslationRef';

const CONFIRMED_MS = 3_000;

/** Copies the address of the page, which holds the whole view. */
export function CopyLinkButton() {
  const { t } = useTranslationRef(doraFleetTranslationRef);
  const [outcome, setOutcome] = useState<string>();

  useEffect(() => {
    if (outcome === undefined) return undefined;
    const timer = setTimeout(() => setOutcome(undefined), CONFIRMED_MS);
    return () => clearTimeout(timer);
  }, [outcome]);

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(window.location.href);
      setOutcome(t('toolbar.copied'));
    } catch (cause) {
      const message = cause instanceof Error ? cause.message : String(cause);
      setOutcome(t('toolbar.copyFailed', { message }));
    }
  };

  return (
    <Button size="small" startIcon={<LinkIcon />} onClick={copy}>
      <span aria-live="polite">{outcome ?? t('toolbar.copyLink')}</span>
    </Button>
  );
}
