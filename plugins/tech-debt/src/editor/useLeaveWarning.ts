import { useEffect } from 'react';

/**
 * Asks before the page is left by a link or by closing the tab. The browser's own way back cannot be held up; what was written is
 * remembered for it.
 *
 * @param question - undefined: nothing would be lost
 */
export function useLeaveWarning(question: string | undefined): void {
  useEffect(() => {
    if (question === undefined) {
      return undefined;
    }
    const onUnload = (event: BeforeUnloadEvent) => {
      event.preventDefault();
      // Browsers ask in their own words, and older ones only where this is set.
      event.returnValue = '';
    };
    const onClick = (event: MouseEvent) => {
      const link = (event.target as Element).closest?.('a[href]');
      if (!link || !leadsAway(link as HTMLAnchorElement, event)) {
        return;
      }
      // eslint-disable-next-line no-alert
      if (!window.confirm(question)) {
        event.preventDefault();
        event.stopPropagation();
      }
    };
    window.addEventListener('beforeunload', onUnload);
    document.addEventListener('click', onClick, true);
    return () => {
      window.removeEventListener('beforeunload', onUnload);
      document.removeEventListener('click', onClick, true);
    };
  }, [question]);
}

/** A link to another page in the same tab. */
function leadsAway(link: HTMLAnchorElement, event: MouseEvent): boolean {
  const opensElsewhere =
    event.button !== 0 ||
    event.ctrlKey ||
    event.metaKey ||
    event.shiftKey ||
    (link.target !== '' && link.target !== '_self') ||
    link.hasAttribute('download');
  return !opensElsewhere && link.pathname !== window.location.pathname;
}
