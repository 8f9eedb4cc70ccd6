import { useTranslationRef } from '@backstage/frontend-plugin-api';
import LinkIcon from '@material-ui/icons/Link';
import { useEffect, useState } from 'react';
import { opmodelTranslationRef } from '../../translation';
import { ActionButton } from '../ActionButton';

const CONFIRMED_MS = 3_000;

/** Copies the address of the page, which holds the whole view. */
export function CopyLinkButton() {
  const { t } = useTranslationRef(opmodelTranslationRef);
  const [outcome, setOutcome] = useState<string>();

  useEffect(() => {
    if (outcome === undefined) return undefined;
    const timer = setTimeout(() => setOutcome(undefined), CONFIRMED_MS);
    return () => clearTimeout(timer);
  }, [outcome]);

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(window.location.href);
      setOutcome(t('link.copied'));
    } catch (cause) {
      const message = cause instanceof Error ? cause.message : String(cause);
      setOutcome(t('link.copyFailed', { message }));
    }
  };

  return (
    <ActionButton startIcon={<LinkIcon />} onClick={copy}>
      <span aria-live="polite">{outcome ?? t('link.copy')}</span>
    </ActionButton>
  );
}
